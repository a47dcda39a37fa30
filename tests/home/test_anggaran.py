"""Budgets: queries per page type do not grow with rows, and a first visit is light."""

from datetime import timedelta

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core import waktu
from cms.core.media.models import Gambar
from home.models import HalamanPage
from home.services import add_halaman, publish_laporan
from tests.factories.home import make_acara, make_berita, make_gambar, make_kategori

pytestmark = pytest.mark.django_db

ALAMAT = [
    "/",
    "/berita/",
    "/berita/kategori/pelatihan/",
    "/berita/tanda/kambing/",
    "/berita/arsip/",
    "/berita/inti/",
    "/agenda/",
    "/agenda/temu/",
    "/uang-kita/",
    "/tentang/",
    "/layanan/",
    "/kontak/",
    "/nek-kanane/",
    "/coba/",
    "/cari/",
    "/cari/?q=kambing",
    "/cari/?q=kambng",
    "/cari/berita/?q=kambing",
]


def fill(banyak: int, gambar: Gambar, kategori, user):
    for n in range(banyak):
        pada = waktu.sekarang() - timedelta(days=n + 1)
        isi = {"kategori": kategori, "gambar": gambar, "tanda": ("kambing",)}
        make_berita(pada, title=f"Kambing gulir ke {n}", ringkasan="Kambing. " * 20, **isi)
        make_acara(waktu.sekarang() + timedelta(days=n), title=f"Kambing {n}")
        make_acara(waktu.sekarang() - timedelta(days=n + 1))
        publish_laporan(
            actor=user, jenis="keuangan", judul=f"Laporan {n}", nama_berkas="a.pdf", isi=b"x"
        )


def count(client, alamat: str) -> int:
    client.get(alamat)
    with CaptureQueriesContext(
        connection,
    ) as tangkap:
        jawab = client.get(alamat)
    assert jawab.status_code == 200, alamat
    assert len(brotli.compress(jawab.content, quality=5)) <= 10 * 1024, alamat
    return len(tangkap)


def test_queries_stay_within_twelve_and_never_grow(situs, client, user):
    gambar, kategori = make_gambar(), make_kategori()
    isi = {"kategori": kategori, "gambar": gambar, "tanda": ("kambing",)}
    foto = [("gambar", {"gambar": make_gambar(nama=f"g{n}.png"), "alt": "a"}) for n in range(4)]
    inti = make_berita(title="Kambing inti", slug="inti", **isi)
    inti.isi = foto
    inti.save_revision().publish()
    make_acara(waktu.sekarang(), title="Temu kambing", slug="temu")
    add_halaman(induk=situs, halaman=HalamanPage(title="Coba", slug="coba", isi=foto))
    fill(1, gambar, kategori, user)
    sedikit = {a: count(client, a) for a in ALAMAT}
    fill(7, make_gambar(nama="dua.png"), kategori, user)
    banyak = {a: count(client, a) for a in ALAMAT}
    assert {a: n for a, n in banyak.items() if n > 12} == {}
    assert {a: (sedikit[a], n) for a, n in banyak.items() if n > sedikit[a]} == {}


def test_first_visit_makes_few_requests(situs, client):
    """Page, sheet, script, font, icon, one picture above the fold."""
    make_berita(gambar=make_gambar())
    isi = client.get("/").content.decode()
    diminta = isi.count('<link rel="stylesheet"') + isi.count('<script type="module"')
    diminta += isi.count('rel="preload"') + isi.count('rel="icon"') + isi.count("<picture>")
    assert 1 + diminta <= 6
