"""A volunteer takes part, reads, answers and completes; anybody checks the proof. With and without script."""

import re

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import expect

from pelatihan.models import Jawaban, Sertifikat
from tests.factories.pelatihan import (
    make_anggota,
    make_angka,
    make_ganda,
    make_kuis,
    make_kursus,
    make_tunggal,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(konteks, user, url: str) -> None:
    sesi = SessionStore()
    sesi[SESSION_KEY], sesi[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    sesi[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    sesi.save()
    konteks.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": sesi.session_key, "url": url}]
    )


@pytest.mark.parametrize(("lebar", "skrip"), [(360, False), (360, True), (1280, True)])
def test_volunteer_from_taking_part_to_the_proof(live_server, browser, lebar, skrip):
    soal = [make_tunggal(), make_ganda(), make_angka()]
    kursus = make_kursus(kuis=make_kuis(*soal))
    anggota = make_anggota(nama="Sri Hartini")
    konteks = browser.new_context(
        java_script_enabled=skrip, viewport={"width": lebar, "height": 740}
    )
    page = konteks.new_page()
    page.goto(live_server.url + kursus.url)
    page.get_by_role("link", name="Ikut kursus ini").click()
    expect(page).to_have_url(re.compile("/akun/masuk/"))
    sign_in(konteks, anggota.akun, live_server.url)
    page.goto(live_server.url + kursus.url)
    page.get_by_role("link", name="Ikut kursus ini").click()
    page.get_by_role("button", name="Ya, saya ikut").click()
    page.get_by_role("link", name="Mulai belajar").click()
    page.get_by_role("button", name="Sudah paham, lanjut").click()
    expect(page.get_by_role("heading", name="Pelajaran 2")).to_be_visible()
    page.goto(live_server.url + "/belajar/")
    page.get_by_role("link", name="Lanjutkan belajar").click()
    expect(page.get_by_role("heading", name="Pelajaran 2")).to_be_visible()
    page.get_by_role("button", name="Sudah paham, lanjut").click()
    page.get_by_role("button", name="Mulai kuis").click()
    page.get_by_label("Pilihan a").check()
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("button", name="Sebelumnya").click()
    expect(page.get_by_text(re.compile(r"Jawaban sudah terkirim pukul \d\d\.\d\d"))).to_be_visible()
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_label("Pernyataan 0").check()
    page.get_by_label("Pernyataan 1").check()
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("textbox").fill("dua juta")
    page.get_by_role("button", name="Berikutnya").click()
    expect(page.locator("#galat, [role=alert]").first).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("dua juta")
    page.get_by_role("textbox").fill("Rp 2.950.000")
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_role("heading", name="Anda lulus")).to_be_visible()
    page.get_by_role("link", name="Lihat tanda selesai saya").click()
    kode = page.locator(".kode").inner_text()
    konteks.close()
    assert Jawaban.objects.values("soal_kunci").distinct().count() == 3
    assert Sertifikat.objects.get().kode == kode
    umum = browser.new_page(java_script_enabled=skrip)
    umum.goto(f"{live_server.url}/cek/{kode}/")
    expect(umum.get_by_text("S. H.")).to_be_visible()
    assert "Sri" not in umum.locator("main").inner_text()
    umum.close()
