"""A quiz where the network comes and goes: nothing lost, nothing doubled, nothing shown too early."""

import re

import pytest
from playwright.sync_api import expect

from cms.core.models import EntriTinjau
from pelatihan.models import Jawaban, Percobaan
from pelatihan.penilaian.services import start_percobaan
from tests.factories.pelatihan import (
    make_anggota,
    make_angka,
    make_ganda,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)
from tests.mesin.rumah import wait_until

from .test_belajar import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TERSIMPAN = "Jawaban tersimpan di HP ini"
SISA = """async () => {
  const meta = document.querySelector('meta[name="guyub-antrean"]');
  return (await (await import(meta.dataset.modul)).daftar()).length;
}"""
TERKIRIM = re.compile(r"Jawaban sudah terkirim pukul \d\d\.\d\d")


def make_percobaan(*soal, **aturan) -> Percobaan:
    """A quiz of these questions, begun."""
    peserta = make_peserta(make_kursus(kuis=make_kuis(*soal, **aturan)), make_anggota())
    kunci = peserta.rilis.susunan[0]["kuis"]["kunci"]
    return start_percobaan(peserta=peserta, kuis_kunci=kunci)


@pytest.fixture
def kuis():
    return make_percobaan(make_tunggal(), make_ganda(), make_angka())


def open_phone(browser, live_server, user):
    # The worker needs a secure address, and localhost counts as one.
    url = live_server.url.replace("127.0.0.1", "localhost")
    konteks = browser.new_context(base_url=url, viewport={"width": 360, "height": 740})
    sign_in(konteks, user, url)
    return konteks


def open_semua(konteks, percobaan):
    page = konteks.new_page()
    page.goto(f"/belajar/kuis/{percobaan.uuid}/semua/")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    return page


def count_isi() -> list:
    return [j.isi for j in Jawaban.objects.order_by("id")]


def test_network_cut_tab_closed_opened_again(live_server, browser, kuis):
    hp = open_phone(browser, live_server, kuis.peserta.anggota.akun)
    page = open_semua(hp, kuis)
    page.reload()  # now the worker has seen it
    page.get_by_label("Pilihan b").check()
    expect(page.get_by_text(TERKIRIM)).to_be_visible()
    hp.set_offline(True)
    page.get_by_label("Pilihan a").check()
    page.get_by_label("Pernyataan 0").check()
    page.get_by_label("Pernyataan 1").check()
    page.get_by_role("textbox").fill("Rp 2.950.000")
    page.get_by_role("textbox").blur()
    expect(page.get_by_text(TERSIMPAN)).to_have_count(3)
    expect(page.get_by_text(re.compile(r"\d catatan belum terkirim"))).to_be_visible()
    page.close()
    page = hp.new_page()
    page.goto(f"/belajar/kuis/{kuis.uuid}/semua/")
    expect(page.get_by_label("Pilihan a")).to_be_checked()
    expect(page.get_by_role("textbox")).to_have_value("Rp 2.950.000")
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_text("dikumpulkan sendiri begitu ada sinyal")).to_be_visible(timeout=15000)
    page.goto("/belajar/")
    expect(page.get_by_role("heading", name="Tanpa sinyal")).to_be_visible()
    page.close()
    assert count_isi() == [{"pilihan": ["b"]}]
    hp.set_offline(False)
    page = hp.new_page()
    page.goto("/belajar/")
    wait_until(lambda: page.evaluate(SISA) == 0, 30)
    kuis.refresh_from_db()
    assert kuis.lulus and kuis.nilai_bp == 10000
    assert {"pilihan": ["a"]} in count_isi() and not EntriTinjau.objects.exists()
    assert len({str(j.kunci) for j in Jawaban.objects.all()}) == Jawaban.objects.count()
    hp.close()


