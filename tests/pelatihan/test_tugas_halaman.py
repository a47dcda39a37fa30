"""Pages of assignments: the learner's, the facilitator's, the office's form, and who gets at the files."""

from uuid import uuid4

import brotli
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.accounts import peran
from pelatihan.models import Kemajuan, Kumpulan, NilaiTugas, Tugas
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota
from tests.factories.tugas import (
    PENUH,
    get_langkah,
    kumpul,
    make_fasilitator,
    make_foto,
    make_kursus_tugas,
    make_pdf,
    make_peserta_tugas,
    make_tugas,
    nilai,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def peserta():
    return make_peserta_tugas()


@pytest.fixture
def fasilitator(peserta):
    return make_fasilitator(peserta.kursus_kunci)


@pytest.fixture
def pelajar(client, peserta):
    client.force_login(peserta.anggota.akun)
    return client


def url_tugas(peserta) -> str:
    return reverse("pelatihan:open_tugas", args=[peserta.uuid, get_langkah(peserta)])


def isian(poin=PENUH, **ubah) -> dict:
    from pelatihan.tugas.rules import format_poin

    return {
        **{f"poin-{k}": format_poin(n) for k, n in poin.items()},
        "catatan": "Sebabnya ditanya langsung.",
        "putusan": "diterima",
        **ubah,
    }


def read(jawaban) -> str:
    return jawaban.content.decode()


# -- the learner -------------------------------------------------------------------------------------
def test_lesson_leads_to_the_assignment_and_back(pelajar, peserta, fasilitator):
    pelajaran = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, get_langkah(peserta)])
    assert "Belum dikumpulkan." in read(pelajar.get(pelajaran))
    assert url_tugas(peserta) in read(pelajar.get(pelajaran))
    satu = kumpul(peserta)
    assert "sudah kami terima" in read(pelajar.get(pelajaran))
    nilai(satu, fasilitator, "dikembalikan", catatan="Tulis angka awalnya.")
    assert "Dikembalikan untuk diperbaiki" in read(pelajar.get(pelajaran))
    assert "Tulis angka awalnya." in read(pelajar.get(url_tugas(peserta)))
    nilai(kumpul(peserta), fasilitator)
    halaman = read(pelajar.get(url_tugas(peserta)))
    assert "Pelajaran ini selesai." in halaman and "<textarea" not in halaman
    assert "Versi 1" in halaman and "Versi 2" in halaman


def test_hand_in_by_form_is_shown_with_its_files(pelajar, peserta):
    isi = {"teks": "Laporan <b>kami</b>.", "kunci": uuid4(), "berkas": [make_foto(), make_pdf()]}
    for _kali in range(2):
        for berkas in isi["berkas"]:
            berkas.seek(0)
        assert pelajar.post(url_tugas(peserta), isi).status_code == 302
    satu = Kumpulan.objects.get()
    halaman = read(pelajar.get(url_tugas(peserta)))
    assert "Laporan &lt;b&gt;kami&lt;/b&gt;." in halaman and "laporan.pdf" in halaman
    for baris in satu.lampiran.all():
        alamat = reverse("berkas", args=[baris.berkas.berkas.uuid])
        assert alamat in halaman and pelajar.get(alamat).status_code == 200
    saya = read(pelajar.get(reverse("berkas_saya")))
    assert saya.count("Perbaiki satu SOP") == 2


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Mohon tulis sesuatu atau tambahkan berkas."),
        ({"teks": "a" * 20_001}, "20000"),
        ({"teks": "a\0"}, ""),
        ({"teks": "a", "kunci": "bukan"}, ""),
        ({"berkas": SimpleUploadedFile("a.jpg", b"<html>")}, "JPEG"),
        ({"berkas": SimpleUploadedFile("a.pdf", b"%PDF-1.4 putus")}, "PDF"),
        ({"berkas": SimpleUploadedFile("a.jpg", b"")}, "kosong"),
        (
            {"berkas": [SimpleUploadedFile(f"{n}.pdf", make_pdf().read()) for n in range(7)]},
            "banyak",
        ),
    ],
)
def test_what_cannot_be_taken_comes_back_in_words(pelajar, peserta, isi, kata):
    jawaban = pelajar.post(url_tugas(peserta), {"kunci": uuid4(), **isi})
    assert jawaban.status_code == 422 and kata in read(jawaban)
    assert not Kumpulan.objects.exists()


