"""The learner's way through a course, page by page, without JavaScript."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.accounts.services import give_peran
from cms.komunitas.models import RiwayatPelatihan
from cms.notifikasi.models import Pesan
from pelatihan.models import Jawaban, Kemajuan, Percobaan, Peserta, Sertifikat
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_angka,
    make_ganda,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def soal():
    return [make_tunggal(), make_ganda(), make_angka()]


@pytest.fixture
def kuis(soal):
    return make_kuis(*soal)


@pytest.fixture
def kursus(kuis):
    return make_kursus(kuis=kuis)


@pytest.fixture
def anggota():
    return make_anggota()


@pytest.fixture
def belajar(client, anggota):
    client.force_login(anggota.akun)
    return client


def answer(client, url, jawaban, ke="maju", kunci=None):
    isi = {"jawaban": jawaban, "ke": ke, "kunci": kunci or uuid4()}
    return client.post(url, isi)


def test_from_sign_up_to_the_checking_page(belajar, kursus, kuis, anggota):
    jawaban = belajar.post(reverse("pelatihan:join_kursus", args=[kursus.kunci]), follow=True)
    peserta = Peserta.objects.get()
    assert b"Mulai belajar" in jawaban.content
    for halaman in kursus.list_bagian()[0][1]:
        url = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, halaman.kunci])
        assert "Sudah paham, lanjut" in belajar.get(url).content.decode()
        jawaban = belajar.post(url, follow=True)
    assert "Mulai kuis" in jawaban.content.decode()
    mulai = reverse("pelatihan:open_kuis", args=[peserta.uuid, kuis.kunci])
    url = belajar.post(mulai).url
    for isi in (["a"], ["p0", "p1"], "Rp 2.950.000"):
        url = answer(belajar, url, isi).url
    assert url.endswith("/kumpulkan/")
    assert "3 dari 3 soal" in belajar.get(url).content.decode()
    hasil = belajar.post(url, follow=True).content.decode()
    assert "Anda lulus" in hasil and "Nilai 100%" in hasil
    sertifikat = Sertifikat.objects.get()
    assert (
        sertifikat.kode
        in belajar.get(reverse("pelatihan:show_selesai", args=[sertifikat.uuid])).content.decode()
    )
    cek = belajar.get(reverse("cek", args=[sertifikat.kode])).content.decode()
    assert "S. H." in cek and anggota.nama not in cek.split("<main")[1]
    assert RiwayatPelatihan.objects.get().topik == "kas"
    assert set(Pesan.objects.values_list("jenis", flat=True)) >= {
        "peserta_terdaftar",
        "hasil_kuis",
        "kursus_selesai",
    }


def test_resumes_at_the_first_step_that_is_open(belajar, kursus, anggota):
    peserta = make_peserta(kursus, anggota)
    pertama, kedua = kursus.list_bagian()[0][1]
    url = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, pertama.kunci])
    assert belajar.post(url).url.endswith(f"{kedua.kunci}/")
    halaman = belajar.get("/belajar/").content.decode()
    assert "Lanjutkan belajar" in halaman
    assert f"/pelajaran/{kedua.kunci}/" in halaman
    belajar.post(url)
    assert Kemajuan.objects.count() == 1


def test_wrong_answers_teach_without_giving_the_right_one_away(belajar, kursus, kuis, anggota):
    peserta = make_peserta(kursus, anggota)
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])
    url = answer(belajar, url, "b").url
    for isi in (["p2"], "7"):
        url = answer(belajar, url, isi).url
    hasil = belajar.post(url, follow=True).content.decode()
    assert "Belum lulus" in hasil and "Tanggapan b" in hasil and "Hitung lagi." in hasil
    assert "Tanggapan a" not in hasil and "Jawaban benar" not in hasil
    assert "2.950.000" not in hasil
    for satu in kursus.list_bagian()[0][1]:
        assert reverse("pelatihan:read_pelajaran", args=[peserta.uuid, satu.kunci]) in hasil
    assert not Sertifikat.objects.exists()


def test_enter_on_a_question_goes_forward(belajar, kursus, kuis, anggota):
    """The first submit button of a form is the one that Enter presses."""
    percobaan = start_percobaan(peserta=make_peserta(kursus, anggota), kuis_kunci=kuis.kunci)
    url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 2])
    formulir = belajar.get(url).content.decode().split('name="kunci"')[1]
    assert formulir.index('value="maju"') < formulir.index('value="mundur"')


def test_course_page_lets_the_enrolled_go_on(belajar, kursus, anggota):
    assert "Ikut kursus ini" in belajar.get(kursus.url).content.decode()
    make_peserta(kursus, anggota)
    halaman = belajar.get(kursus.url).content.decode()
    assert "Lanjutkan belajar" in halaman and "Ikut kursus ini" not in halaman


def test_nothing_about_the_right_answer_before_it_is_handed_in(belajar, kursus, kuis, anggota):
    peserta = make_peserta(kursus, anggota)
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    jawab(percobaan, kuis.soal.get(jenis="pilihan-tunggal"), pilihan=["b"])
    for nomor in (1, 2, 3):
        url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, nomor])
        halaman = belajar.get(url).content.decode()
        for rahasia in ("Tanggapan", "bobot", "10000", "Tepat.", "Hitung lagi", "2950000"):
            assert rahasia not in halaman


def test_state_and_way_back(belajar, kursus, kuis, anggota):
    percobaan = start_percobaan(peserta=make_peserta(kursus, anggota), kuis_kunci=kuis.kunci)
    satu = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])
    dua = answer(belajar, satu, "b").url
    assert answer(belajar, dua, [], ke="mundur").url == satu
    halaman = belajar.get(satu).content.decode()
    assert re.search(r"Jawaban sudah terkirim pukul \d\d\.\d\d", halaman)
    assert re.search(r'value="b" checked', halaman)
    assert Jawaban.objects.count() == 1


@pytest.mark.parametrize("buruk", ["dua juta", "1.2.3", "9" * 60, "\x00", "<b>7</b>", "😀"])
def test_a_number_that_is_none_comes_back_with_a_word(belajar, kursus, kuis, anggota, buruk):
    percobaan = start_percobaan(peserta=make_peserta(kursus, anggota), kuis_kunci=kuis.kunci)
    url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 3])
    jawaban = answer(belajar, url, buruk)
    assert jawaban.status_code == 422
    assert 'aria-invalid="true"' in jawaban.content.decode()
    assert not Jawaban.objects.exists()


@pytest.mark.parametrize(
    "isi",
    [
        {"jawaban": "zz", "kunci": str(uuid4())},
        {"jawaban": "a", "kunci": "bukan-uuid"},
        {"jawaban": "a"},
        {"jawaban": ["a", "b"], "kunci": "' OR 1=1"},
    ],
)
def test_forged_answers_are_refused(belajar, kursus, kuis, anggota, isi):
    percobaan = start_percobaan(peserta=make_peserta(kursus, anggota), kuis_kunci=kuis.kunci)
    url = reverse("pelatihan:answer_soal", args=[percobaan.uuid, 1])
    assert belajar.post(url, isi).status_code == 422
    assert not Jawaban.objects.exists()


def test_no_get_changes_anything(belajar, kursus, kuis, anggota):
    peserta = make_peserta(kursus, anggota)
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    pelajaran = kursus.list_bagian()[0][1][0]
    sebelum = [m.objects.count() for m in (Peserta, Kemajuan, Percobaan, Jawaban, Sertifikat)]
    for nama, *args in (
        ("list_kursus",),
        ("join_kursus", kursus.kunci),
        ("open_pelajaran", pelajaran.kunci),
        ("show_kursus", peserta.uuid),
        ("read_pelajaran", peserta.uuid, pelajaran.kunci),
        ("open_kuis", peserta.uuid, kuis.kunci),
        ("answer_soal", percobaan.uuid, 1),
        ("submit_kuis", percobaan.uuid),
        ("show_hasil", percobaan.uuid),
    ):
        assert belajar.get(reverse(f"pelatihan:{nama}", args=args)).status_code in (200, 302)
    sesudah = [m.objects.count() for m in (Peserta, Kemajuan, Percobaan, Jawaban, Sertifikat)]
    assert sesudah == sebelum


def test_others_pages_are_not_there(client, kursus, kuis):
    peserta = make_peserta(kursus)
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    pelajaran = kursus.list_bagian()[0][1][0]
    finish_percobaan(percobaan=percobaan)
    client.force_login(make_anggota(nama="Orang lain").akun)
    for nama, *args in (
        ("show_kursus", peserta.uuid),
        ("read_pelajaran", peserta.uuid, pelajaran.kunci),
        ("open_kuis", peserta.uuid, kuis.kunci),
        ("answer_soal", percobaan.uuid, 1),
        ("submit_kuis", percobaan.uuid),
        ("show_hasil", percobaan.uuid),
    ):
        url = reverse(f"pelatihan:{nama}", args=args)
        assert client.get(url).status_code == 404, nama
        assert client.post(url).status_code in (404, 405), nama
    client.logout()
    masuk = client.get(reverse("pelatihan:show_kursus", args=[peserta.uuid]))
    assert masuk.status_code == 302 and "/akun/masuk/" in masuk.url


def test_account_without_a_person_is_told_what_to_do(client, kursus):
    client.force_login(UserFactory())
    assert client.get("/belajar/").status_code == 403
    url = reverse("pelatihan:join_kursus", args=[kursus.kunci])
    assert "sekretariat" in client.post(url).content.decode()
    assert not Peserta.objects.exists()


def test_lesson_whose_page_is_gone_is_read_from_the_release(belajar, kursus, anggota):
    peserta = make_peserta(kursus, anggota)
    pelajaran = kursus.list_bagian()[0][1][0]
    kunci = pelajaran.kunci
    pelajaran.delete()
    url = reverse("pelatihan:read_pelajaran", args=[peserta.uuid, kunci])
    assert "Kas dihitung berdua." in belajar.get(url).content.decode()


def test_pages_of_a_learner_cost_few_queries(
    belajar, kursus, anggota, django_assert_max_num_queries
):
    peserta = make_peserta(kursus, anggota)
    belajar.get("/belajar/")
    for url in ("/belajar/", reverse("pelatihan:show_kursus", args=[peserta.uuid])):
        with django_assert_max_num_queries(14):
            belajar.get(url)


def test_a_course_for_a_group_takes_nobody_else(belajar, kursus, anggota):
    batas = PageViewRestriction.objects.create(page=kursus, restriction_type="groups")
    batas.groups.set(Group.objects.filter(name="relawan"))
    url = reverse("pelatihan:join_kursus", args=[kursus.kunci])
    assert belajar.get(url).status_code == belajar.post(url).status_code == 404
    assert kursus.title not in belajar.get("/belajar/").content.decode()
    assert not Peserta.objects.exists()
    give_peran(user=anggota.akun, peran="relawan", dasar="uji")
    assert kursus.title in belajar.get("/belajar/").content.decode()
    assert belajar.post(url).status_code == 302
    assert Peserta.objects.exists()
