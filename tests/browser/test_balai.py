"""A class in a hall without signal: prepared, cut off, closed, opened again, sent once, conflicts shown."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from cms.accounts import peran
from cms.core.antrean import views
from cms.core.antrean.jenis import TerlaluSering
from cms.core.models import EntriTinjau
from pelatihan.balai import selectors
from pelatihan.kelas.models import Kehadiran
from pelatihan.lembar.models import Ketikan, LembarPeserta
from pelatihan.lembar.rules import read_ketikan
from pelatihan.lembar.selectors import list_butir
from pelatihan.lembar.susunan import write_kunci
from pelatihan.penilaian.models import Percobaan
from tests.factories.accounts import UserFactory
from tests.factories.balai import make_fasilitator, make_kelas, take
from tests.factories.kelas import mark
from tests.factories.pelatihan import (
    make_angka,
    make_ganda,
    make_isian,
    make_jodoh,
    make_rumpang,
    make_tunggal,
    make_uraian,
    make_urut,
)
from tests.mesin.rumah import wait_until

from .telepon import assert_clean, assert_fits
from .telepon import open_phone as open_page
from .test_kuis_luring import SISA, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIAP = re.compile(r"HP ini siap: (\d+) dari \1 halaman tersimpan")


@pytest.fixture
def galih():
    return make_fasilitator()


def pick(nama: str) -> re.Pattern:
    """The button beside a name; browsers differ about the blank before what only ears get."""
    return re.compile(rf"Pilih ?: {nama}$")


def prepare(hp, url):
    """Open the pack, let the worker take over, press the button, see that it is ready."""
    page = hp.new_page()
    page.goto(url)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    expect(page.get_by_text("belum tersimpan").first).to_be_visible()
    page.get_by_role("button", name="Siapkan HP ini").click()
    expect(page.get_by_text(SIAP)).to_be_visible(timeout=20000)
    assert_fits(page)
    return page


@pytest.fixture
def sinyal(monkeypatch):
    """Cuts a phone off. A tab that goes away may still finish a request that nothing keeps offline, so
    the server does not answer it either."""
    asli, ada = views.recognize, [True]

    def recognize(*isi):
        if not ada[0]:
            raise TerlaluSering(1)
        return asli(*isi)

    def buka(hp, nyala: bool) -> None:
        ada[0] = nyala
        hp.set_offline(not nyala)

    monkeypatch.setattr(views, "recognize", recognize)
    return buka


def take_turn(page, nama: str, kumpul=True):
    """One learner on the phone that goes round."""
    page.get_by_role("button", name=pick(nama)).click()
    expect(page.get_by_role("heading", name=f"Serahkan HP kepada {nama}")).to_be_visible()
    expect(page.get_by_role("link", name="Akun saya")).to_be_hidden()  # not the learner's to open
    page.get_by_role("button", name=f"Saya {nama}, mulai").click()
    page.get_by_label("Pilihan a").check()
    page.get_by_role("textbox").fill("Rp 2.950.000")
    page.get_by_role("textbox").blur()
    if kumpul:
        page.get_by_role("button", name="Saya selesai").click()
        expect(page.get_by_text(f"Jawaban {nama} tersimpan di HP ini")).to_be_visible()


def test_a_session_without_signal_from_preparing_to_sent(live_server, browser, galih, sinyal):
    pertemuan = make_kelas(galih, banyak=3)
    bawaan = take(pertemuan, galih)
    url = f"/lapangan/balai/{bawaan.uuid}/"
    kuis, ketik = (f"{url}{apa}/{bawaan.cetakan[0]}/" for apa in ("kuis", "ketik"))
    hp = open_phone(browser, live_server, galih.akun)
    page = prepare(hp, url)
    sinyal(hp, False)

    page.get_by_role("link", name="Daftar hadir", exact=True).click()
    page.get_by_role("button", name="Warga 0: Sakit").click()
    expect(page.get_by_text("Sakit: tersimpan di HP ini")).to_be_visible()
    page.get_by_role("button", name="Warga 1: Hadir").click()
    page.get_by_role("button", name="Yang lain hadir semua").click()
    expect(page.get_by_text("3 dari 3 sudah dicatat")).to_be_visible()
    assert_fits(page)

    page.goto(kuis)
    take_turn(page, "Warga 0")
    page.get_by_role("button", name="Peserta berikutnya").click()
    expect(page.get_by_role("button", name=pick("Warga 0"))).to_be_hidden()
    take_turn(page, "Warga 1", kumpul=False)
    page.get_by_role("button", name="Ganti peserta").click()
    assert "2.950.000" not in page.locator("[data-kerja]").inner_html()
    assert page.locator("[data-isi] input").count() == 0
    page.close()

    page = hp.new_page()  # a closed tab, still without signal, and nobody knows the address
    page.goto("/lapangan/kelas/")
    expect(page.get_by_role("heading", name="Tersimpan di HP ini")).to_be_visible()
    page.get_by_role("link", name="Kuis bergiliran").click()
    expect(page.locator("li", has_text="Warga 0")).to_contain_text("tersimpan di HP ini")
    page.get_by_role("button", name=pick("Warga 1")).click()
    page.get_by_role("button", name="Saya Warga 1, mulai").click()
    expect(page.get_by_role("textbox")).to_have_value("Rp 2.950.000")
    page.get_by_role("textbox").fill("")
    page.get_by_role("button", name="Saya selesai").click()
    expect(page.get_by_text("1 soal masih kosong")).to_be_visible()
    page.get_by_role("button", name="Saya selesai").click()
    expect(page.get_by_text("Jawaban Warga 1 tersimpan")).to_be_visible()

    page.goto(ketik)
    dua = LembarPeserta.objects.get(peserta__anggota__nama="Warga 2")
    page.locator("#milik").select_option(str(dua.uuid))
    pilihan = next(b for b in list_butir(dua.lembar) if b.opsi)
    page.get_by_label("Jawaban di lembar").fill("1A 1B 2 lima")
    page.get_by_role("button", name="Simpan dan kumpulkan").click()
    expect(page.locator("[data-kabar]")).to_contain_text("belum benar")
    page.get_by_label("Jawaban di lembar").fill(f"1 {write_kunci(pilihan)} 2 2950000")
    page.get_by_role("button", name="Simpan dan kumpulkan").click()
    expect(page.locator("[data-kabar]")).to_contain_text("tersimpan di HP ini")
    page.goto(f"{url}pelajaran/{selectors.list_pelajaran(bawaan)[0].kunci}/")
    expect(page.get_by_text("Kas dihitung berdua")).to_be_visible()
    page.goto(f"{url}absen/")
    expect(page.get_by_text("Sakit: tersimpan di HP ini")).to_be_visible()
    page.close()
    assert not Kehadiran.objects.exists() and not Percobaan.objects.exists()

    peserta = pertemuan.angkatan.peserta.get(anggota__nama="Warga 1")
    mark(pertemuan, peserta, "alpa", UserFactory(peran=[peran.SEKRETARIS]))
    sinyal(hp, True)
    page = hp.new_page()
    page.goto(f"{url}absen/")
    wait_until(lambda: page.evaluate(SISA) == 0, 30)
    satu = page.locator("#p-" + str(peserta.uuid))
    expect(satu).to_contain_text(
        re.compile(r"sudah terkirim pukul \d\d\.\d\d; orang lain mencatat")
    )
    assert Kehadiran.objects.filter(cara="luring").count() == 3
    assert Kehadiran.objects.filter(peserta=peserta).count() == 2
    assert Percobaan.objects.count() == Ketikan.objects.count() == 3
    assert sorted(Percobaan.objects.values_list("asal", flat=True)) == [
        "kertas",
        "tangan",
        "tangan",
    ]
    nilai = {
        m.peserta.anggota.nama: m.percobaan.nilai_bp
        for m in LembarPeserta.objects.select_related("percobaan", "peserta__anggota")
    }
    assert nilai == {"Warga 0": 10_000, "Warga 1": 5_000, "Warga 2": 10_000}
    assert not EntriTinjau.objects.exists()
    page.reload()
    expect(satu).to_contain_text("dicatat berbeda")
    hp.close()


TEKS = (
    "1A 2AB 3 2.950.000 4 rembuk 5 1a 2c 6 bac\n7 kasir / b / 2\n8 Supaya jujur.",
    "", "halo", "1", "1A 1B", "1Z", "1AB", "1 Pilihan b", "2 A, B", "2Z 3 lima", "3: 1,5 4 dua kata 5 ca",
    "3 Rp 2.950.000,- 4 -", "4 \"3 ekor\" kambing; 5 1a 1b", "5 9a", "5 1z", "5 x9", "5 1a, 2b 6 cabd",
    "6 ab", "6 cba", "6 aab", "7 kasir / a / 2 / 3", "7 kasir", "7 - / z", "7 / b / lima",
    "8 baris satu\nbaris dua\n1A",
    "8 satu\n9 dua", "1.A 2)B 3=12 4: ya", "“1A”", "1A;2B;3 4", "3 1.5.2", "3 1.234.5", "12A",
    "1a 2b 3 7 4 lima 5",
    "4 " + "x" * 201, "3 " + "9" * 41, "1 - 2 - 3 -", "5 1a2b", "5: 1a2b", "0A", "001A", "1A\r\n2B",
)  # fmt: skip


def test_the_phone_reads_the_form_as_the_server_does(live_server, browser, galih):
    soal = (make_tunggal, make_ganda, make_angka, make_isian, make_jodoh, make_urut, make_rumpang)
    bawaan = take(make_kelas(galih, *(b() for b in soal), make_uraian()), galih)
    hp = open_phone(browser, live_server, galih.akun)
    page = hp.new_page()
    page.goto("/lapangan/kelas/")
    for lembar in selectors.list_cetakan(bawaan)[0].bentuk:
        baca = """async ([semua, butir]) => {
          const { baca } = await import("/static/guyub/ketikan.js");
          return semua.map((teks) => baca(teks, butir));
        }"""
        hasil = page.evaluate(baca, [list(TEKS), selectors.list_bentuk_ketikan(lembar)])
        for teks, di_hp in zip(TEKS, hasil, strict=True):
            di_server = read_ketikan(teks, list_butir(lembar))
            galat = [(t.butir.nomor, t.galat) for t in di_server.butir]
            assert [(b["nomor"], b["galat"]) for b in di_hp["baris"]] == galat, teks
            assert di_hp["sisa"] == list(di_server.sisa), teks
            terisi = [bool(t.isi) for t in di_server.butir if not t.galat]
            assert [bool(b["mentah"]) for b in di_hp["baris"] if not b["galat"]] == terisi, teks
    hp.close()


def test_pages_of_the_hall_are_clean(live_server, browser, galih):
    pertemuan = make_kelas(galih, make_tunggal(), make_angka(), make_jodoh())
    bawaan = take(pertemuan, galih)
    alamat = [h.url for h in selectors.list_halaman(bawaan)]
    alamat.append(f"/lapangan/balai/pertemuan/{pertemuan.uuid}/")
    assert_clean(browser, live_server, alamat, galih.akun)
    lebih = {"java_script_enabled": True, "bypass_csp": True, "reduced_motion": "reduce"}
    page = open_page(browser, live_server, galih.akun, **lebih)
    page.goto(next(satu for satu in alamat if "/kuis/" in satu))
    page.get_by_role("button", name=pick("Warga 1")).click()
    assert not Axe().run(page).response["violations"]
    page.get_by_role("button", name="Saya Warga 1, mulai").click()
    page.get_by_role("button", name="Saya selesai").click()
    expect(page.get_by_text("Belum ada yang dijawab.")).to_be_in_viewport()
    assert not Axe().run(page).response["violations"]
    assert_fits(page)
    page.context.close()


def test_without_script_the_paper_and_the_ordinary_roll_call_do(live_server, browser, galih):
    bawaan = take(make_kelas(galih), galih)
    page = open_page(browser, live_server, galih.akun)
    page.goto(f"/lapangan/balai/{bawaan.uuid}/absen/")
    page.get_by_role("button", name="Warga 1: Izin").click()
    assert Kehadiran.objects.get().status == "izin"
    page.goto(f"/lapangan/balai/{bawaan.uuid}/")
    expect(page.get_by_role("link", name="Cetak paket (PDF)")).to_be_visible()
    expect(page.get_by_role("button", name="Siapkan HP ini")).to_be_hidden()
    assert "Pakailah paket kertas" in page.locator("noscript").first.inner_text()
    page.context.close()