def test_too_many_files_are_counted_before_they_are_read(pelajar, peserta, monkeypatch):
    dibaca = []
    monkeypatch.setattr("pelatihan.tugas.services.read_unggahan", dibaca.append)
    berkas = [make_foto(f"{n}.jpg") for n in range(40)]
    isi = {"kunci": uuid4(), "teks": "Laporan", "berkas": berkas}
    jawaban = pelajar.post(url_tugas(peserta), isi)
    assert jawaban.status_code == 422 and "terlalu banyak" in read(jawaban).lower()
    assert not dibaca and not Kumpulan.objects.exists()


def test_key_used_for_other_words_is_told(pelajar, peserta):
    kunci = uuid4()
    pelajar.post(url_tugas(peserta), {"kunci": kunci, "teks": "Satu."})
    jawaban = pelajar.post(url_tugas(peserta), {"kunci": kunci, "teks": "Dua."})
    assert jawaban.status_code == 422 and "kirim sekali lagi" in read(jawaban)


def test_lesson_without_assignment_has_no_such_page(pelajar, peserta):
    assert (
        pelajar.get(reverse("pelatihan:open_tugas", args=[peserta.uuid, uuid4()])).status_code
        == 404
    )


def test_page_stays_light_and_flat(pelajar, peserta, fasilitator, django_assert_num_queries):
    def build(n):
        isi = {"unggahan": [make_foto()]}
        nilai(kumpul(peserta, f"Versi {n}", **isi), fasilitator, "dikembalikan")

    build(1)
    pelajar.get(url_tugas(peserta))
    with CaptureCount() as sedikit:
        pelajar.get(url_tugas(peserta))
    for n in range(3):
        build(n)
    with django_assert_num_queries(sedikit.n):
        isi = pelajar.get(url_tugas(peserta)).content
    assert len(brotli.compress(isi)) < 10_000


def test_files_of_the_last_version_stay_where_ticked(pelajar, peserta, fasilitator):
    satu = kumpul(peserta, unggahan=[make_foto(), make_pdf()])
    nilai(satu, fasilitator, "dikembalikan")
    tetap = str(satu.berkas.get(berkas__jenis="application/pdf").uuid)
    isi = {"kunci": uuid4(), "teks": "Lebih baik.", "tetap": [tetap], "berkas": make_foto("b.jpg")}
    assert pelajar.post(url_tugas(peserta), isi).status_code == 302
    dua = Kumpulan.objects.get(nomor=2)
    assert [b.berkas.berkas.nama for b in dua.lampiran.all()] == ["laporan.pdf", "b.jpg"]
    isi |= {"kunci": uuid4(), "tetap": [str(uuid4())]}
    assert pelajar.post(url_tugas(peserta), isi).status_code == 422


# -- the facilitator ---------------------------------------------------------------------------------
def test_list_then_one_after_the_other(client, peserta, fasilitator):
    kursus_lain = make_peserta_tugas()
    kumpul(kursus_lain)
    satu = kumpul(peserta, unggahan=[make_foto()])
    from pelatihan.models import KursusPage

    kursus = KursusPage.objects.get(kunci=peserta.kursus_kunci)
    wiji = make_peserta_tugas(kursus, make_anggota(nama="Wiji Asri"))
    dua = kumpul(wiji)
    client.force_login(fasilitator)
    daftar = read(client.get(reverse("tugas:list_tugas")))
    assert daftar.count("/lapangan/tugas/") >= 2 and "Wiji Asri" in daftar
    url = reverse("tugas:mark_tugas", args=[satu.uuid])
    halaman = read(client.get(url))
    assert "Laporan kami." in halaman and f"/berkas/{satu.berkas.get().berkas.uuid}/" in halaman
    jawaban = client.post(url, isian())
    assert jawaban.status_code == 302 and str(dua.uuid) in jawaban.url
    akhir = reverse("tugas:mark_tugas", args=[dua.uuid])
    jawaban = client.post(akhir, isian(putusan="dikembalikan"), follow=True)
    assert "Tidak ada tugas yang menunggu" in read(jawaban) and "dikembalikan" in read(jawaban)
    assert "Wiji Asri" in read(client.get(reverse("tugas:list_tugas") + "?sudah=1"))
    assert Kemajuan.objects.filter(peserta=peserta).exists()


