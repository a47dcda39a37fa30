"""A facilitator makes a class, learners join and wait, the roll is called, digits do for a camera."""

import re

import pytest
from playwright.sync_api import expect

from cms.accounts import peran
from cms.core import waktu
from pelatihan.kelas.models import Kehadiran
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_anggota, make_kursus

from .test_belajar import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_page(browser, live_server, anggota):
    konteks = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    sign_in(konteks, anggota.akun, live_server.url)
    return konteks.new_page()


def make_kelas(page, live_server) -> None:
    kini = waktu.ke_wib(waktu.sekarang())
    page.goto(live_server.url + "/lapangan/kelas/")
    page.get_by_role("link", name="Kelas baru").click()
    page.get_by_label("Nama", exact=False).first.fill("Kelas Sabtu")
    page.locator("[name=dari]").fill(f"{kini:%Y-%m-%d}")
    page.locator("[name=kapasitas]").fill("1")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("link", name="Pertemuan baru").click()
    page.locator("[name=judul]").fill("Kas harian")
    page.locator("[name=hari]").fill(f"{kini:%Y-%m-%d}")
    page.locator("[name=jam]").fill("00:00")
    page.locator("[name=sampai_jam]").fill("23:59")
    page.get_by_role("button", name="Simpan").click()


def join(page, live_server, kata="Ikut kelas ini") -> None:
    page.goto(live_server.url + "/belajar/kelas/")
    page.get_by_role("link", name="Kelas Sabtu").click()
    page.get_by_role("link", name=kata).click()
    page.get_by_role("button", name=kata).click()


def test_from_a_new_class_to_attendance(live_server, browser):
    kursus = make_kursus()
    galih = make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=galih)
    sri, wiji = make_anggota(nama="Sri Hartini"), make_anggota(nama="Wiji Asri")
    pengampu = open_page(browser, live_server, galih)
    make_kelas(pengampu, live_server)
    satu, dua = (open_page(browser, live_server, a) for a in (sri, wiji))
    join(satu, live_server)
    expect(satu.get_by_text("Anda ikut kelas ini")).to_be_visible()
    join(dua, live_server, "Masuk daftar tunggu")
    expect(dua.get_by_text("urutan ke-1")).to_be_visible()
    pengampu.reload()
    pengampu.get_by_role("link", name="Kas harian").click()
    pengampu.get_by_role("link", name="Tampilkan QR dan angka").click()
    angka = pengampu.locator(".kode").inner_text().strip()
    assert re.fullmatch(r"\d{4}", angka)
    satu.reload()
    satu.get_by_role("link", name="Saya hadir, pakai angka").click()
    satu.locator("[name=kode]").fill(angka)
    satu.get_by_role("button", name="Saya hadir").click()
    expect(satu.get_by_text("Anda sudah dicatat")).to_be_visible()
    pengampu.get_by_role("link", name="Kas harian").click()
    expect(pengampu.get_by_text("1 dari 1 datang")).to_be_visible()
    pengampu.get_by_role("link", name="Betulkan Sri Hartini").click()
    pengampu.get_by_label("Izin").check()
    pengampu.locator("[name=alasan]").fill("Pulang awal dengan izin")
    pengampu.get_by_role("button", name="Simpan pembetulan").click()
    expect(pengampu.get_by_role("link", name="Betulkan Sri Hartini")).to_be_visible()
    assert Kehadiran.objects.count() == 2
    satu.locator("summary", has_text="Keluar").click()
    satu.get_by_role("button", name="Keluar dari kelas ini").click()
    dua.reload()
    expect(dua.get_by_text("Anda ikut kelas ini")).to_be_visible()
    assert pengampu.evaluate("document.documentElement.scrollWidth") <= 360
