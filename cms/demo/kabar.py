"""Sample subscribers, and inboxes in which only the last days are unread."""

from datetime import timedelta

from cms.accounts.models import User
from cms.core import waktu
from cms.notifikasi import services

from .dasar import Bkm

# name before the @ -> weeks since asked, and what became of it
PELANGGAN = {
    "yuli.warung": (78, "jadi"),
    "pak.tarno": (60, "jadi"),
    "karangtaruna": (52, "jadi"),
    "perantau.surabaya": (41, "jadi"),
    "bidan.melati": (33, "berhenti"),
    "guru.sd": (20, "jadi"),
    "ibu.rt04": (9, "jadi"),
    "belum.jadi": (2, "diminta"),
}
BELUM_DIBACA = timedelta(days=4)


def build(bkm: Bkm) -> None:
    """Ask, confirm, stop; one account wants no news by e-mail; older messages are read."""
    for nama, (minggu, hasil) in PELANGGAN.items():
        with waktu.pada(bkm.hari_ini - timedelta(weeks=minggu)):
            _subscribe(f"{nama}@sumber-asri.example", hasil)
    kasir = bkm.pengguna["kasir"]
    services.set_penolakan(
        saluran="surel", alamat=kasir.email, ditolak={"berita_terbit"}, pilihan={"berita_terbit"}
    )
    _read(bkm)


def _subscribe(surel: str, hasil: str) -> None:
    langganan = services.request_langganan(surel=surel)
    if hasil == "diminta":
        return
    services.confirm_langganan(uuid=str(langganan.uuid))
    if hasil == "berhenti":
        services.refuse_jenis(saluran="surel", alamat=surel, jenis="berita_terbit")


def _read(bkm: Bkm) -> None:
    batas = waktu.awal_hari(bkm.hari_ini - BELUM_DIBACA)
    with waktu.pada(bkm.hari_ini - BELUM_DIBACA):
        for user in User.objects.filter(pesan__dibaca_pada=None).distinct():
            services.mark_all_read(user=user, sebelum=batas)