def test_list_is_flat_and_filters_by_class(client, django_assert_num_queries):
    kursus = make_kursus_tugas()
    akun = make_fasilitator(kursus.kunci)
    angkatan = make_angkatan(kursus)
    kumpul(join(angkatan, make_anggota(nama="Di kelas")))
    client.force_login(akun)
    url = reverse("tugas:list_tugas")
    client.get(url)
    with CaptureCount() as sedikit:
        client.get(url)
    for n in range(4):
        kumpul(make_peserta_tugas(kursus, make_anggota(nama=f"Luar {n}")))
    with django_assert_num_queries(sedikit.n):
        semua = read(client.get(url))
    assert "Di kelas" in semua and "Luar 3" in semua
    kelas = read(client.get(f"{url}?kelas={angkatan.uuid}"))
    assert "Di kelas" in kelas and "Luar 3" not in kelas
    for buruk in (uuid4(), "x", "%00"):
        assert client.get(f"{url}?kelas={buruk}").status_code == 404


class CaptureCount:
    """How many queries ran inside."""

    def __enter__(self):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.tangkap = CaptureQueriesContext(connection).__enter__()
        return self

    def __exit__(self, *salah):
        self.tangkap.__exit__(*salah)
        self.n = len(self.tangkap)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"putusan": ""}, "Poin ada yang kurang"),
        ({"putusan": "lulus"}, ""),
        ({"poin": "41"}, "Poin dari 0 sampai 20"),
        ({"poin": ""}, ""),
        ({"poin": "7,3"}, "Poin dari 0 sampai 20"),
        ({"poin": "0"}, "perlu sedikitnya 1 poin"),
        ({"putusan": "dikembalikan", "catatan": " "}, "Mohon tulis apa yang perlu diperbaiki"),
        ({"dasar": "x"}, ""),
    ],
)
def test_a_verdict_that_cannot_be_kept_comes_back(client, peserta, fasilitator, ubah, kata):
    satu = kumpul(peserta)
    client.force_login(fasilitator)
    isi = isian(catatan="Tulisan saya.")
    if "poin" in ubah:
        isi[next(k for k in isi if k.startswith("poin-"))] = ubah.pop("poin")
    jawaban = client.post(reverse("tugas:mark_tugas", args=[satu.uuid]), {**isi, **ubah})
    assert jawaban.status_code in (409, 422)
    assert "catatan" in ubah or "Tulisan saya." in read(jawaban)
    assert not NilaiTugas.objects.exists()


def test_second_facilitator_keeps_the_words_and_may_correct(client, peserta, fasilitator):
    satu = kumpul(peserta)
    kedua = make_fasilitator(peserta.kursus_kunci, nama="Pak Kedua")
    client.force_login(kedua)
    url = reverse("tugas:mark_tugas", args=[satu.uuid])
    client.get(url)
    lama = nilai(satu, fasilitator, "dikembalikan", catatan="Belum.")
    jawaban = client.post(url, isian(catatan="Menurut saya cukup."))
    halaman = read(jawaban)
    assert jawaban.status_code == 409 and "orang lain sudah menilai" in halaman
    assert "Menurut saya cukup." in halaman and "Belum." in halaman
    assert str(lama.uuid) in halaman and 'name="alasan"' in halaman
    isi = isian(dasar=lama.uuid, alasan="Sudah dibicarakan berdua")
    assert client.post(url, isi).status_code == 302
    assert NilaiTugas.objects.count() == 2


def test_a_verdict_that_never_was_is_not_corrected(client, peserta, fasilitator):
    satu = kumpul(peserta)
    client.force_login(fasilitator)
    url = reverse("tugas:mark_tugas", args=[satu.uuid])
    jawaban = client.post(url, isian(dasar=uuid4(), catatan="Tulisan saya."))
    assert jawaban.status_code == 409 and "Tulisan saya." in read(jawaban)
    assert client.post(url, isian()).status_code == 302 and NilaiTugas.objects.count() == 1


