"""The maker's way on one phone: a quiz that draws, released, changed, released again, corrected."""

import pytest
from playwright.sync_api import Page, expect

from cms.accounts import peran
from cms.accounts.services import give_peran
from pelatihan.models import BagianPage, Koreksi, Kuis, Percobaan, Rilis, Soal
from pelatihan.penilaian import services
from pelatihan.penilaian.capaian import list_soal
from pelatihan.peserta.services import assign_pengampu
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_kursus,
    make_peserta,
    make_tunggal,
)

from .telepon import open_phone
from .test_menulis_berita import assert_reachable

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pembuat():
    """Who facilitates the course, with three questions of its topic in the bank."""
    for n in range(1, 4):
        make_tunggal(f"Soal kas {n}", topik="kas")
    kursus = make_kursus(judul="Kas yang rapi")
    anggota = make_anggota(nama="Bu Ratna")
    give_peran(user=anggota.akun, peran=peran.FASILITATOR, dasar="uji")
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=anggota)
    return anggota.akun, kursus


def test_from_a_drawn_quiz_to_a_corrected_question(live_server, browser, pembuat):
    akun, kursus = pembuat
    page = open_phone(
        browser, live_server, akun, java_script_enabled=True, has_touch=True, is_mobile=True
    )
    salah: list[str] = []
    page.on("pageerror", lambda galat: salah.append(str(galat)))
    kuis = make_kuis(page)
    place(kuis)
    publish(page, kursus, "Kuis “Kuis undian”: baru")
    percobaan = take(kursus, kuis)
    change(page, kuis)
    publish(page, kursus, "Kuis “Kuis undian”: diubah")
    assert Rilis.objects.filter(kursus_kunci=kursus.kunci).count() == 3
    correct(page, kursus)
    percobaan.refresh_from_db()
    assert percobaan.lulus and percobaan.nilai_bp == 10000
    assert not salah


def make_kuis(page: Page) -> Kuis:
    """Two questions drawn from the bank, none fixed."""
    page.goto("/admin/kuis/new/")
    page.locator("#id_judul").fill("Kuis undian")
    page.locator("#id_undian-ADD").click()
    page.locator("#id_undian-0-topik").select_option("kas")
    page.locator("#id_undian-0-banyak").fill("2")
    page.locator("#id_status").select_option("terbit")
    page.get_by_role("button", name="Buat", exact=True).click()
    page.wait_for_url("**/admin/kuis/")
    return Kuis.objects.get(judul="Kuis undian")


def place(kuis: Kuis) -> None:
    bagian = BagianPage.objects.get()
    bagian.kuis = kuis
    bagian.save_revision().publish()


def publish(page: Page, kursus, perubahan: str) -> None:
    """The list says that something waits, the page says what, the button releases it."""
    page.goto("/admin/rilis/")
    expect(page.get_by_text("Perubahan belum terbit: 1")).to_be_visible()
    page.get_by_role("link", name="Kas yang rapi").click()
    expect(page.get_by_text(perubahan).first).to_be_visible()
    assert_reachable(page)
    page.get_by_role("button", name="Terbitkan").click()
    expect(page.get_by_text("Semua sudah terbit")).to_be_visible()


def take(kursus, kuis: Kuis) -> Percobaan:
    """A learner answers all that was drawn with “b”; the key says “a”."""
    percobaan = services.start_percobaan(
        peserta=make_peserta(kursus, make_anggota(nama="Pak Karso")), kuis_kunci=kuis.kunci
    )
    for soal in Soal.objects.filter(kunci__in=[s["kunci"] for s in list_soal(percobaan)]):
        jawab(percobaan, soal, pilihan=["b"])
    percobaan = services.finish_percobaan(percobaan=percobaan)
    assert percobaan.nilai_bp == 0
    return percobaan


def change(page: Page, kuis: Kuis) -> None:
    page.goto(f"/admin/kuis/edit/{kuis.pk}/")
    page.locator("#id_lulus_persen").fill("50")
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/admin/kuis/")


def correct(page: Page, kursus) -> None:
    """Every question of the bank gets “b” besides, and the log names who was touched."""
    for nomor in range(3):
        page.goto(f"/admin/rilis/{kursus.pk}/")
        page.get_by_role("link", name="Koreksi soal").click()
        page.locator("td.title a").nth(nomor).click()
        page.get_by_label("Jawaban lain yang benar").check()
        page.get_by_label("Pilihan b").select_option(label="100%")
        page.get_by_label("Alasan").fill("Kunci keliru")
        assert_reachable(page)
        page.get_by_role("button", name="Lihat siapa yang berubah").click()
        expect(page.get_by_role("heading", name="Siapa yang berubah")).to_be_visible()
        assert_reachable(page)
        page.get_by_role("button", name="Koreksi soal ini").click()
        expect(page.get_by_text("Soal sudah dikoreksi")).to_be_visible()
    page.goto(f"/admin/rilis/{kursus.pk}/koreksi/catatan/")
    expect(page.get_by_text("Kunci keliru")).to_have_count(3)
    assert Koreksi.objects.count() == 3
