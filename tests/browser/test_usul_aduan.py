"""A resident complains on a phone without script; the secretary answers; the resident reads it."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from musyawarah.aspirasi import forms, services
from musyawarah.aspirasi.models import Aspirasi
from musyawarah.models import UsulPage
from tests.factories.musyawarah import make_orang

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("lebar", [360, 1280])
def test_complaint_to_answer_without_script(live_server, browser, lebar, monkeypatch):
    monkeypatch.setattr(forms, "PALING_CEPAT", 0)
    Page.objects.get(depth=2).add_child(instance=UsulPage(title="Usul & aduan", slug="usul"))
    sekretaris = make_orang("sekretaris")
    konteks = browser.new_context(
        java_script_enabled=False, viewport={"width": lebar, "height": 740}
    )
    page = konteks.new_page()
    page.goto(f"{live_server.url}/usul/?jenis=keluhan")
    page.get_by_label("Apa yang ingin Anda sampaikan?").fill("Lampu RT 04 mati.")
    page.get_by_label("Surel").fill("warga@contoh")
    page.get_by_role("button", name="Kirim ke BKM").click()
    expect(page.locator(".galat").first).to_be_visible()
    expect(page.get_by_label("Apa yang ingin Anda sampaikan?")).to_have_value("Lampu RT 04 mati.")
    page.get_by_label("Surel").fill("warga@contoh.example")
    page.get_by_role("button", name="Kirim ke BKM").click()
    kode = page.locator(".kode").inner_text()
    services.answer_aspirasi(
        aspirasi=Aspirasi.objects.get(), jawaban="Sudah diganti.", actor=sekretaris
    )
    page.goto(f"{live_server.url}/usul/ikuti/")
    page.get_by_label("Kode tindak lanjut").fill(kode)
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_text("Sudah diganti.")).to_be_visible()
    assert kode not in page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar
    assert konteks.cookies() == []
    konteks.close()
