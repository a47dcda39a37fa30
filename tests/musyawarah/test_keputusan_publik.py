"""What everybody may read about decisions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.core import pencarian, waktu
from musyawarah.rembug import selectors
from musyawarah.rembug.blocks import KeputusanBlock
from tests.factories.musyawarah import SAH, make_konsep, make_menunggu, make_sah

pytestmark = pytest.mark.django_db
SUARA = {"cara": "suara", "setuju": 41, "tidak": 9, "abstain": 0}


@pytest.fixture(autouse=True)
def hari():
    with waktu.pada(SAH):
        yield


def test_list_and_page_say_how_it_was_decided(client, situs, sidang):
    make_sah(sidang)
    make_sah(sidang, judul="Jasa pinjaman tidak berubah", **SUARA)
    daftar = client.get("/keputusan/").content.decode()
    assert "Mufakat. 62 hadir (80 diundang), 27 perempuan." in daftar
    assert "Pemungutan suara: 41 setuju, 9 tidak" in daftar
    rincian = client.get("/keputusan/2026/2/").content.decode()
    assert "Jasa pinjaman tidak berubah" in rincian
    assert sidang.koordinator.nama in rincian


def test_only_ratified_ones_are_public(client, situs, sidang):
    make_konsep(sidang, judul="Rahasia dulu")
    make_menunggu(sidang, judul="Rahasia juga")
    assert "Rahasia" not in client.get("/keputusan/").content.decode()
    assert selectors.search_keputusan("rahasia", 0, 9) == []


@pytest.mark.parametrize(
    "alamat",
    [
        "2026/99/",
        "2025/",
        "1/1/",
        "2026/0/",
        "99999999999/1/",
        "2026/1/x/",
        "?halaman=9",
        "2026/-1/",
    ],
)
def test_what_is_not_there_is_404(client, situs, sidang, alamat):
    make_sah(sidang)
    assert client.get(f"/keputusan/{alamat}").status_code == 404


@pytest.mark.parametrize("halaman", ["0", "-1", "abc", "", "١", "1e9", "%00"])
def test_nonsense_page_numbers_show_the_first(client, situs, sidang, halaman):
    make_sah(sidang)
    assert client.get(f"/keputusan/?halaman={halaman}").status_code == 200


def test_replaced_and_replacing_lead_to_each_other(client, situs, sidang):
    lama = make_sah(sidang)
    baru = make_sah(sidang, judul="Yang benar", menggantikan=lama)
    assert baru.get_absolute_url() in client.get(lama.get_absolute_url()).content.decode()
    assert lama.get_absolute_url() in client.get(baru.get_absolute_url()).content.decode()
    assert "Sudah diganti oleh keputusan 2026/2" in client.get("/keputusan/").content.decode()


def test_minutes_as_pdf(client, situs, sidang):
    sah = make_sah(sidang, judul="#panic[x] & _tanda_ 🐐")
    jawaban = client.get(f"{sah.get_absolute_url()}berita-acara/")
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban.content.startswith(b"%PDF")


def test_list_costs_the_same_for_many(client, situs, sidang):
    Site.objects.update(root_page=situs["keputusan"].get_parent())
    make_sah(sidang)
    client.get("/keputusan/")
    with CaptureQueriesContext(connection) as satu:
        client.get("/keputusan/")
    for _n in range(5):
        make_sah(sidang)
    client.get("/keputusan/")
    with CaptureQueriesContext(connection) as banyak:
        client.get("/keputusan/")
    assert len(banyak) == len(satu) <= 12


@pytest.mark.dua
def test_search_finds_by_words_of_the_text(sidang):
    make_sah(sidang)
    assert [h.url for h in selectors.search_keputusan("saluran air", 0, 9)] == [
        "/keputusan/2026/1/"
    ]
    assert selectors.search_keputusan("kambing", 0, 9) == []
    assert "keputusan" in [b.kode for b in pencarian.list_bagian()]


def test_a_decision_inside_a_page(sidang):
    sah = make_sah(sidang)
    html = KeputusanBlock().render(sah)
    assert 'href="/keputusan/2026/1/"' in html
    assert KeputusanBlock().render(make_konsep(sidang)).strip() == ""


def test_site_map_names_each(client, situs, sidang):
    sah = make_sah(sidang)
    assert sah.get_absolute_url() in client.get("/sitemap-keputusan.xml").content.decode()
