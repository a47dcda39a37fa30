"""Questions about things."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext

from cms.core.pencarian import Hasil
from cms.core.tugas import Tugas
from cms.komunitas.models import Anggota
from cms.komunitas.selectors import get_anggota_of

from .models import Barang, Serahan


def get_publik():
    """Things anybody may know of: those the BKM still has. Holders are never selected here."""
    ada = Barang.objects.filter(berakhir_pada__isnull=True).defer("pemegang", "foto", "catatan")
    return ada.annotate(dipakai=Q(pemegang__isnull=False))


def list_jenis() -> list[tuple[str, str]]:
    """The kinds of which there is something, with their names."""
    ada = set(get_publik().order_by().values_list("jenis", flat=True).distinct())
    return [(kode, str(nama)) for kode, nama in Barang.Jenis.choices if kode in ada]


@dataclass(frozen=True)
class Ringkasan:
    """How many things there are and what they cost when acquired (rupiah)."""

    jumlah: int
    nilai: int


def get_ringkasan() -> Ringkasan:
    hasil = get_publik().aggregate(jumlah=Count("pk"), nilai=Sum("nilai"))
    return Ringkasan(jumlah=hasil["jumlah"], nilai=hasil["nilai"] or 0)


def get_riwayat(barang: Barang) -> list[Serahan]:
    """The custody chain, newest first."""
    return list(barang.serahan.select_related("dari", "kepada").order_by("-id"))


def find_terbuka(riwayat: list[Serahan]) -> Serahan | None:
    """The hand-over that still waits; there is one at most."""
    return next((s for s in riwayat if s.status == Serahan.Status.MENUNGGU), None)


def get_terbuka(anggota: Anggota) -> list[Serahan]:
    """Hand-overs that wait for this person's word."""
    pihak = Q(dari=anggota, diserahkan_pada__isnull=True) | Q(
        kepada=anggota, diterima_pada__isnull=True
    )
    terbuka = Serahan.objects.filter(pihak, status=Serahan.Status.MENUNGGU)
    return list(terbuka.select_related("barang", "dari", "kepada"))


def get_tugas(user) -> list[Tugas]:
    """Hand-overs that wait for the word of the person behind this account."""
    anggota = get_anggota_of(user)
    return [
        Tugas(
            str(serahan.barang),
            gettext("Hand-over to %(nama)s") % {"nama": serahan.kepada.nama},
            f"/lapangan/serah/{serahan.uuid}/",
            gettext("Confirm"),
            serahan.dimulai_pada,
        )
        for serahan in (get_terbuka(anggota) if anggota else [])
    ]


def get_dipegang(anggota: Anggota) -> list[Barang]:
    """What this person has in hand."""
    return list(Barang.objects.filter(pemegang=anggota, berakhir_pada__isnull=True))


def find_penerima(teks: str, barang: Barang) -> list[Anggota]:
    """Up to twenty people with a name that begins with the text, without the present holder."""
    teks = teks.replace("\x00", "").strip()[:80]
    awal_kata = Q(nama__istartswith=teks) | Q(nama__icontains=f" {teks}")
    warga = Anggota.objects.aktif().filter(awal_kata)
    if barang.pemegang_id:
        warga = warga.exclude(pk=barang.pemegang_id)
    return list(warga.order_by("nama")[:20])


def filter_kata(barang, kata: str):
    """Things whose name, number or place holds every word."""
    for satu in kata.replace("\x00", "").split()[:8]:
        barang = barang.filter(
            Q(nama__icontains=satu) | Q(nomor__icontains=satu) | Q(letak__icontains=satu)
        )
    return barang


def search_barang(kata: str, mulai: int, banyak: int) -> list[Hasil]:
    """Public things for the search page."""
    cocok = filter_kata(get_publik(), kata)
    return [
        Hasil(judul=b.nama, url=f"/barang/?jenis={b.jenis}", ringkasan=f"{b.nomor}. {b.letak}")
        for b in cocok[mulai : mulai + banyak]
    ]
