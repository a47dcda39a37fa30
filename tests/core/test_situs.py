"""The site is remembered, and never older than what was published."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from cms.core.situs import find_anak
from home.services import build_situs
from tests.factories.home import make_berita

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def berita():
    build_situs()
    return make_berita(title="Kerja bakti", slug="kerja-bakti")


def get(client, alamat):
    with CaptureQueriesContext(connection) as catatan:
        jawab = client.get(alamat)
    return jawab, " ".join(q["sql"] for q in catatan)


def test_a_second_reader_asks_neither_for_site_nor_section(client, berita):
    for _ke in range(2):  # the very first reader leaves a row of settings behind
        get(client, "/berita/kerja-bakti/")
    jawab, sql = get(client, "/berita/kerja-bakti/")
    assert jawab.status_code == 200
    assert "wagtailcore_site" not in sql and "home_beritaindexpage" not in sql


def test_a_renamed_section_answers_at_once(client, berita):
    get(client, "/berita/kerja-bakti/")
    indeks = Page.objects.get(slug="berita").specific
    indeks.slug = "warta"
    indeks.save_revision().publish()
    assert get(client, "/berita/kerja-bakti/")[0].status_code == 301
    assert get(client, "/warta/kerja-bakti/")[0].status_code == 200


def test_a_withdrawn_section_is_gone_at_once(client, berita):
    get(client, "/berita/")
    Page.objects.get(slug="berita").specific.unpublish()
    assert get(client, "/berita/")[0].status_code == 404


def test_a_second_site_is_asked_for_each_time(client, berita):
    get(client, "/")
    lain = Page.objects.get(depth=2).add_child(instance=Page(title="Lain", slug="lain"))
    Site.objects.create(hostname="lain.example", root_page=lain)
    assert "wagtailcore_site" in get(client, "/berita/kerja-bakti/")[1]


def test_everybody_gets_a_copy(berita):
    induk = Page.objects.get(depth=2)
    satu, dua = find_anak(induk, "berita"), find_anak(induk, "berita")
    satu.title = "Diubah"
    assert dua.title != "Diubah" and find_anak(induk, "tidak-ada") is None
