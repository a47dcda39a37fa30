"""A photo handed in, returned by the facilitator, improved, accepted; the lesson is done."""

import pytest
from playwright.sync_api import expect

from pelatihan.models import Kumpulan, Sertifikat
from tests.factories.tugas import (
    get_langkah,
    make_fasilitator,
    make_foto,
    make_kursus_tugas,
    make_peserta_tugas,
)

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fill_poin(page, *poin: str) -> None:
    for bidang, satu in zip(page.locator("[name^=poin-]").all(), poin, strict=True):
        bidang.fill(satu)


def make_unggahan(nama: str) -> dict:
    foto = make_foto(nama, (1200, 900))
    return {"name": nama, "mimeType": "image/jpeg", "buffer": foto.read()}


def test_from_a_photo_to_a_lesson_done(live_server, browser):
    peserta = make_peserta_tugas(make_kursus_tugas())
    akun = make_fasilitator(peserta.kursus_kunci)
    pelajar = open_phone(browser, live_server, peserta.anggota.akun)
    pelajar.goto(f"/belajar/{peserta.uuid}/pelajaran/{get_langkah(peserta)}/")
    pelajar.get_by_role("link", name="Buka tugas").click()
    pelajar.get_by_label("Foto atau PDF").set_input_files(make_unggahan("sop-lama.jpg"))
    pelajar.get_by_role("button", name="Kumpulkan").click()
    expect(pelajar.get_by_text("sudah kami terima")).to_be_visible()
    expect(pelajar.get_by_alt_text("Berkas 1: sop-lama.jpg")).to_be_visible()
    assert_fits(pelajar)

    guru = open_phone(browser, live_server, akun)
    guru.goto("/lapangan/kelas/")
    guru.get_by_role("link", name="Tugas menunggu dinilai").click()
    guru.get_by_role("link", name="Sri Hartini").click()
    expect(guru.get_by_alt_text("Berkas 1: sop-lama.jpg")).to_be_visible()
    assert_fits(guru)
    fill_poin(guru, "10", "7,5", "0")
    guru.get_by_label("Untuk peserta").fill("SOP baru belum ada. Tulis angkanya.")
    guru.get_by_role("button", name="Terima").click()
    expect(guru.get_by_text("perlu sedikitnya 35 poin")).to_be_visible()
    guru.get_by_role("button", name="Kembalikan untuk diperbaiki").click()
    expect(guru.get_by_text("Tidak ada tugas yang menunggu")).to_be_visible()

    pelajar.reload()
    expect(pelajar.get_by_text("SOP baru belum ada. Tulis angkanya.").first).to_be_visible()
    pelajar.get_by_label("Tulisan Anda").fill("Dari 20 kejadian, 8 tepat waktu.")
    expect(pelajar.get_by_label("sop-lama.jpg")).to_be_checked()
    pelajar.get_by_label("Foto atau PDF").set_input_files(make_unggahan("sop-baru.jpg"))
    pelajar.get_by_role("button", name="Kumpulkan perbaikan").click()
    expect(pelajar.get_by_alt_text("Berkas 2: sop-baru.jpg")).to_be_visible()

    guru.reload()
    guru.get_by_role("link", name="Sri Hartini").click()
    fill_poin(guru, "20", "7,5", "15")
    guru.get_by_role("button", name="Terima").click()
    expect(guru.get_by_text("diterima. Peserta mendapat kabar.")).to_be_visible()

    pelajar.reload()
    expect(pelajar.get_by_text("Pelajaran ini selesai.")).to_be_visible()
    assert Sertifikat.objects.filter(peserta=peserta).exists()
    satu = Kumpulan.objects.get(nomor=2)
    alamat = [
        f"/belajar/{peserta.uuid}/tugas/{get_langkah(peserta)}/",
        f"/belajar/{peserta.uuid}/pelajaran/{get_langkah(peserta)}/",
        "/akun/berkas/",
    ]
    assert_clean(browser, live_server, alamat, peserta.anggota.akun)
    assert_clean(browser, live_server, ["/lapangan/tugas/", f"/lapangan/tugas/{satu.uuid}/"], akun)
