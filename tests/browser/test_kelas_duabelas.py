"""A class of twelve from the door to the certificate: six by phone, three by card, three on paper."""

import re

import pytest
from playwright.sync_api import expect

from cms.accounts import peran
from cms.core import waktu
from pelatihan.lembar.models import LembarPeserta
from pelatihan.lembar.selectors import list_butir
from pelatihan.lembar.susunan import write_kunci
from pelatihan.models import KursusPage, PelajaranPage, Sertifikat
from pelatihan.peserta.services import assign_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_anggota, make_angka, make_kuis, make_kursus, make_tunggal

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BER_HP = ("Sri Hartini", "Wiji Asri", "Tri Lestari", "Yono", "Marni", "Gatot")
BERKARTU = ("Mbah Karto", "Sumirah", "Paiman")
KERTAS = ("Tumini", "Slamet", "Ngatiyem")
PIN = "482915"


def make_kursus_kelas() -> KursusPage:
    """One lesson that is done by being there, a quiz, and presence as a condition of the certificate."""
    kursus = make_kursus(
        kuis=make_kuis(make_tunggal(), make_angka()), banyak_pelajaran=1, judul="Kas yang rapi"
    )
    page = PelajaranPage.objects.descendant_of(kursus).get()
    page.cara = "hadir"
    page.save_revision().publish()
    kursus.hadir_persen = 80
    kursus.save_revision().publish()
    kursus.release()
    return kursus


def make_kelas(page) -> None:
    kini = waktu.ke_wib(waktu.sekarang())
    page.goto("/lapangan/kelas/")
    page.get_by_role("link", name="Kelas baru").click()
    page.locator("[name=nama]").fill("Kelas Dua Belas")
    page.locator("[name=dari]").fill(f"{kini:%Y-%m-%d}")
    page.locator("[name=kapasitas]").fill("12")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("link", name="Pertemuan baru").click()
    page.locator("[name=judul]").fill("Kas harian")
    page.locator("[name=hari]").fill(f"{kini:%Y-%m-%d}")
    page.locator("[name=jam]").fill("00:00")
    page.locator("[name=sampai_jam]").fill("23:59")
    page.locator("[name=pelajaran]").select_option(label="Pelajaran 1")
    page.get_by_role("button", name="Simpan").click()


def put_in(page, nama: tuple[str, ...]) -> None:
    """A list of people without a phone, looked at and then put in."""
    page.get_by_role("link", name="Masukkan banyak sekaligus").click()
    isi = "Nama,HP\n" + "".join(f"{satu},\n" for satu in nama)
    berkas = {"name": "daftar.csv", "mimeType": "text/csv", "buffer": isi.encode()}
    page.locator("[name=berkas]").set_input_files(berkas)
    page.get_by_role("button", name="Periksa daftar").click()
    expect(page.get_by_text(f"Orang baru: {len(nama)}")).to_be_visible()
    page.get_by_role("button", name="Masukkan semuanya").click()


def hand_out_cards(page) -> dict[str, str]:
    """{name: code} of the cards, with the PIN that each owner typed."""
    page.get_by_role("link", name="Kartu dan PIN peserta").click()
    page.get_by_role("button", name=re.compile("^Buat 12 kartu")).click()
    kelompok, kode = page.url, {}
    for nama in BERKARTU:
        page.goto(kelompok)
        page.get_by_role("link", name=nama).click()
        kode[nama] = page.locator(".rincian dd").first.inner_text()
        page.locator("[name=pin]").fill(PIN)
        page.get_by_role("button", name="Simpan PIN").click()
    return kode


def take_kuis(page) -> None:
    """From one's own courses to the result; the page works alike for phone and card."""
    page.goto("/belajar/")
    page.get_by_role("link", name="Lanjutkan belajar").first.click()
    page.get_by_role("button", name="Mulai kuis").click()
    page.get_by_label("Pilihan a").check()
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("textbox").fill("Rp 2.950.000")
    page.get_by_role("button", name="Berikutnya").click()
    page.get_by_role("button", name="Kumpulkan dan lihat hasilnya").click()
    expect(page.get_by_role("heading", name="Anda lulus")).to_be_visible()


def enter_by_card(page, kode: str) -> None:
    page.goto("/akun/kartu/")
    page.locator("[name=kode]").fill(kode)
    page.get_by_role("button", name="Berikutnya").click()
    page.locator("[name=pin]").fill(PIN)
    page.get_by_role("button", name="Masuk").click()


def type_sheets(page) -> None:
    """Who has no phone writes on paper; the facilitator types the letters."""
    page.goto("/lapangan/kelas/")
    page.get_by_role("link", name="Kelas Dua Belas").click()
    page.get_by_role("link", name="Kuis di kertas").click()
    page.get_by_role("button", name=re.compile("Buat lembar")).click()
    cetakan = page.url
    for nama in KERTAS:
        page.goto(cetakan)
        page.get_by_role("link", name=nama).click()
        page.locator("[name=teks]").fill(answer_paper(nama))
        page.get_by_role("button", name="Baca ketikan saya").click()
        page.get_by_role("button", name="Simpan dan kumpulkan").click()
    page.goto(cetakan)
    expect(page.get_by_text("3 dari 12")).to_be_visible()


def answer_paper(nama: str) -> str:
    milik = LembarPeserta.objects.get(peserta__anggota__nama=nama)
    return " ".join(f"{b.nomor} {write_kunci(b)}" for b in list_butir(milik.lembar))


def test_twelve_from_the_door_to_the_certificate(live_server, browser):
    kursus = make_kursus_kelas()
    galih = make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=galih)
    pengampu = open_phone(browser, live_server, galih.akun)
    make_kelas(pengampu)
    kelas = pengampu.url
    hp = {nama: open_phone(browser, live_server, make_anggota(nama=nama).akun) for nama in BER_HP}
    for page in hp.values():
        page.goto("/belajar/kelas/")
        page.get_by_role("link", name="Kelas Dua Belas").click()
        page.get_by_role("link", name="Ikut kelas ini").click()
        page.get_by_role("button", name="Ikut kelas ini").click()
    pengampu.reload()
    put_in(pengampu, BERKARTU + KERTAS)
    pengampu.goto(kelas)
    kartu = hand_out_cards(pengampu)

    pengampu.goto(kelas)
    pengampu.get_by_role("link", name="Kas harian").click()
    pengampu.get_by_role("button", name="12 lainnya hadir semua").click()
    expect(pengampu.get_by_text("12 dari 12 datang")).to_be_visible()

    for page in hp.values():
        take_kuis(page)
    bersama = open_phone(browser, live_server)
    for nama, kode in kartu.items():
        enter_by_card(bersama, kode)
        take_kuis(bersama)
        bersama.get_by_role("banner").get_by_role("button", name="Ganti peserta").click()
        bersama.go_back()
        assert nama not in bersama.locator("main").inner_text()
    type_sheets(pengampu)

    assert set(Sertifikat.objects.values_list("peserta__anggota__nama", flat=True)) == {
        *BER_HP,
        *BERKARTU,
        *KERTAS,
    }
    umum = open_phone(browser, live_server)
    for kode in Sertifikat.objects.values_list("kode", flat=True):
        umum.goto(f"/cek/{kode}/")
        expect(umum.get_by_text("Sah", exact=True)).to_be_visible()
    pengampu.goto(kelas)
    assert_fits(pengampu)
    assert_clean(browser, live_server, [kelas], galih.akun)