def test_shared_phone_keeps_entries_and_shows_nothing(live_server, browser, kuis):
    hp = open_phone(browser, live_server, kuis.peserta.anggota.akun)
    page = open_semua(hp, kuis)
    page.route("**/lapangan/antrean/", lambda jalur: jalur.abort())
    page.get_by_label("Pilihan b").check()
    expect(page.get_by_text(TERSIMPAN)).to_be_visible()
    page.goto("/akun/")
    page.get_by_role("button", name="Keluar").last.click()
    expect(page).to_have_url(re.compile("/akun/masuk/"))
    kas = "caches.keys().then((n) => n.filter((x) => x.startsWith('guyub-halaman-')).length)"
    assert page.evaluate(kas) == 0
    budi = make_peserta(make_kursus(kuis=make_kuis(), judul="Lain"), make_anggota(nama="Budi"))
    kunci = budi.rilis.susunan[0]["kuis"]["kunci"]
    lain = start_percobaan(peserta=budi, kuis_kunci=kunci)
    sign_in(hp, budi.anggota.akun, live_server.url.replace("127.0.0.1", "localhost"))
    page.goto(f"/belajar/kuis/{lain.uuid}/semua/")
    expect(page.get_by_text("Ada kiriman orang lain yang belum terkirim.")).to_be_visible()
    assert "Siapa memutus" in page.content() and str(kuis.uuid) not in page.content()
    page.unroute("**/lapangan/antrean/")
    page.reload()
    wait_until(lambda: page.evaluate(SISA) == 0, 30)
    expect(page.get_by_text("Ada kiriman orang lain")).to_be_hidden(timeout=20000)
    satu = Jawaban.objects.get()
    assert satu.percobaan == kuis and satu.isi == {"pilihan": ["b"]}
    hp.close()


def test_two_tabs_reload_back_and_double_submit(live_server, browser, kuis):
    hp = open_phone(browser, live_server, kuis.peserta.anggota.akun)
    kiri, kanan = open_semua(hp, kuis), open_semua(hp, kuis)
    kiri.get_by_label("Pilihan a").check()
    expect(kiri.get_by_text(TERKIRIM)).to_be_visible()
    kanan.get_by_label("Pilihan c").check()
    expect(kanan.get_by_text(TERKIRIM)).to_be_visible()
    kiri.reload()
    expect(kiri.get_by_label("Pilihan c")).to_be_checked()
    kiri.go_back()
    kiri.goto(f"/belajar/kuis/{kuis.uuid}/1/")
    expect(kiri.get_by_label("Pilihan c")).to_be_checked()
    kiri.get_by_label("Pilihan a").check()
    kiri.get_by_role("button", name="Berikutnya").dblclick()
    expect(kiri).to_have_url(re.compile("/2/$"))
    kiri.go_back()
    expect(kiri.get_by_label("Pilihan a")).to_be_checked()
    assert [i["pilihan"] for i in count_isi()] == [["a"], ["c"], ["a"]]
    assert not EntriTinjau.objects.exists()
    hp.close()


def test_nothing_that_tells_the_answer_reaches_the_browser(live_server, browser, kuis):
    hp = open_phone(browser, live_server, kuis.peserta.anggota.akun)
    isi: list[str] = []

    def keep(jawab):
        if jawab.request.resource_type != "font" and jawab.status == 200:
            isi.append(jawab.text())

    page = hp.new_page()
    page.on("response", keep)
    page.goto(f"/belajar/kuis/{kuis.uuid}/semua/")
    page.get_by_label("Pilihan a").check()
    page.get_by_role("textbox").fill("1")
    page.get_by_role("textbox").blur()
    expect(page.get_by_text(TERKIRIM)).to_have_count(2)
    for nomor in (1, 2, 3):
        page.goto(f"/belajar/kuis/{kuis.uuid}/{nomor}/")
    page.goto(f"/belajar/kuis/{kuis.uuid}/kumpulkan/")
    page.wait_for_load_state("networkidle")
    semua = "\n".join(isi)
    assert "Pilihan a" in semua and '"diterima"' in semua
    for rahasia in ("Tanggapan", "Tepat.", "Hitung lagi", "bobot", "2950000", "nilai_bp"):
        assert rahasia not in semua, rahasia
    assert Percobaan.objects.get().selesai_pada is None
    hp.close()
