"""Releases, attempts and completion: what the database and the services promise."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from pelatihan.belajar.services import finish_kuis, finish_pelajaran
from pelatihan.kursus.services import KuisKosong, SoalBelumLengkap, save_kuis, save_soal
from pelatihan.models import (
    IsiRilis,
    Jawaban,
    KursusPage,
    PelajaranPage,
    Percobaan,
    Peserta,
    Rilis,
    Sertifikat,
    Soal,
)
from pelatihan.penilaian import services
from pelatihan.peserta import services as peserta_services
from pelatihan.sertifikat.rules import get_inisial
from pelatihan.sertifikat.selectors import count_lulusan, get_angka_lulusan, get_bukti
from pelatihan.sertifikat.services import SudahDicabut, revoke_sertifikat
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)
from tests.serentak import run_together

pytestmark = pytest.mark.django_db


def complete(peserta: Peserta) -> Sertifikat | None:
    kuis = [b["kuis"] for b in peserta.rilis.susunan if b["kuis"]]
    for bagian in peserta.rilis.susunan:
        for pelajaran in bagian["pelajaran"]:
            finish_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran["kunci"])
    for satu in kuis:
        percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=satu["kunci"])
        for soal in Soal.objects.filter(kuis__kunci=satu["kunci"]):
            jawab(percobaan, soal, pilihan=["a"])
        finish_kuis(percobaan=percobaan)
    return Sertifikat.objects.filter(peserta=peserta).first()


@pytest.fixture
def soal():
    return make_tunggal()


@pytest.fixture
def kursus(soal):
    return make_kursus(kuis=make_kuis(soal))


@pytest.fixture
def percobaan(kursus, soal):
    return services.start_percobaan(peserta=make_peserta(kursus), kuis_kunci=soal.kuis.get().kunci)


def test_publishing_releases_once_and_then_only_by_hand(kursus):
    assert Rilis.objects.count() == 1 and not kursus.list_perubahan()
    pelajaran = PelajaranPage.objects.first()
    pelajaran.title = "Judul baru"
    pelajaran.save_revision().publish()
    assert Rilis.objects.count() == 1
    assert [(b["judul"], b["ubah"]) for b in kursus.list_perubahan()] == [("Judul baru", "berubah")]
    assert kursus.release().nomor == 2 and kursus.release().nomor == 2
    assert not kursus.list_perubahan()
    pelajaran.unpublish()
    assert [b["ubah"] for b in kursus.list_perubahan()] == ["hilang"]
    assert KursusPage.objects.get().release().nomor == 3


@pytest.mark.dua
def test_releases_cannot_be_changed_by_anyone(kursus):
    for ubah in (
        lambda: Rilis.objects.update(judul="x"),
        lambda: Rilis.objects.all().delete(),
        lambda: IsiRilis.objects.update(isi={}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()


def test_an_attempt_finishes_on_the_release_it_began_with(percobaan, soal, kursus):
    soal.isi["pilihan"][0]["bobot"], soal.isi["pilihan"][1]["bobot"] = 0, 10000
    save_soal(soal=soal)
    kursus.release()
    jawab(percobaan, soal, pilihan=["a"])
    assert services.finish_percobaan(percobaan=percobaan).nilai_bp == 10000


def test_same_submission_twice_is_one_answer(percobaan, soal):
    kunci, isi = uuid4(), {"pilihan": ["b"]}
    for _n in range(2):
        services.give_jawaban(percobaan=percobaan, soal_kunci=soal.kunci, isi=isi, kunci=kunci)
    services.give_jawaban(percobaan=percobaan, soal_kunci=soal.kunci, isi=isi, kunci=uuid4())
    assert Jawaban.objects.count() == 1


def test_back_button_with_another_answer_is_kept_and_counts(percobaan, soal):
    kunci = uuid4()
    for pilih in ("b", "a"):
        services.give_jawaban(
            percobaan=percobaan, soal_kunci=soal.kunci, isi={"pilihan": [pilih]}, kunci=kunci
        )
    assert [j.isi["pilihan"] for j in Jawaban.objects.order_by("id")] == [["b"], ["a"]]
    assert services.finish_percobaan(percobaan=percobaan).lulus


def test_late_repeat_of_an_old_submission_does_not_win(percobaan, soal):
    kunci = uuid4()
    for k, pilih in ((kunci, "b"), (uuid4(), "a"), (kunci, "b")):
        services.give_jawaban(
            percobaan=percobaan, soal_kunci=soal.kunci, isi={"pilihan": [pilih]}, kunci=k
        )
    assert services.finish_percobaan(percobaan=percobaan).nilai_bp == 10000


@pytest.mark.parametrize(
    "isi",
    [{"pilihan": ["z"]}, {"pilihan": "a"}, {"pilihan": ["a", "b"]}, {"teks": "1"}, {}],
)
def test_answers_of_the_wrong_shape_are_refused(percobaan, soal, isi):
    with pytest.raises(services.JawabanTidakSah):
        jawab(percobaan, soal, **isi)
    with pytest.raises(services.SoalTidakAda):
        services.give_jawaban(percobaan=percobaan, soal_kunci=uuid4(), isi=isi, kunci=uuid4())


def test_nothing_is_added_after_handing_in(percobaan, soal):
    services.finish_percobaan(percobaan=percobaan)
    with pytest.raises(services.SudahDikumpulkan):
        jawab(percobaan, soal, pilihan=["a"])
    again = services.finish_percobaan(percobaan=percobaan)
    assert (again.nilai_bp, again.lulus) == (0, False)


def test_open_attempt_is_gone_on_with_and_a_finished_one_followed_by_the_next(percobaan):
    peserta, kuis = percobaan.peserta, percobaan.kuis_kunci
    assert services.start_percobaan(peserta=peserta, kuis_kunci=kuis) == percobaan
    services.finish_percobaan(percobaan=percobaan)
    assert services.start_percobaan(peserta=peserta, kuis_kunci=kuis).nomor == 2
    with pytest.raises(services.KuisTidakAda):
        services.start_percobaan(peserta=peserta, kuis_kunci=uuid4())


@pytest.mark.dua
def test_database_keeps_one_open_attempt_and_one_running_learner(percobaan):
    p = percobaan
    with pytest.raises(IntegrityError), transaction.atomic():
        Percobaan.objects.create(
            peserta=p.peserta, rilis=p.rilis, kuis_kunci=p.kuis_kunci, isi=p.isi, nomor=2, benih=1
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Peserta.objects.create(
            anggota=p.peserta.anggota, kursus_kunci=p.peserta.kursus_kunci, rilis=p.rilis
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Percobaan.objects.update(nilai_bp=5000)


def test_completion_needs_every_step(kursus, soal):
    peserta = make_peserta(kursus)
    kuis = soal.kuis.get()
    for pelajaran in peserta.rilis.susunan[0]["pelajaran"]:
        finish_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran["kunci"])
    assert not Sertifikat.objects.exists()
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    jawab(percobaan, soal, pilihan=["a"])
    finish_kuis(percobaan=percobaan)
    peserta.refresh_from_db()
    sertifikat = Sertifikat.objects.get()
    assert peserta.status == Peserta.Status.SELESAI
    assert sertifikat.nomor == f"0001/{sertifikat.tahun}"
    finish_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran["kunci"])
    assert Sertifikat.objects.count() == 1


def test_leaving_and_coming_back(kursus):
    anggota = make_anggota()
    peserta = make_peserta(kursus, anggota)
    assert make_peserta(kursus, anggota) == peserta
    peserta_services.leave_peserta(peserta=peserta, alasan="pindah")
    with pytest.raises(peserta_services.SudahBerakhir):
        peserta_services.leave_peserta(peserta=peserta, alasan="pindah")
    with pytest.raises(peserta_services.SudahBerakhir):
        peserta.refresh_from_db()
        finish_pelajaran(
            peserta=peserta, pelajaran_kunci=peserta.rilis.susunan[0]["pelajaran"][0]["kunci"]
        )
    assert make_peserta(kursus, anggota) != peserta
    with pytest.raises(peserta_services.KursusBelumTerbit):
        peserta_services.enroll_peserta(anggota=anggota, kursus_kunci=uuid4())
    with pytest.raises(peserta_services.PelajaranTidakAda):
        finish_pelajaran(peserta=peserta, pelajaran_kunci=uuid4())


def test_incomplete_question_and_empty_quiz_are_not_published(soal):
    kuis = make_kuis(soal)
    soal.isi["pilihan"] = []
    with pytest.raises(SoalBelumLengkap) as tangkap:
        save_soal(soal=soal)
    assert "pilihan-kurang" in tangkap.value.args
    with pytest.raises(KuisKosong):
        save_kuis(kuis=kuis, butir=[])


def test_small_numbers_of_graduates_are_hidden(kursus):
    for nomor in range(4):
        complete(make_peserta(kursus, make_anggota(nama=f"Warga {nomor}")))
    hari = Sertifikat.objects.first().tanggal
    assert count_lulusan() == {} and get_angka_lulusan(hari) is None
    sertifikat = complete(make_peserta(kursus))
    assert count_lulusan() == {kursus.kunci: 5}
    assert get_angka_lulusan(hari).nilai == 5
    revoke_sertifikat(sertifikat=sertifikat, alasan="salah orang", actor=None)
    assert count_lulusan() == {} and get_bukti(sertifikat.kode).dicabut_pada == hari
    with pytest.raises(SudahDicabut):
        revoke_sertifikat(sertifikat=sertifikat, alasan="lagi", actor=None)


def test_only_the_code_opens_the_public_page(client, kursus):
    sertifikat = complete(make_peserta(kursus))
    assert client.get(f"/cek/{sertifikat.kode}/").status_code == 200
    for lain in (sertifikat.nomor.replace("/", "-"), str(sertifikat.uuid), "s-2222222222222"):
        assert client.get(f"/cek/{lain}/").status_code == 404


@pytest.mark.parametrize(
    ("nama", "inisial"), [("Sri Hartini", "S. H."), ("slamet", "S."), ("A b c d", "A. B. C.")]
)
def test_initials(nama, inisial):
    assert get_inisial(nama) == inisial


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_give_one_truth():
    soal = make_tunggal()
    kursus = make_kursus(kuis=make_kuis(soal))
    anggota, kuis = make_anggota(), soal.kuis.get()

    def ikut():
        return peserta_services.enroll_peserta(anggota=anggota, kursus_kunci=kursus.kunci)

    peserta = run_together(ikut, ikut, ikut)[0]
    assert Peserta.objects.count() == 1

    def mulai():
        return services.start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)

    percobaan = run_together(mulai, mulai, mulai)[0]
    assert Percobaan.objects.count() == 1, connection.vendor
    kunci, isi = uuid4(), {"pilihan": ["a"]}

    def beri():
        return services.give_jawaban(
            percobaan=percobaan, soal_kunci=soal.kunci, isi=isi, kunci=kunci
        )

    run_together(beri, beri, beri)
    assert Jawaban.objects.count() == 1
    for pelajaran in peserta.rilis.susunan[0]["pelajaran"]:
        finish_pelajaran(peserta=peserta, pelajaran_kunci=pelajaran["kunci"])

    def kumpul():
        return finish_kuis(percobaan=percobaan)

    assert {p.nilai_bp for p in run_together(kumpul, kumpul, kumpul)} == {10000}
    assert Sertifikat.objects.count() == 1
