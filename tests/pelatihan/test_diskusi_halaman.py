"""Pages of discussions: under the lesson, one question, the facilitator's desk, and one's own."""

from uuid import uuid4

import brotli
import pytest
from django.urls import reverse

from cms.accounts import peran
from pelatihan.diskusi import services
from pelatihan.models import TulisanDiskusi, VersiTulisan
from pelatihan.peserta.services import leave_peserta
from tests.factories.accounts import UserFactory
from tests.factories.diskusi import get_pelajaran, jawab, tanya
from tests.factories.kelas import join, make_angkatan
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
    assert jawaban.status_code == 422 and "kirim sekali lagi" in halaman
    assert ">\nDua?</textarea>" in halaman
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


def test_desk_filters_by_class_and_says_nothing_of_others(client, kursus, peserta, fasilitator):
    kelas = make_angkatan(kursus)
    di_kelas, luar = tanya(join(kelas), "Di kelas?"), tanya(peserta, "Di luar?")
    client.force_login(fasilitator)
    url = reverse("diskusi:list_tanya")
    assert "Di kelas?" in read(client.get(url)) and "Di luar?" in read(client.get(url))
    halaman = read(client.get(f"{url}?kelas={kelas.uuid}&saring=semua"))
    assert "Di kelas?" in halaman and "Di luar?" not in halaman
    for buruk in (uuid4(), "x", "%00"):
        assert client.get(f"{url}?kelas={buruk}").status_code == 404
    client.get(f"{url}?saring=%00&halaman=x")
    client.force_login(make_fasilitator(make_kursus(judul="Kursus lain").kunci))
    assert "Di luar?" not in read(client.get(f"{url}?saring=semua"))
    for satu in (di_kelas, luar):
        assert client.get(reverse("diskusi:open_tanya", args=[satu.uuid])).status_code == 404
        assert client.post(reverse("diskusi:hide_tulisan", args=[satu.uuid])).status_code == 404


def test_coordinator_keeps_order_but_does_not_answer(client, peserta, teman):
    satu = tanya(peserta)
    baris = jawab(satu, teman)
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    url = reverse("diskusi:open_tanya", args=[satu.uuid])
    halaman = read(client.get(url))
    assert "Sembunyikan" in halaman and "<textarea" not in halaman and "Tandai" not in halaman
    assert client.post(url, isian()).status_code == 404
    assert client.post(reverse("diskusi:pin_jawaban", args=[baris.uuid])).status_code == 404
    client.post(reverse("diskusi:hide_tulisan", args=[baris.uuid]), {"alasan": "Iklan"})
    assert "Tampilkan lagi" in read(client.get(url))
    client.post(reverse("diskusi:show_tulisan", args=[baris.uuid]))
    assert "Tampilkan lagi" not in read(client.get(url))


def test_a_lesson_is_closed_and_opened_again(client, peserta, fasilitator):
    satu = tanya(peserta)
    client.force_login(fasilitator)
    url = reverse("diskusi:lock_diskusi", args=[satu.diskusi.uuid])
    assert client.post(url, {"alasan": ""}).status_code == 422
    assert client.post(url, {"alasan": "Dibahas Sabtu."}).status_code == 302
    client.force_login(peserta.anggota.akun)
    halaman = read(client.get(url_pelajaran(peserta)))
    assert "Dibahas Sabtu." in halaman and url_tanya(peserta) not in halaman
    jawaban = client.post(url_tanya(peserta), isian("Tulisan saya?"))
    assert jawaban.status_code == 422 and "ditutup fasilitator" in read(jawaban)
    assert "Tulisan saya?" in read(jawaban)
    client.force_login(fasilitator)
    client.post(url, {"buka": "1"})
    client.force_login(peserta.anggota.akun)
    assert url_tanya(peserta) in read(client.get(url_pelajaran(peserta)))


def test_facilitator_corrects_and_withdraws_the_own_answer(client, peserta, fasilitator):
    satu = tanya(peserta)
    baris = jawab(satu, fasilitator, "Jawaban salah.")
    client.force_login(fasilitator)
    ubah = reverse("diskusi:correct_tulisan", args=[baris.uuid])
    assert "Jawaban salah." in read(client.get(ubah))
    client.post(ubah, {"teks": "Jawaban betul."})
    url = reverse("diskusi:open_tanya", args=[satu.uuid])
    assert "Jawaban betul." in read(client.get(url)) and "Jawaban salah." not in read(
        client.get(url)
    )
    client.post(reverse("diskusi:withdraw_tulisan", args=[baris.uuid]))
    assert "Jawaban betul." not in read(client.get(url))
    assert client.get(ubah).status_code == 404


# -- one's own ---------------------------------------------------------------------------------------
def test_learner_corrects_then_withdraws(pelajar, peserta):
    satu = tanya(peserta, "Apa itu kass?")
    halaman = read(pelajar.get(url_utas(peserta, satu)))
    ubah, tarik = (url_satu(k, peserta, satu) for k in ("correct_tulisan", "withdraw_tulisan"))
    assert ubah in halaman and tarik in halaman
    assert pelajar.post(ubah, {"teks": " "}).status_code == 422
    assert pelajar.post(ubah, {"teks": "Apa itu kas?"}).status_code == 302
    assert "Apa itu kas?" in read(pelajar.get(tarik))
    assert not TulisanDiskusi.objects.get().ditarik_pada, "looking withdraws nothing"
    assert "Apa itu kas?" not in read(pelajar.post(tarik, follow=True))
    assert pelajar.get(ubah).status_code == 404


