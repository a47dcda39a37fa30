"""An officer helps somebody at the counter: the code is there to be read out."""

import re

import pytest
from playwright.sync_api import expect

from cms.komunitas.models import Wilayah
from tests.factories.accounts import UserFactory
from tests.factories.aset import make_orang

from .telepon import assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_code_can_be_seen_and_namesakes_told_apart(live_server, browser):
    warga = make_orang()
    desa = Wilayah.objects.create(jenis="desa", nama="Sukamaju")
    warga.anggota.wilayah = Wilayah.objects.create(jenis="rt", nama="RT 04 RW 02", induk=desa)
    warga.anggota.save()
    page = open_phone(browser, live_server, UserFactory(peran=["sekretaris"]))
    page.goto(f"/lapangan/kode/?cari={warga.username}")
    expect(page.get_by_text("RT 04 RW 02")).to_be_visible()
    page.get_by_text(warga.nama).click()
    page.get_by_role("button", name="Buat kode").click()
    expect(page.locator(".kode")).to_be_visible()
    expect(page.locator(".kode")).to_have_text(re.compile(r"^[a-z0-9-]{10,}$", re.I))
    assert_fits(page)
