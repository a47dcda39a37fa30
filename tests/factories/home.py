"""Pages of the public face for tests."""

from datetime import date, datetime
from io import BytesIO
from itertools import count
from uuid import uuid4

from django.core.files.images import ImageFile
from PIL import Image

from cms.core import waktu
from cms.core.media.models import Gambar
from home.models import AcaraPage, AgendaIndexPage, BeritaIndexPage, BeritaPage, KategoriBerita
from home.services import add_halaman
from home.situs.naskah import build_isi

_nomor = count(1)


def make_kategori(nama: str = "Pelatihan") -> KategoriBerita:
    return KategoriBerita.objects.create(nama=nama, slug=nama.lower().replace(" ", "-"))


def make_gambar(isi: Image.Image | None = None, nama: str = "uji.png") -> Gambar:
    berkas = BytesIO()
    (isi or Image.new("RGB", (640, 480), "#37683b")).save(berkas, "PNG")
    berkas.seek(0)
    return Gambar.objects.create(
        title="Gambar uji",
        description="Sebidang warna.",
        file_hash=uuid4().hex,
        file=ImageFile(berkas, name=nama),
    )


def make_berita(pada: date | datetime | None = None, tanda: tuple[str, ...] = (), **isi):
    """A published item; `pada` is when it was published."""
    nomor = next(_nomor)
    isi = {"title": f"Berita {nomor}", "slug": f"berita-{nomor}", **isi}
    teks = isi.pop("teks", "Warga berkumpul di balai.")
    berita = BeritaPage(isi=build_isi(teks), **isi)
    berita.tags.add(*tanda)
    with waktu.pada(pada or waktu.sekarang()):
        return add_halaman(induk=BeritaIndexPage.objects.get(), halaman=berita)


def make_acara(mulai: datetime, **isi):
    nomor = next(_nomor)
    isi = {"title": f"Acara {nomor}", "slug": f"acara-{nomor}", **isi}
    acara = AcaraPage(mulai=mulai, **isi)
    return add_halaman(induk=AgendaIndexPage.objects.get(), halaman=acara)
