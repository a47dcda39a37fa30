"""The sample's news and events, over two years."""

from datetime import date, datetime, time, timedelta

from django.utils.text import slugify
from wagtail.rich_text import RichText

from cms.core import waktu
from home.models import AcaraPage, AgendaIndexPage, BeritaIndexPage, BeritaPage, KategoriBerita
from home.services import add_halaman
from home.situs.naskah import build_isi

from .dasar import Bkm
from .naskah import Naskah, fill_hari, read_naskah

JAM_TERBIT = time(7, 30)


def build(bkm: Bkm) -> None:
    """News from the oldest to the newest, then the agenda."""
    kategori = {k.slug: k for k in KategoriBerita.objects.all()}
    indeks = BeritaIndexPage.objects.get()
    urut = sorted(read_naskah("berita"), key=lambda n: -int(n["hari"]))
    for naskah in urut:
        tanggal = bkm.hari_ini - timedelta(days=int(naskah["hari"]))
        with waktu.pada(waktu.gabung(tanggal, JAM_TERBIT)):
            berita = make_berita(bkm, naskah, kategori[naskah["kategori"]])
            add_halaman(induk=indeks, halaman=berita, actor=bkm.pengguna["editor"])
    agenda = AgendaIndexPage.objects.get()
    for naskah in read_naskah("acara"):
        _add_acara(bkm, agenda, naskah)


def make_berita(bkm: Bkm, naskah: Naskah, kategori: KategoriBerita) -> BeritaPage:
    """An item as written, not saved yet."""
    berita = BeritaPage(
        title=naskah["judul"],
        slug=slugify(naskah["judul"])[:80],
        ringkasan=fill_hari(naskah["ringkasan"], bkm.hari_ini),
        kategori=kategori,
        gambar=bkm.gambar.get(naskah["gambar"]),
        segera=naskah["segera"],
        isi=build_isi(fill_hari(naskah.isi, bkm.hari_ini)),
        ralat=_ralat(bkm, naskah["ralat"]),
    )
    berita.tags.add(*[t.strip() for t in naskah["tanda"].split(",") if t.strip()])
    return berita


def _ralat(bkm: Bkm, teks: str) -> list[tuple]:
    if not teks:
        return []
    hari, _garis, isi = teks.partition(" | ")
    tanggal = bkm.hari_ini - timedelta(days=int(hari))
    return [("ralat", {"tanggal": tanggal, "isi": RichText(f"<p>{isi}</p>")})]


def _add_acara(bkm: Bkm, agenda, naskah: Naskah) -> None:
    hari = bkm.hari_ini - timedelta(days=int(naskah["hari"]))
    acara = AcaraPage(
        title=naskah["judul"],
        slug=slugify(f"{naskah['judul']} {hari:%Y-%m-%d}")[:100],
        ringkasan=naskah["ringkasan"],
        mulai=_saat(hari, naskah["mulai"]),
        selesai=_saat(hari, naskah["selesai"]),
        tempat=naskah["tempat"],
        untuk=naskah["untuk"],
        penyelenggara=naskah["penyelenggara"],
        batal=bool(naskah["batal"]),
        alasan_batal=fill_hari(naskah["batal"], bkm.hari_ini),
        isi=build_isi(naskah.isi),
    )
    with waktu.pada(min(hari - timedelta(days=14), bkm.hari_ini)):
        add_halaman(induk=agenda, halaman=acara, actor=bkm.pengguna["editor"])


def _saat(hari: date, jam: str) -> datetime:
    return waktu.gabung(hari, time.fromisoformat(jam.replace(".", ":")))
