"""The server dies in the middle of a quiz and comes back: every answer is there exactly once."""

import re

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import expect

from cms.core.models import EntriTinjau, Jejak
from pelatihan.models import Jawaban
from tests.factories.pelatihan import make_tunggal
from tests.mesin.rumah import Web, prepare, wait_until

from .test_belajar import sign_in
from .test_kuis_luring import SISA, TERKIRIM, TERSIMPAN, make_percobaan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANTREAN = "**/lapangan/antrean/"


@pytest.fixture
def soal():
    return [make_tunggal(f"Soal {nomor}") for nomor in range(1, 6)]


@pytest.fixture
def kuis(soal):
    return make_percobaan(*soal)


@pytest.fixture
def web(tmp_path, kuis):
    """A server of its own on the database of this test."""
    prepare()
    data = tmp_path / "data"
    (data / "antrean" / "kendali").mkdir(parents=True)
    basis = f"sqlite:///{connection.settings_dict['NAME']}"
    web = Web(data, DATABASE_URL=basis, SECRET_KEY=settings.SECRET_KEY)
    web.start()
    yield web
    web.kill()


def open_phone(browser, web, kuis, **kwargs):
    url = f"http://localhost:{web.port}"
    konteks = browser.new_context(base_url=url, viewport={"width": 360, "height": 740}, **kwargs)
    sign_in(konteks, kuis.peserta.anggota.akun, url)
    return konteks.new_page()


def choose(page, nomor: int, huruf: str = "a"):
    """One answer on the page of all questions; gives the place that says what became of it."""
    form = page.locator(f"#s{nomor}")
    form.get_by_label(f"Pilihan {huruf}").check()
    return form.locator("[data-keadaan]")


def list_jawaban(soal) -> list[list[str]]:
    """What is stored, by question."""
    ada = [(j.soal_kunci, j.isi["pilihan"][0]) for j in Jawaban.objects.order_by("id")]
    return [[huruf for kunci, huruf in ada if kunci == satu.kunci] for satu in soal]


def assert_once(kuis, soal) -> None:
    kuis.refresh_from_db()
    assert kuis.nilai_bp == 10000 and kuis.lulus
    assert list_jawaban(soal) == [["a"]] * len(soal)
    assert Jejak.objects.filter(tindakan="finish_percobaan").count() == 1
    assert not EntriTinjau.objects.exists()


def test_killed_before_during_and_after_with_the_queue(browser, web, kuis, soal):
    page = open_phone(browser, web, kuis)
    page.goto(f"/belajar/kuis/{kuis.uuid}/semua/")
    expect(choose(page, 1)).to_have_text(TERKIRIM)

    def store_and_die(jalur):
        """The answer is stored, but the word of it never arrives."""
        jalur.fetch()
        web.kill()
        jalur.abort()

    page.route(ANTREAN, store_and_die, times=1)
    choose(page, 2)
    wait_until(lambda: page.evaluate("true") and web.proses is None, 30)
    assert list_jawaban(soal)[1] == ["a"]
    expect(choose(page, 3)).to_have_text(TERSIMPAN)
    assert list_jawaban(soal)[2] == []
    page.wait_for_timeout(1500)  # it is tried, and nobody answers
    assert page.evaluate(SISA) == 2
    web.start()
    expect(choose(page, 4)).to_have_text(TERKIRIM, timeout=30000)
    wait_until(lambda: page.evaluate(SISA) == 0, 30)
    assert list_jawaban(soal)[:4] == [["a"]] * 4
    choose(page, 5)
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_role("heading", name="Anda lulus")).to_be_visible(timeout=20000)
    assert_once(kuis, soal)
    page.context.close()


def test_handed_in_while_the_server_is_down_and_the_tab_closed(browser, web, kuis, soal):
    page = open_phone(browser, web, kuis)
    page.goto(f"/belajar/kuis/{kuis.uuid}/semua/")
    expect(choose(page, 1)).to_have_text(TERKIRIM)
    web.kill()
    for nomor in range(2, 6):
        expect(choose(page, nomor)).to_have_text(TERSIMPAN)
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_text("dikumpulkan sendiri begitu ada sinyal")).to_be_visible(timeout=15000)
    page.close()
    web.start()
    page = page.context.new_page()
    page.goto("/belajar/")
    wait_until(lambda: page.evaluate(SISA) == 0, 30)
    assert_once(kuis, soal)
    page.context.close()


def test_without_script_the_press_is_repeated(browser, web, kuis, soal):
    page = open_phone(browser, web, kuis, java_script_enabled=False)

    def answer(nomor: int) -> None:
        page.get_by_label("Pilihan a").check()
        page.get_by_role("button", name="Berikutnya").click()
        expect(page).to_have_url(re.compile(f"/({nomor + 1}|kumpulkan)/$"))

    page.goto(f"/belajar/kuis/{kuis.uuid}/1/")
    answer(1)
    page.get_by_label("Pilihan a").check()
    web.kill()
    page.get_by_role("button", name="Berikutnya").click()
    page.wait_for_timeout(500)
    assert list_jawaban(soal)[1] == []
    web.start()
    page.reload()  # the browser sends the form again
    expect(page).to_have_url(re.compile("/3/$"))
    for nomor in range(3, 6):
        answer(nomor)
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_role("heading", name="Anda lulus")).to_be_visible()
    assert_once(kuis, soal)
    page.context.close()
