"""Pages of discussions: under the lesson, one question, the facilitator's desk, and one's own."""

from uuid import uuid4

import brotli
import pytest
from django.urls import reverse

from pelatihan.diskusi import services
from pelatihan.models import TulisanDiskusi
from tests.factories.diskusi import get_pelajaran, jawab, tanya
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta
from tests.factories.tugas import make_fasilitator

from .test_tugas_halaman import CaptureCount, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def kursus():
    return make_kursus(judul=f"Kursus {uuid4()}")


@pytest.fixture
def peserta(kursus):
    return make_peserta(kursus)


@pytest.fixture
def teman(kursus):
    return make_peserta(kursus, make_anggota(nama="Wiji Asri"))


@pytest.fixture
def fasilitator(kursus):
    return make_fasilitator(kursus.kunci)


@pytest.fixture
def pelajar(client, peserta):
    client.force_login(peserta.anggota.akun)
    return client


def url_pelajaran(peserta) -> str:
    return reverse("pelatihan:read_pelajaran", args=[peserta.uuid, get_pelajaran(peserta)])


def url_tanya(peserta) -> str:
    return reverse("pelatihan:ask_tanya", args=[peserta.uuid, get_pelajaran(peserta)])


def url_utas(peserta, satu) -> str:
    return reverse("pelatihan:open_tanya", args=[peserta.uuid, satu.uuid])


def url_satu(kerja, peserta, satu) -> str:
    return reverse(f"pelatihan:{kerja}", args=[peserta.uuid, satu.uuid])


def isian(teks="Apa itu kas?", **isi) -> dict:
    return {"teks": teks, "kunci": uuid4()} | isi


# -- the learner -------------------------------------------------------------------------------------
def test_ask_under_the_lesson_and_read_it_there(pelajar, peserta):
    assert url_tanya(peserta) in read(pelajar.get(url_pelajaran(peserta)))
    isi = isian("Apa itu <b>kas</b>?\r\nhttps://contoh.id")
    for _kali in range(2):
        jawaban = pelajar.post(url_tanya(peserta), isi, follow=True)
    satu = TulisanDiskusi.objects.get()
    assert jawaban.redirect_chain[0][0].endswith(f"?tanya={satu.uuid}#tanya-{satu.uuid}")
    halaman = read(jawaban)
    assert "Apa itu &lt;b&gt;kas&lt;/b&gt;?<br>https://contoh.id" in halaman
    assert 'href="https://contoh.id' not in halaman and f'id="tanya-{satu.uuid}"' in halaman
    assert "no-store" in jawaban["Cache-Control"]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Mohon tulis sesuatu."),
        ({"teks": " \n "}, "Mohon tulis sesuatu."),
        ({"teks": "\u200b\u202e"}, "Mohon tulis sesuatu"),
        ({"teks": "a" * 100_000}, "2000"),
        ({"teks": "a\0b"}, ""),
        ({"kunci": "bukan", "teks": "Apa?"}, ""),
        ({"kunci": "", "teks": "Apa?"}, ""),
    ],
)
def test_what_cannot_be_taken_comes_back_in_words(pelajar, peserta, isi, kata):
    jawaban = pelajar.post(url_tanya(peserta), {"kunci": uuid4(), **isi})
    assert jawaban.status_code == 422 and kata in read(jawaban)
    assert not TulisanDiskusi.objects.exists()


def test_key_used_for_other_words_goes_with_the_next_press(pelajar, peserta):
    isi = isian("Satu?")
    pelajar.post(url_tanya(peserta), isi)
    jawaban = pelajar.post(url_tanya(peserta), {**isi, "teks": "Dua?"})
    halaman = read(jawaban)
    assert jawaban.status_code == 422 and "kirim sekali lagi" in halaman and "Dua?" in halaman
    assert str(isi["kunci"]) not in halaman


