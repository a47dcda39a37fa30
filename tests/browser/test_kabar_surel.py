"""A reader's way on a phone: form, letter, confirmed, news, and one button to stop."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from cms.notifikasi.models import Pesan
from cms.notifikasi.selectors import get_pelanggan
from cms.notifikasi.services import deliver
from tests.factories.notifikasi import queue_uji

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUREL = "ibu@contoh.example"


def read_letter(pola: str) -> str:
    """Deliver what waits; the address in the newest letter that fits."""
    deliver(list(Pesan.objects.values_list("pk", flat=True)))
    return re.search(rf"https?://[^/\s]+({pola}\S+)", mail.outbox[-1].body)[1]


def test_from_the_form_to_stopped(live_server, browser):
    page = open_phone(browser, live_server)
    page.goto("/akun/kabar/")
    page.get_by_label("Alamat surel Anda").fill("ibu")
    page.get_by_role("button", name="Kirim surat konfirmasi").click()
    expect(page.get_by_role("alert").or_(page.locator(".galat")).first).to_be_visible()
    expect(page.get_by_label("Alamat surel Anda")).to_have_value("ibu")
    page.get_by_label("Alamat surel Anda").fill(SUREL)
    page.get_by_role("button", name="Kirim surat konfirmasi").click()
    expect(page.get_by_role("heading", name="Lihat kotak surat Anda")).to_be_visible()
    page.goto(read_letter("/akun/kabar/konfirmasi/"))
    assert get_pelanggan() == []
    tombol = page.get_by_role("button", name="Ya, kirimi saya kabar")
    tombol.click()
    expect(tombol).to_have_count(0)
    assert [p.alamat["surel"] for p in get_pelanggan()] == [SUREL]
    queue_uji(get_pelanggan(), jenis="berita_terbit", kunci="berita:1")
    page.goto(read_letter("/akun/berhenti/"))
    assert_fits(page)
    page.get_by_role("button", name="Hentikan pesan ini").click()
    expect(page.get_by_role("heading", name="Sudah dihentikan")).to_be_visible()
    assert get_pelanggan() == []
    page.context.close()


def test_pages_are_clean_in_light_and_dark(live_server, browser):
    rusak = ["/akun/kabar/konfirmasi/rusak/", "/akun/berhenti/rusak/"]
    assert_clean(browser, live_server, ["/akun/kabar/", "/akun/kabar/diminta/", *rusak])
