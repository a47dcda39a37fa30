"""Every kind of question on a phone, with and without script; the office shows only the chosen kind."""

import pytest
from playwright.sync_api import expect

from cms.accounts import peran
from pelatihan.models import Jawaban, Percobaan
from pelatihan.penilaian.services import start_percobaan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    make_isian,
    make_jodoh,
    make_keterangan,
    make_kuis,
    make_kursus,
    make_peserta,
    make_rumpang,
    make_uraian,
    make_urut,
)

from .telepon import assert_clean
from .test_belajar import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGKAH = ("Undang warga", "Bahas usul", "Tulis berita acara")


def make_percobaan() -> Percobaan:
    soal = [make_keterangan(), make_isian(), make_jodoh(), make_urut(), make_rumpang()]
    peserta = make_peserta(make_kursus(kuis=make_kuis(*soal, make_uraian())))
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    return start_percobaan(peserta=peserta, kuis_kunci=kuis)


def open_kuis(browser, url: str, *, skrip: bool):
    percobaan = make_percobaan()
    konteks = browser.new_context(java_script_enabled=skrip, viewport={"width": 360, "height": 740})
    sign_in(konteks, percobaan.peserta.anggota.akun, url)
    page = konteks.new_page()
    page.goto(f"{url}/belajar/kuis/{percobaan.uuid}/1/")
    return page


def go_on(page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Berikutnya").click()


@pytest.mark.parametrize("skrip", [False, True])
def test_every_kind_on_a_phone(live_server, browser, skrip):
    page = open_kuis(browser, live_server.url, skrip=skrip)
    expect(page.get_by_role("heading", name="Baca dulu cerita Bu Yati.")).to_be_visible()
    go_on(page)
    expect(page.get_by_role("heading", name="Apa sebutan musyawarah di desa?")).to_be_visible()
    page.get_by_role("textbox").fill("Rembuk")
    go_on(page)
    page.get_by_label("Kasir").select_option(label="memegang uang")
    page.get_by_label("Sekretaris").select_option(label="mencatat rapat")
    go_on(page)
    for teks in LANGKAH:
        page.get_by_label(teks).select_option("1")
    go_on(page)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label(LANGKAH[0])).to_have_value("1")
    for nomor, teks in enumerate(LANGKAH, start=1):
        page.get_by_label(teks).select_option(str(nomor))
    go_on(page)
    page.get_by_label("Isian 1").fill("kasir")
    page.get_by_label("Isian 2").select_option(label="berdua")
    page.get_by_label("Isian 3").fill("2")
    go_on(page)
    expect(page.get_by_role("heading", name="Mengapa kas dihitung berdua?")).to_be_visible()
    page.get_by_role("textbox").fill("Supaya saling menjaga.")
    go_on(page)
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_role("heading", name="Jawaban Anda sudah masuk")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()
    terakhir = {j.soal_kunci: j.nilai_bp for j in Jawaban.objects.order_by("id")}
    assert sorted(terakhir.values()) == [0] + [10000] * 4
    assert Percobaan.objects.get().menunggu


def test_axe_finds_nothing(live_server, browser):
    percobaan = make_percobaan()
    halaman = [f"/belajar/kuis/{percobaan.uuid}/{nomor}/" for nomor in range(1, 7)]
    assert_clean(browser, live_server, halaman, percobaan.peserta.anggota.akun)


@pytest.mark.parametrize("skrip", [False, True])
def test_the_office_shows_the_fields_of_the_chosen_kind(live_server, browser, skrip):
    konteks = browser.new_context(java_script_enabled=skrip)
    sign_in(konteks, UserFactory(peran=[peran.FASILITATOR]), live_server.url)
    page = konteks.new_page()
    page.goto(f"{live_server.url}/admin/soal/new/")
    urutan, kiri = page.locator("#id_urutan"), page.locator("#id_kiri_1")
    page.locator("#id_jenis").select_option("mengurutkan")
    expect(urutan).to_be_visible()
    expect(kiri).to_be_visible(visible=not skrip)
    page.locator("#id_jenis").select_option("menjodohkan")
    expect(kiri).to_be_visible()
    expect(urutan).to_be_visible(visible=not skrip)
    konteks.close()
