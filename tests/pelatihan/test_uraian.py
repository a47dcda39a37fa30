"""Essays: handed in, waiting, marked by a facilitator of the course, told, and the course completed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from cms.accounts import peran
from cms.core import waktu
from cms.core.tugas import list_tugas
from cms.notifikasi.models import Pesan
from pelatihan.belajar.services import finish_kuis, finish_pelajaran
from pelatihan.models import NilaiUraian, Percobaan, Sertifikat
from pelatihan.penilaian import services
from pelatihan.peserta.services import assign_pengampu, end_pengampu
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
    make_uraian,
)

pytestmark = pytest.mark.django_db
PENUH = {"r1": 3, "r2": 2}


@pytest.fixture
def soal():
    return make_uraian()


@pytest.fixture
def percobaan(soal) -> Percobaan:
    pilih = make_tunggal()
    peserta = make_peserta(make_kursus(kuis=make_kuis(soal, pilih)))
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis)
    jawab(percobaan, soal, teks="Supaya <b>jujur</b>.")
    jawab(percobaan, pilih, pilihan=["a"])
    return percobaan


@pytest.fixture
def fasilitator(percobaan):
    anggota = make_anggota(nama="Bu Fasilitator", akun=UserFactory(peran=[peran.FASILITATOR]))
    kursus = percobaan.peserta.kursus_kunci
    return assign_pengampu(kursus_kunci=kursus, anggota=anggota)


@pytest.fixture
def kantor(client, fasilitator):
    client.force_login(fasilitator.anggota.akun)
    return client


def isian(**ubah) -> dict:
    return {"poin-1-r1": 3, "poin-1-r2": 1, "catatan-1": "Contohnya kurang.", **ubah}


def list_kabar() -> set[str]:
    """What learners were told of results, whatever the number of channels."""
    return set(Pesan.objects.filter(jenis="hasil_kuis").values_list("isi", flat=True))


def nilai(percobaan, soal, poin, actor, catatan=""):
    return services.mark_uraian(
        percobaan=percobaan, nilai={soal.kunci: (poin, catatan)}, actor=actor
    )


def test_handed_in_it_waits_without_a_mark(client, percobaan):
    finish_kuis(percobaan=percobaan)
    percobaan.refresh_from_db()
    assert percobaan.menunggu and percobaan.lulus is None
    assert not list_kabar()
    client.force_login(percobaan.peserta.anggota.akun)
    hasil = client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])).content.decode()
    assert "Jawaban Anda sudah masuk" in hasil and "Menunggu dinilai" in hasil
    assert "Supaya saling menjaga" not in hasil and "&lt;b&gt;jujur" in hasil
    kuis = reverse("pelatihan:open_kuis", args=[percobaan.peserta.uuid, percobaan.kuis_kunci])
    assert "menunggu dinilai" in client.get(kuis).content.decode()


def test_an_empty_essay_waits_for_nobody(percobaan, soal):
    jawab(percobaan, soal, teks="")
    assert finish_kuis(percobaan=percobaan).nilai_bp == 5000


def test_facilitator_marks_and_the_learner_completes(kantor, client, percobaan):
    for pelajaran in percobaan.rilis.susunan[0]["pelajaran"]:
        finish_pelajaran(peserta=percobaan.peserta, pelajaran_kunci=pelajaran["kunci"])
    finish_kuis(percobaan=percobaan)
    assert "Sri Hartini" in kantor.get(reverse("uraian:index")).content.decode()
    url = reverse("uraian:nilai", args=[percobaan.pk])
    halaman = kantor.get(url).content.decode()
    assert "Menyebut alasan (0–3)" in halaman and "&lt;b&gt;jujur" in halaman
    assert kantor.post(url, isian()).status_code == 302
    percobaan.refresh_from_db()
    assert (percobaan.nilai_bp, percobaan.lulus) == (9000, True)
    assert Sertifikat.objects.filter(peserta=percobaan.peserta).exists()
    assert ["90%" in isi for isi in list_kabar()] == [True]
    client.force_login(percobaan.peserta.anggota.akun)
    hasil = client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])).content.decode()
    for kata in ("Contohnya kurang.", "1 dari 2 poin", "Supaya saling menjaga", "Anda lulus"):
        assert kata in hasil


@pytest.mark.parametrize(
    "ubah", [{"poin-1-r1": 4}, {"poin-1-r1": -1}, {"poin-1-r2": ""}, {"poin-1-r1": "dua"}]
)
def test_bad_points_come_back_with_what_was_written(kantor, percobaan, ubah):
    finish_kuis(percobaan=percobaan)
    jawaban = kantor.post(reverse("uraian:nilai", args=[percobaan.pk]), isian(**ubah))
    assert jawaban.status_code == 200 and "Contohnya kurang." in jawaban.content.decode()
    assert not NilaiUraian.objects.exists()


def test_marks_again_are_a_row_more_and_the_same_are_none(percobaan, soal, fasilitator):
    finish_kuis(percobaan=percobaan)
    actor = fasilitator.anggota.akun
    for poin in (PENUH, PENUH, {"r1": 0, "r2": 0}):
        percobaan = nilai(percobaan, soal, poin, actor)
    assert NilaiUraian.objects.count() == 2
    assert (percobaan.nilai_bp, percobaan.lulus) == (5000, False)
    assert len(list_kabar()) == 2


@pytest.mark.parametrize("poin", [{}, {"r1": 3}, PENUH | {"r3": 1}, PENUH | {"r1": True}])
def test_service_refuses_points_off_the_rubric(percobaan, soal, fasilitator, poin):
    finish_kuis(percobaan=percobaan)
    with pytest.raises(services.PoinTidakSah):
        nilai(percobaan, soal, poin, fasilitator.anggota.akun)


def test_service_refuses_open_attempts_oneself_and_other_questions(percobaan, soal, fasilitator):
    actor = fasilitator.anggota.akun
    with pytest.raises(services.BelumDikumpulkan):
        nilai(percobaan, soal, PENUH, actor)
    finish_kuis(percobaan=percobaan)
    with pytest.raises(services.NilaiSendiri):
        nilai(percobaan, soal, PENUH, percobaan.peserta.anggota.akun)
    with pytest.raises(services.SoalTidakAda):
        nilai(percobaan, make_uraian("Lain?"), PENUH, actor)


def test_only_facilitators_of_the_course_see_it(kantor, client, percobaan, fasilitator):
    finish_kuis(percobaan=percobaan)
    url = reverse("uraian:nilai", args=[percobaan.pk])
    akun = fasilitator.anggota.akun
    assert [t.url for t in list_tugas(akun)] == [url]
    end_pengampu(pengampu=fasilitator, sampai=waktu.hari_ini())
    with waktu.pada(waktu.hari_ini() + timedelta(days=1)):
        assert list_tugas(akun) == [] and kantor.get(url).status_code != 200
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    assert client.get(url).status_code != 200


@pytest.mark.dua
def test_database_keeps_marks_and_knows_three_states(percobaan, soal, fasilitator):
    finish_kuis(percobaan=percobaan)
    nilai(percobaan, soal, PENUH, fasilitator.anggota.akun)
    for ubah in (
        lambda: NilaiUraian.objects.update(nilai_bp=0),
        lambda: NilaiUraian.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()
    for salah in ({"nilai_bp": None}, {"lulus": None}, {"selesai_pada": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Percobaan.objects.update(**salah)