def test_who_came_back_to_the_course_still_withdraws(pelajar, kursus, peserta):
    satu = tanya(peserta)
    leave_peserta(peserta=peserta, alasan="sibuk")
    assert pelajar.get(url_utas(peserta, satu)).status_code == 404
    lagi = make_peserta(kursus, peserta.anggota)
    tarik = url_satu("withdraw_tulisan", lagi, satu)
    assert tarik in read(pelajar.get(url_utas(lagi, satu)))
    assert pelajar.post(tarik).status_code == 302
    assert TulisanDiskusi.objects.get().ditarik_pada


def test_too_late_to_correct_is_told_and_the_words_stay(pelajar, peserta, teman):
    satu = tanya(peserta)
    jawab(satu, teman)
    jawaban = pelajar.post(url_satu("correct_tulisan", peserta, satu), {"teks": "Tulisan baru."})
    assert jawaban.status_code == 422 and "tidak bisa diperbaiki lagi" in read(jawaban)
    assert "Tulisan baru." in read(jawaban)


def test_report_reaches_the_desk_without_a_name(client, pelajar, peserta, teman, fasilitator):
    satu = tanya(teman, "Beli pulsa di saya!")
    lapor = url_satu("report_tulisan", peserta, satu)
    assert lapor in read(pelajar.get(url_utas(peserta, satu)))
    for _kali in range(2):
        assert pelajar.post(lapor, {"alasan": "Iklan pulsa"}).status_code == 302
    client.force_login(fasilitator)
    meja = reverse("diskusi:list_tanya") + "?saring=dilaporkan"
    assert "Beli pulsa" in read(client.get(meja))
    halaman = read(client.get(reverse("diskusi:open_tanya", args=[satu.uuid])))
    assert "Iklan pulsa" in halaman and "Sri Hartini" not in halaman
    client.post(reverse("diskusi:dismiss_laporan", args=[satu.uuid]))
    assert "Beli pulsa" not in read(client.get(meja))


def test_own_words_are_listed_taken_along_and_taken_out(pelajar, peserta, teman, fasilitator):
    satu = tanya(peserta, "Mengapa <berdua>?")
    jawab(tanya(teman, "Punya teman?"), peserta, "Jawaban saya.")
    services.hide_tulisan(tulisan=satu, alasan="Kurang jelas", actor=fasilitator)
    daftar = reverse("pelatihan:list_tulisan_saya")
    halaman = read(pelajar.get(daftar))
    assert "Mengapa &lt;berdua&gt;?" in halaman and "Kurang jelas" in halaman
    assert "Punya teman?" not in halaman
    berkas = pelajar.get(reverse("pelatihan:export_tulisan_saya"))
    assert berkas["Content-Type"].startswith("text/plain") and "no-store" in berkas["Cache-Control"]
    assert "Mengapa <berdua>?" in read(berkas) and "Jawaban saya." in read(berkas)
    assert "Punya teman?" not in read(berkas)
    hapus = reverse("pelatihan:erase_tulisan_saya")
    assert pelajar.post(hapus).status_code == 422
    assert VersiTulisan.objects.exclude(teks="").count() == 3
    assert pelajar.post(hapus, {"yakin": "on"}).status_code == 302
    assert list(VersiTulisan.objects.exclude(teks="").values_list("teks", flat=True)) == [
        "Punya teman?"
    ]
    assert daftar in read(pelajar.get(reverse("akun")))


def test_anonymous_is_sent_to_the_door(client, peserta, fasilitator):
    satu = tanya(peserta)
    for url in (
        url_pelajaran(peserta),
        url_utas(peserta, satu),
        reverse("diskusi:open_tanya", args=[satu.uuid]),
        reverse("pelatihan:export_tulisan_saya"),
    ):
        jawaban = client.get(url)
        assert jawaban.status_code == 302 and "/akun/masuk/" in jawaban.url, url


def test_public_lesson_shows_nothing_of_it(client, peserta):
    from pelatihan.models import PelajaranPage

    tanya(peserta, "Hanya untuk peserta?")
    halaman = client.get(PelajaranPage.objects.get(kunci=get_pelajaran(peserta)).url)
    assert halaman.status_code == 200 and "Hanya untuk peserta?" not in read(halaman)


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


def test_desk_and_thread_are_flat(client, peserta, teman, fasilitator):
    from cms.core.batas.models import Batas

    satu = tanya(peserta, "Pertama?")
    jawab(satu, teman, "Nol.")
    client.force_login(fasilitator)
    alamat = (
        reverse("diskusi:list_tanya"),
        reverse("diskusi:list_tanya") + "?saring=semua",
        reverse("diskusi:open_tanya", args=[satu.uuid]),
        reverse("kelas:list_kelas"),
    )
    sedikit = [count(client, url) for url in alamat]
    for n in range(25):
        Batas.objects.all().delete()
        tanya(teman, f"Pertanyaan {n}?")
        jawab(satu, teman, f"Jawaban {n}.")
    assert [count(client, url) for url in alamat] == sedikit
    client.force_login(peserta.anggota.akun)
    akhir = read(client.get(url_utas(peserta, satu) + "?halaman=2"))
    assert "Jawaban 24." in akhir and "Jawaban 3." not in akhir


def count(client, url) -> int:
    client.get(url)
    with CaptureCount() as banyak:
        assert client.get(url).status_code == 200
    return banyak.n