def test_newer_version_is_told_and_can_be_passed_over(client, peserta, fasilitator):
    satu = kumpul(peserta)
    client.force_login(fasilitator)
    url = reverse("tugas:mark_tugas", args=[satu.uuid])
    dua = kumpul(peserta, "Versi baru.")
    jawaban = client.post(url, isian(putusan="dikembalikan", catatan="Tulisan saya."))
    halaman = read(jawaban)
    assert jawaban.status_code == 409 and str(dua.uuid) in halaman and "Tulisan saya." in halaman
    assert client.post(url, isian(putusan="dikembalikan", yakin="on")).status_code == 302
    assert NilaiTugas.objects.get().kumpulan == satu


# -- files -------------------------------------------------------------------------------------------
def test_file_is_open_to_its_person_and_the_facilitator_only(client, peserta, fasilitator):
    berkas = kumpul(peserta, unggahan=[make_foto()]).berkas.get().berkas
    url = reverse("berkas", args=[berkas.uuid])
    lain = [make_anggota().akun, make_fasilitator(uuid4()), UserFactory(peran=[peran.SEKRETARIS])]
    for akun in lain:
        client.force_login(akun)
        assert client.get(url).status_code == 404
    for akun in (peserta.anggota.akun, fasilitator):
        client.force_login(akun)
        jawaban = client.get(url)
        assert jawaban.status_code == 200 and "no-store" in jawaban["Cache-Control"]
    client.logout()
    assert client.get(url).status_code == 404


# -- the office --------------------------------------------------------------------------------------
def office(tugas=None, *, baris=(("Keadaan awal", 40, 0), ("SOP baru", 30, 0)), **ubah) -> dict:
    lama = list(tugas.kriteria.all()) if tugas else []
    isi = {
        "judul": "Tugas kantor",
        "petunjuk": "Kerjakan.",
        "lulus_poin": 70,
        "terima_teks": "on",
        "berkas_maks": 3,
        "perbaikan_hari": "",
        "kriteria-TOTAL_FORMS": len(baris),
        "kriteria-INITIAL_FORMS": len(lama),
        "kriteria-MIN_NUM_FORMS": 1,
        "kriteria-MAX_NUM_FORMS": 1000,
    }
    for n, (kriteria, poin, minimal) in enumerate(baris):
        awal = f"kriteria-{n}-"
        isi |= {f"{awal}kriteria": kriteria, f"{awal}poin": poin, f"{awal}minimal": minimal}
        isi |= {f"{awal}ORDER": n + 1, f"{awal}id": lama[n].pk if n < len(lama) else ""}
    return isi | ubah


def test_office_writes_an_assignment_with_its_rubric(client):
    client.force_login(UserFactory(peran=[peran.FASILITATOR]))
    assert client.post(reverse("tugas_kursus:add"), office()).status_code == 302
    tugas = Tugas.objects.get()
    assert [k.kriteria for k in tugas.kriteria.all()] == ["Keadaan awal", "SOP baru"]
    ubah = office(tugas, baris=(("Keadaan awal", 50, 10), ("SOP baru", 30, 0)), judul="Baru")
    assert client.post(reverse("tugas_kursus:edit", args=[tugas.pk]), ubah).status_code == 302
    tugas.refresh_from_db()
    assert tugas.judul == "Baru" and tugas.kriteria.first().minimal == 10


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"terima_teks": ""}, "Pilih sedikitnya satu hal"),
        ({"lulus_poin": 71}, "kurang dari poin yang diminta"),
        ({"baris": (("Sama", 40, 0), ("Sama", 40, 0))}, ""),
        ({"baris": (("Terlalu", 40, 41), ("B", 40, 0))}, ""),
        ({"baris": ()}, ""),
    ],
)
def test_office_says_what_is_wrong(client, ubah, kata):
    client.force_login(UserFactory(peran=[peran.FASILITATOR]))
    jawaban = client.post(reverse("tugas_kursus:add"), office(**ubah))
    assert jawaban.status_code == 200 and kata in read(jawaban)
    assert not Tugas.objects.exists()


def test_lesson_asks_for_its_assignment(client):
    from django.core.exceptions import ValidationError

    from pelatihan.models import PelajaranPage

    kursus = make_kursus_tugas(make_tugas())
    page = PelajaranPage.objects.descendant_of(kursus).last()
    page.tugas = None
    with pytest.raises(ValidationError):
        page.full_clean()