def test_others_and_nothing_answer_alike(pelajar, peserta):
    lain = make_peserta(make_kursus(judul="Kursus lain"))
    asing = tanya(lain)
    for url in (
        url_tanya(lain),
        reverse("pelatihan:ask_tanya", args=[peserta.uuid, get_pelajaran(lain)]),
        url_utas(peserta, asing),
        reverse("pelatihan:open_tanya", args=[peserta.uuid, uuid4()]),
        *(url_satu(k, peserta, asing) for k in ("correct_tulisan", "withdraw_tulisan")),
        url_satu("report_tulisan", peserta, asing),
        reverse("diskusi:open_tanya", args=[asing.uuid]),
    ):
        assert pelajar.get(url).status_code == 404, url
        assert pelajar.post(url, isian()).status_code == 404, url
    for buruk in (asing.uuid, "x", "%00", ""):
        halaman = read(pelajar.get(f"{url_pelajaran(peserta)}?tanya={buruk}&halaman=-3x"))
        assert "Mengapa kas dihitung berdua?" not in halaman


def test_answer_stands_under_the_question(pelajar, peserta, teman):
    satu = tanya(teman)
    jawaban = pelajar.post(url_utas(peserta, satu), isian("Supaya jujur."), follow=True)
    assert "Supaya jujur." in read(jawaban)
    assert TulisanDiskusi.objects.get(induk=satu).peserta == peserta
    assert "Supaya jujur." in read(pelajar.get(url_pelajaran(peserta)))


# -- the facilitator's desk --------------------------------------------------------------------------
def test_facilitator_answers_marks_and_hides(client, peserta, teman, fasilitator):
    satu = tanya(peserta)
    kasar = jawab(satu, teman, "Pertanyaan bodoh.")
    client.force_login(fasilitator)
    assert "Pertanyaan peserta (1)" in read(client.get(reverse("kelas:list_kelas")))
    url = reverse("diskusi:open_tanya", args=[satu.uuid])
    assert url in read(client.get(reverse("diskusi:list_tanya")))
    client.post(url, isian("Supaya saling menjaga."))
    baik = TulisanDiskusi.objects.get(sebagai="fasilitator")
    client.post(reverse("diskusi:pin_jawaban", args=[baik.uuid]), {"semat": "1"})
    sembunyi = reverse("diskusi:hide_tulisan", args=[kasar.uuid])
    assert client.post(sembunyi, {"alasan": " "}).status_code == 422
    assert client.post(sembunyi, {"alasan": "Menyinggung."}).status_code == 302
    assert "Menyinggung." in read(client.get(url))
    assert url not in read(client.get(reverse("diskusi:list_tanya")))
    assert url in read(client.get(reverse("diskusi:list_tanya") + "?saring=semua"))
    client.force_login(peserta.anggota.akun)
    halaman = read(client.get(url_utas(peserta, satu)))
    assert "Pertanyaan bodoh." not in halaman and "Jawaban baik" in halaman
    client.force_login(teman.anggota.akun)
    halaman = read(client.get(url_utas(teman, satu)))
    assert "Pertanyaan bodoh." in halaman and "Menyinggung." in halaman


# -- budget ------------------------------------------------------------------------------------------
def test_lesson_stays_flat_and_light(pelajar, peserta, teman, fasilitator):
    def build(n):
        satu = tanya(teman, f"Pertanyaan {n}? " + "Bagaimana kalau bendahara sakit? " * 20)
        services.pin_jawaban(jawaban=jawab(satu, fasilitator, f"Jawaban {n}."), actor=fasilitator)
        for k in range(3):
            jawab(satu, peserta, f"Tambahan {n} {k}. " + "Kas dihitung dua orang. " * 30)

    from cms.core.batas.models import Batas

    build(0)
    pelajar.get(url_pelajaran(peserta))
    with CaptureCount() as sedikit:
        pelajar.get(url_pelajaran(peserta))
    for n in range(1, 50):
        Batas.objects.all().delete()
        build(n)
    with CaptureCount() as banyak:
        jawaban = pelajar.get(url_pelajaran(peserta))
    assert banyak.n == sedikit.n <= 14
    assert len(brotli.compress(jawaban.content)) < 10_000
    assert "Semua 4 jawaban" in read(jawaban) or "semua 4 jawaban" in read(jawaban)
    with CaptureCount() as sisa:
        pelajar.get(f"{url_pelajaran(peserta)}?halaman=10")
    assert sisa.n == sedikit.n
