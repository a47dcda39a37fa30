"""A question under a lesson, the facilitator's answer marked as good, and rude words hidden with a reason."""

import re

import pytest
from playwright.sync_api import expect

from pelatihan.models import TulisanDiskusi
from tests.factories.diskusi import get_pelajaran
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta
from tests.factories.tugas import make_fasilitator

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_a_question_to_its_good_answer(live_server, browser):
    kursus = make_kursus()
    peserta = make_peserta(kursus)
    teman = make_peserta(kursus, make_anggota(nama="Wiji Asri"))
    akun = make_fasilitator(kursus.kunci)
    pelajaran = f"/belajar/{peserta.uuid}/pelajaran/{get_pelajaran(peserta)}/"
    pelajar = open_phone(browser, live_server, peserta.anggota.akun)
    pelajar.goto(pelajaran)
    pelajar.get_by_label("Pertanyaan Anda").fill("Mengapa kas dihitung berdua?")
    pelajar.get_by_role("button", name="Tanyakan").click()
    expect(pelajar.get_by_text("Pertanyaan Anda sudah muncul di sini")).to_be_visible()
    expect(pelajar.get_by_text("Mengapa kas dihitung berdua?")).to_be_visible()
    assert_fits(pelajar)

    lain = open_phone(browser, live_server, teman.anggota.akun)
    lain.goto(f"/belajar/{teman.uuid}/pelajaran/{get_pelajaran(teman)}/")
    lain.get_by_role("link", name="Belum ada jawaban").click()
    lain.get_by_label("Jawaban Anda").fill(f"Begitu saja tidak tahu. {'ha' * 90}")
    lain.get_by_role("button", name="Kirim jawaban").click()
    expect(lain.get_by_text("Begitu saja tidak tahu.")).to_be_visible()
    assert_fits(lain)
    alamat_utas = lain.url
    lain.goto("/belajar/tanya-jawab/")
    assert_fits(lain)
    lain.goto(alamat_utas)

    guru = open_phone(browser, live_server, akun)
    guru.goto("/lapangan/kelas/")
    guru.get_by_role("link", name="Pertanyaan peserta (1)").click()
    guru.get_by_role("link", name="Mengapa kas dihitung berdua?").click()
    assert_fits(guru)
    guru.get_by_label("Jawaban Anda").fill(
        "Supaya saling menjaga, dan salah hitung cepat ketahuan."
    )
    guru.get_by_role("button", name="Kirim jawaban").click()
    guru.get_by_role("button", name="Tandai jawaban baik").last.click()
    expect(guru.get_by_text("Jawaban baik", exact=True)).to_be_visible()
    guru.get_by_role("link", name="Sembunyikan").last.click()
    guru.get_by_label("Alasan").fill("Menyinggung yang bertanya.")
    guru.get_by_role("button", name="Sembunyikan").click()
    expect(guru.get_by_text("Sudah disembunyikan.")).to_be_visible()

    pelajar.goto("/akun/pesan/")
    pelajar.get_by_role("link", name="Pertanyaan Anda dijawab").first.click()
    pelajar.get_by_role("button", name="Baca jawabannya").click()
    expect(pelajar).to_have_url(re.compile(rf"{pelajaran}\?tanya=[0-9a-f-]+#tanya-[0-9a-f-]+$"))
    expect(pelajar.get_by_text("Begitu saja tidak tahu.")).to_have_count(0)
    lain.reload()
    expect(lain.get_by_text("Menyinggung yang bertanya.")).to_be_visible()
    pelajar.goto(pelajaran)
    expect(pelajar.get_by_text("Jawaban baik", exact=True)).to_be_visible()
    expect(pelajar.get_by_text("Begitu saja tidak tahu.")).to_have_count(0)

    satu = TulisanDiskusi.objects.get(induk__isnull=True)
    alamat = [pelajaran, f"/belajar/{peserta.uuid}/tanya/{satu.uuid}/", "/belajar/tanya-jawab/"]
    assert_clean(browser, live_server, alamat, peserta.anggota.akun)
    assert_clean(
        browser,
        live_server,
        ["/lapangan/tanya-jawab/?saring=semua", f"/lapangan/tanya-jawab/{satu.uuid}/"],
        akun,
    )
