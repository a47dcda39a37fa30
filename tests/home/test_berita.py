"""News: lists, archive, sharing, corrections, schedules."""

import json
import random
import re
import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from PIL import Image
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from cms.core import waktu
from cms.core.tasks import publish_scheduled
from home.bagi import BATAS, get_gambar_bagi
from home.berita import selectors
from home.models import BeritaPage
from tests.factories.home import make_berita, make_gambar, make_kategori

pytestmark = pytest.mark.django_db


def judul(lembar):
    return [b.judul for b in lembar.isi]


def test_newest_first_and_pages_join(situs):
    for n in range(15):
        make_berita(date(2026, 1, 1) + timedelta(days=n), title=f"B{n}")
    assert judul(selectors.get_lembar(1)) == [f"B{n}" for n in range(14, 2, -1)]
    kedua = selectors.get_lembar(2)
    assert judul(kedua) == ["B2", "B1", "B0"] and not kedua.has_next and kedua.has_previous


def test_draft_and_private_news_stay_inside(situs, client):
    make_berita(title="Terbit")
    make_berita(title="Draf").unpublish()
    rahasia = make_berita(title="Rahasia")
    PageViewRestriction.objects.create(page=rahasia, restriction_type="login")
    isi = client.get("/berita/").content.decode()
    assert "Terbit" in isi and "Draf" not in isi and "Rahasia" not in isi


def test_category_and_tag(situs, client):
    kategori = make_kategori()
    make_berita(title="Kelas baru", kategori=kategori, tanda=("relawan",))
    make_berita(title="Lain sama sekali")
    for alamat in ("/berita/kategori/pelatihan/", "/berita/tanda/relawan/"):
        isi = client.get(alamat).content.decode()
        assert "Kelas baru" in isi and "Lain sama sekali" not in isi
    assert client.get("/berita/kategori/tidak-ada/").status_code == 404


def test_month_ends_at_midnight_in_jakarta(situs):
    make_berita(datetime(2026, 3, 31, 23, 59, tzinfo=waktu.WIB), title="Maret")
    make_berita(datetime(2026, 4, 1, 0, 0, tzinfo=waktu.WIB), title="April")
    assert judul(selectors.get_lembar_bulan(2026, 3, 1)) == ["Maret"]
    assert judul(selectors.get_lembar_bulan(2026, 4, 1)) == ["April"]
    assert selectors.list_bulan(2026) == [date(2026, 4, 1), date(2026, 3, 1)]


def test_archive_pages(situs, client):
    make_berita(date(2024, 12, 30), title="Lama")
    make_berita(date(2026, 2, 1), title="Baru")
    isi = client.get("/berita/arsip/").content.decode()
    assert all(f"/berita/arsip/{t}/" in isi for t in (2024, 2025, 2026))
    assert "/berita/arsip/2026/2/" in isi
    assert "Lama" in client.get("/berita/arsip/2024/12/").content.decode()
    for salah in ("/berita/arsip/2031/", "/berita/arsip/2026/13/", "/berita/arsip/99999/1/"):
        assert client.get(salah).status_code == 404


def test_any_page_number_answers(situs, client):
    make_berita()
    for p in ("0", "-1", "abc", "1e9", "９", "99999999999", ""):
        assert client.get("/berita/", {"p": p}).status_code == 200, p
    assert client.get("/berita/", {"p": "7"}).status_code == 404


def test_related_shares_a_tag_else_the_category(situs):
    kategori = make_kategori()
    make_berita(date(2026, 1, 1), title="Sekategori", kategori=kategori)
    make_berita(date(2025, 1, 1), title="Setanda", tanda=("kambing",))
    make_berita(date(2026, 2, 1), title="Asing")
    for tanda, terkait in (("kambing", "Setanda"), ("lain", "Sekategori")):
        berita = make_berita(kategori=kategori, tanda=(tanda,))
        assert terkait in [b.judul for b in selectors.list_terkait(berita, berita.tags.all())], (
            tanda
        )
        berita.delete()


