"""Every kind of question on the learner's pages: answered, looked at again, handed in, and misused."""

from uuid import uuid4

import pytest
from django.urls import reverse

from pelatihan.kursus.rules import make_id
from pelatihan.models import Jawaban, Percobaan
from pelatihan.penilaian.services import start_percobaan
from tests.factories.pelatihan import (
    make_isian,
    make_jodoh,
    make_keterangan,
    make_kuis,
    make_kursus,
    make_peserta,
    make_rumpang,
    make_soal,
    make_tunggal,
    make_uraian,
    make_urut,
)

pytestmark = pytest.mark.django_db
LANGKAH = [make_id(teks) for teks in ("Undang warga", "Bahas usul", "Tulis berita acara")]
URUT = {f"isi-{satu}": n for n, satu in enumerate(LANGKAH, start=1)}
JODOH = {"isi-k": make_id("memegang uang"), "isi-s": make_id("mencatat rapat")}


@pytest.fixture
def buka(client):
    """Open a quiz of these questions; answers by number go through the pages."""

    def buka_kuis(*soal) -> Percobaan:
        peserta = make_peserta(make_kursus(kuis=make_kuis(*soal)))
        client.force_login(peserta.anggota.akun)
        kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
        return start_percobaan(peserta=peserta, kuis_kunci=kuis)

    return buka_kuis


@pytest.fixture
def kirim(client):
    def kirim_jawaban(percobaan, nomor=1, **isi):
        url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, nomor])
        return client.post(url, {"kunci": uuid4(), "ke": "maju", **isi})

    return kirim_jawaban


@pytest.mark.parametrize(
    ("buat", "isi", "nilai"),
    [
        (make_isian, {"jawaban": "Rembuk"}, 10000),
        (make_isian, {"jawaban": "rapat"}, 5000),
        (make_jodoh, JODOH, 10000),
        (make_jodoh, {"isi-k": make_id("memegang uang")}, 5000),
        (make_urut, URUT, 10000),
        (make_urut, {f"isi-{satu}": 3 - n for n, satu in enumerate(LANGKAH)}, 0),
        (make_rumpang, {"isi-1": "Kasir", "isi-2": "a", "isi-3": "2"}, 10000),
        (make_rumpang, {"isi-3": "2"}, 5000),
    ],
)
def test_a_kind_from_question_to_result(client, buka, kirim, buat, isi, nilai):
    percobaan = buka(buat())
    jawaban = kirim(percobaan, **isi)
    assert jawaban.status_code == 302 and Jawaban.objects.get().nilai_bp == nilai
    lagi = client.get(reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])).content.decode()
    assert "Jawaban sudah terkirim" in lagi and "bobot" not in lagi and "Tepat" not in lagi
    assert client.get(jawaban["Location"]).status_code == 200
    client.post(jawaban["Location"])
    percobaan.refresh_from_db()
    assert percobaan.nilai_bp == nilai
    hasil = client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])).content.decode()
    kata = {10000: "benar", 0: "belum tepat"}.get(nilai, "enar")
    assert kata in hasil.lower() and ("Anda lulus" in hasil) == (nilai >= 7000)


def test_right_answers_show_only_to_who_passed(client, buka, kirim):
    soal = [make_isian(), *(make_tunggal(f"Soal {n}") for n in range(3))]
    for benar in (2, 3):
        percobaan = buka(*soal)
        kirim(percobaan, 1, jawaban="ngawur")
        for nomor in range(2, 2 + benar):
            kirim(percobaan, nomor, jawaban="a")
        client.post(reverse("pelatihan:submit_kuis", args=[percobaan.uuid]))
        hasil = client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])).content.decode()
        assert "Belum." in hasil and ("<b>rembug</b>" in hasil) == (benar == 3)


@pytest.mark.parametrize(
    ("buat", "isi"),
    [
        (make_isian, {"jawaban": "x" * 100_000}),
        (make_isian, {"jawaban": "a\0b"}),
        (make_uraian, {"jawaban": "x" * 20_001}),
        (make_jodoh, {"isi-k": "tidak-ada"}),
        (make_urut, URUT | {f"isi-{LANGKAH[0]}": 2}),
        (make_urut, {f"isi-{LANGKAH[0]}": 1}),
        (make_urut, URUT | {f"isi-{LANGKAH[0]}": "-1"}),
        (make_rumpang, {"isi-2": "z"}),
        (make_rumpang, {"isi-3": "dua"}),
    ],
)
def test_a_bad_answer_comes_back_with_words(buka, kirim, buat, isi):
    jawaban = kirim(buka(buat()), **isi)
    assert jawaban.status_code == 422 and 'role="alert"' in jawaban.content.decode()
    assert not Jawaban.objects.exists()


def test_what_was_typed_stays_when_a_gap_is_wrong(buka, kirim):
    jawaban = kirim(buka(make_rumpang()), **{"isi-1": "kasir", "isi-3": "dua"}).content.decode()
    assert 'value="kasir"' in jawaban and 'value="dua"' in jawaban and "2.950.000" in jawaban


def test_mere_text_is_passed_by_and_not_counted(client, buka, kirim):
    percobaan = buka(make_keterangan(), make_tunggal())
    baca = client.get(reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])).content.decode()
    assert "<strong>kas</strong>" in baca and "Soal 1 dari" not in baca
    assert kirim(percobaan, 1).status_code == 302 and not Jawaban.objects.exists()
    kedua = client.get(reverse("pelatihan:answer_soal", args=[percobaan.uuid, 2])).content.decode()
    assert "Soal 1 dari 1" in kedua
    kirim(percobaan, 2, jawaban="a")
    client.post(reverse("pelatihan:submit_kuis", args=[percobaan.uuid]))
    percobaan.refresh_from_db()
    assert percobaan.nilai_bp == 10000
    assert percobaan.rilis.susunan[0]["kuis"]["banyak_soal"] == 1


def test_picture_and_hint_stand_with_the_question(client, buka):
    from pelatihan.kursus.blocks import list_gambar

    bawaan = list_gambar()[0][0]
    rumpang = {"teks": "Isi [[1]].", "celah": make_rumpang("Dulu").isi["rumpang"]["celah"][:1]}
    gambar = {"bawaan": bawaan, "alt": "Buku kas terbuka"}
    soal = make_soal("rumpang", "Lihat.", rumpang=rumpang, petunjuk=["Baca lagi."], gambar=gambar)
    hilang = make_soal("keterangan", "Foto.", gambar={"kunci": str(uuid4()), "alt": "Hilang"})
    percobaan = buka(soal, hilang)
    halaman = client.get(
        reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])
    ).content.decode()
    assert 'alt="Buku kas terbuka"' in halaman and bawaan.rsplit("/")[-1][:-4] in halaman
    assert "<details" in halaman and "Baca lagi." in halaman
    url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 2])
    assert client.get(url).status_code == 200
