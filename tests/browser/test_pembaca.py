"""A reader without script: from the front page through news, agenda and report to the search."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from cms.core import waktu
from home.services import build_situs
from tests.factories.home import make_acara, make_berita

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BERITA = "Panen raya di Sawah Kidul"
HURUF_BESAR = "() => { document.documentElement.style.fontSize = '200%' }"


@pytest.fixture
def isi():
    build_situs()
    make_berita(title=BERITA, slug="panen", ringkasan="Dua puluh warga memanen padi.")
    besok = waktu.sekarang() + timedelta(days=1)
    make_acara(besok, title="Kerja bakti", slug="kerja-bakti", tempat="Balai Desa")


@pytest.mark.parametrize("lebar", [360, 1280])
def test_a_reader_finds_everything(live_server, browser, isi, lebar):
    page = open_phone(browser, live_server, viewport={"width": lebar, "height": 740})
    page.goto("/")
    read_berita(page)
    read_agenda(page)
    search(page)
    page.context.close()


def read_berita(page):
    page.locator("main").get_by_role("link", name=BERITA).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(BERITA)
    bagi = page.get_by_role("link", name="Bagikan ke WhatsApp").get_attribute("href")
    [teks] = parse_qs(urlsplit(bagi).query)["text"]
    assert teks.startswith(BERITA) and teks.endswith("/berita/panen/")


def read_agenda(page):
    page.goto("/agenda/")
    page.locator("main").get_by_role("link", name="Kerja bakti").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kerja bakti")
    alamat = page.get_by_role("link", name="Simpan ke kalender").get_attribute("href")
    kalender = page.request.get(alamat).text()
    assert "SUMMARY:Kerja bakti" in kalender and "LOCATION:Balai Desa" in kalender


def search(page):
    page.goto("/cari/")
    page.locator("main input[name=q]").fill("panen")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("main").get_by_role("link", name=BERITA)).to_be_visible()
    page.goto("/cari/?q=zzzz")
    expect(page.locator("main")).to_contain_text("zzzz” tidak ditemukan")


def test_pages_fit_and_are_clean(live_server, browser, isi):
    alamat = ["/", "/berita/", "/berita/panen/", "/agenda/", "/uang-kita/", "/cari/?q=panen"]
    page = open_phone(browser, live_server, java_script_enabled=True, bypass_csp=True)
    for satu in alamat:
        page.goto(satu)
        assert_fits(page)
        page.evaluate(HURUF_BESAR)
        assert_fits(page)
    page.context.close()
    assert_clean(browser, live_server, alamat)