def test_page_shows_correction_share_link_and_schema(situs, client):
    ralat = ("ralat", {"tanggal": date(2026, 5, 2), "isi": RichText("<p>Yang benar Kamis.</p>")})
    berita = make_berita(
        title='Rapat </script><b>"aneh"', slug="aneh", ralat=[ralat], gambar=make_gambar()
    )
    isi = client.get(berita.url).content.decode()
    assert "Ralat, <time" in isi and "Yang benar Kamis." in isi
    assert "https://wa.me/?text=Rapat%20" in isi
    skema = re.search(r'<script type="application/ld\+json">(.*?)</script>', isi).group(1)
    assert json.loads(skema)["headline"] == berita.title
    assert '<meta property="og:image" content="http' in isi and ".jpg" in isi
    assert f'<link rel="canonical" href="{berita.full_url}">' in isi


def test_share_picture_is_small_even_for_noise(situs, rf):
    acak = random.Random(7)
    derau = Image.frombytes("RGB", (1400, 900), acak.randbytes(1400 * 900 * 3))
    gambar = make_gambar(derau)
    assert get_gambar_bagi(gambar, rf.get("/")).startswith("http")
    kecil = min(gambar.renditions.all(), key=lambda r: r.file.size)
    assert (kecil.width, kecil.height) == (1200, 630)
    assert kecil.file.size <= BATAS


def test_pictures_are_responsive_and_lazy(situs, client):
    gambar = make_gambar()
    for _ in range(3):
        make_berita(gambar=gambar)
    isi = client.get("/berita/").content.decode()
    assert 'type="image/avif"' in isi and 'loading="lazy"' in isi
    for tag in re.findall(r"<img [^>]*>", isi):
        assert "width=" in tag and "height=" in tag and "alt" in tag


def test_item_without_picture_gets_a_kawung(situs, client):
    make_berita()
    assert '<svg class="kawung"' in client.get("/berita/").content.decode()


def test_schedule_publishes_and_withdraws(situs, client):
    kini = waktu.sekarang()
    berita = make_berita(title="Terjadwal", slug="terjadwal")
    berita.unpublish()
    berita.go_live_at, berita.expire_at = kini - timedelta(minutes=2), kini + timedelta(hours=1)
    berita.save_revision(approved_go_live_at=berita.go_live_at)
    assert client.get("/berita/terjadwal/").status_code == 404
    publish_scheduled()
    assert client.get("/berita/terjadwal/").status_code == 200
    BeritaPage.objects.update(expire_at=kini - timedelta(minutes=1))
    publish_scheduled()
    assert client.get("/berita/terjadwal/").status_code == 404
    assert "Terjadwal" not in client.get("/berita/").content.decode()


def test_feed(situs, client):
    make_berita(date(2026, 5, 1), title="Kabar & <baru>", ringkasan="Isi", kategori=make_kategori())
    jawab = client.get("/berita/rss.xml")
    assert jawab["Content-Type"].startswith("application/rss+xml")
    butir = ET.fromstring(jawab.content).find("channel/item")
    assert butir.findtext("title") == "Kabar & <baru>"
    assert butir.findtext("category") == "Pelatihan"
    assert butir.findtext("pubDate").startswith("Fri, 01 May 2026")


def test_lists_sort_by_an_index(situs):
    """No sorting of all rows: what ten thousand items cost is what ten cost."""
    if connection.vendor != "sqlite":
        pytest.skip("the plan is SQLite's")
    kategori = make_kategori()
    for query in (
        selectors._query(),
        selectors._query().filter(kategori=kategori),
        selectors._query().filter(bertanda__tag=1).order_by("-bertanda__content_object_id"),
    ):
        rencana = query[:13].explain()
        assert "TEMP B-TREE" not in rencana, rencana
