"""The public pages of the school: readable by anybody, cheap, light, without secrets."""

import gzip

import pytest
from wagtail.models import Page

from cms.accounts import peran
from cms.core.panel import list_panel
from cms.core.pencarian import get_bagian
from pelatihan.kursus.blocks import get_ukuran, list_gambar
from pelatihan.models import KursusIndexPage, KursusPage, PelajaranPage
from pelatihan.muat.services import load_kursus
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kursus():
    akar = Page.objects.get(depth=2)
    akar.add_child(instance=KursusIndexPage(title="Belajar", slug="pelatihan"))
    load_kursus("manajemen-mutu-organisasi")
    return KursusPage.objects.get()


def test_public_pages_are_light_cheap_and_without_cookie(
    client, kursus, django_assert_max_num_queries
):
    pelajaran = PelajaranPage.objects.order_by("path").first()
    for url in ("/pelatihan/", kursus.url, pelajaran.get_parent().url, pelajaran.url):
        client.get(url)
        with django_assert_max_num_queries(12):
            jawaban = client.get(url)
        assert jawaban.status_code == 200
        assert not jawaban.cookies and b"csrfmiddlewaretoken" not in jawaban.content
        assert len(gzip.compress(jawaban.content)) <= 10 * 1024


def test_facilitators_note_is_for_facilitators(client, kursus):
    url = PelajaranPage.objects.order_by("path").first().url
    assert "Catatan untuk fasilitator" not in client.get(url).content.decode()
    client.force_login(UserFactory(peran=[peran.RELAWAN]))
    assert "Catatan untuk fasilitator" not in client.get(url).content.decode()
    client.force_login(UserFactory(peran=[peran.FASILITATOR]))
    assert "Catatan untuk fasilitator" in client.get(url).content.decode()


def test_search_finds_lessons_but_not_notes(kursus):
    cari = get_bagian("pelajaran").cari
    assert cari("milik siapa", 0, 5)[0].judul == "BKM itu milik siapa?"
    assert cari("plano spidol", 0, 5) == []


def test_front_page_panel_names_the_courses(kursus):
    panel = {p.kode: isi for p, isi in list_panel()}
    assert panel["belajar"]["daftar_kursus"] == [(kursus, None)]


def test_every_drawing_has_its_size():
    assert list_gambar()
    assert {get_ukuran(nama)[0] for nama, _judul in list_gambar()} == {"640"}
    assert get_ukuran("tidak/ada.svg") == ("640", "480")
