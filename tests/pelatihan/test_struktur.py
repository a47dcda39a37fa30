"""Rules of a course: what comes first, how lessons are completed, tests around it, progress rebuilt."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from cms.core import waktu
from pelatihan.belajar.selectors import get_peta
from pelatihan.belajar.services import finish_pelajaran
from pelatihan.kelas.langkah import list_pelajaran_hadir
from pelatihan.models import Kemajuan, PelajaranPage, Peserta, Sertifikat
from pelatihan.penilaian.services import TesTertutup, finish_percobaan, start_percobaan
from pelatihan.peserta.services import (
    CaraLain,
    KursusPrasyarat,
    LangkahTerkunci,
    enroll_peserta,
    rebuild_kemajuan,
)
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan, mark
from tests.factories.pelatihan import jawab, make_anggota, make_kuis, make_kursus, make_tunggal

pytestmark = pytest.mark.django_db


def publish(page, **isi):
    for nama, nilai in isi.items():
        setattr(page, nama, nilai)
    page.save_revision().publish()
    page.get_kursus().release()


def kerjakan(peserta, kuis, soal, pilihan="a"):
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    jawab(percobaan, soal, pilihan=[pilihan])
    return finish_percobaan(percobaan=percobaan)


def baca_semua(peserta):
    for satu in get_peta(peserta).langkah:
        finish_pelajaran(peserta=peserta, pelajaran_kunci=satu.kunci)


def segar(peserta):
    return Peserta.objects.select_related("rilis").get(pk=peserta.pk)


def test_a_course_asks_for_another_one():
    dasar, lanjut = make_kursus(judul="Dasar"), make_kursus(judul="Lanjut")
    publish(lanjut, syarat=[dasar])
    orang = make_anggota()
    with pytest.raises(KursusPrasyarat) as kurang:
        enroll_peserta(anggota=orang, kursus_kunci=lanjut.kunci)
    assert kurang.value.args == (str(dasar.kunci),)
    baca_semua(enroll_peserta(anggota=orang, kursus_kunci=dasar.kunci))
    assert enroll_peserta(anggota=orang, kursus_kunci=lanjut.kunci)


def test_the_page_to_join_says_what_comes_first(client):
    dasar, lanjut = make_kursus(judul="Dasar kas"), make_kursus(judul="Lanjut kas")
    publish(lanjut, syarat=[dasar])
    orang = make_anggota()
    client.force_login(orang.akun)
    jawaban = client.post(reverse("pelatihan:join_kursus", args=[lanjut.kunci]))
    assert jawaban.status_code == 409
    assert "Dasar kas" in jawaban.content.decode()
    assert not Peserta.objects.exists()


def test_who_enrols_others_may_pass_over_it():
    dasar, lanjut = make_kursus(judul="Dasar"), make_kursus(judul="Lanjut")
    publish(lanjut, syarat=[dasar])
    assert enroll_peserta(anggota=make_anggota(), kursus_kunci=lanjut.kunci, tanpa_syarat=True)


def test_one_lesson_after_the_other(client):
    kursus = make_kursus(banyak_pelajaran=2)
    publish(kursus, berurutan=True)
    peserta = enroll_peserta(anggota=make_anggota(), kursus_kunci=kursus.kunci)
    pertama, kedua = get_peta(peserta).langkah
    assert kedua.terkunci == (pertama.judul,)
    with pytest.raises(LangkahTerkunci):
        finish_pelajaran(peserta=segar(peserta), pelajaran_kunci=kedua.kunci)
    client.force_login(peserta.anggota.akun)
    assert "Masih terkunci" in client.get(kedua.url).content.decode()
    assert client.post(kedua.url).status_code == 200
    assert not Kemajuan.objects.exists()
    finish_pelajaran(peserta=segar(peserta), pelajaran_kunci=pertama.kunci)
    assert get_peta(segar(peserta)).langkah[1].terkunci == ()


def test_a_lesson_completed_by_its_quiz():
    soal = make_tunggal()
    kuis, kursus = make_kuis(soal), make_kursus(banyak_pelajaran=1)
    publish(PelajaranPage.objects.get(), cara="kuis", kuis=kuis)
    peserta = enroll_peserta(anggota=make_anggota(), kursus_kunci=kursus.kunci)
    pelajaran = get_peta(peserta).langkah[0]
    with pytest.raises(CaraLain):
        finish_pelajaran(peserta=segar(peserta), pelajaran_kunci=pelajaran.kunci)
    kerjakan(peserta, kuis, soal, "b")
    assert not segar(peserta).kemajuan.exists()
    kerjakan(peserta, kuis, soal)
    assert {k.asal for k in segar(peserta).kemajuan.all()} == {"kuis"}
    assert Sertifikat.objects.get().peserta == peserta


@pytest.fixture
def bertes():
    soal = make_tunggal()
    tes = {nama: make_kuis(soal) for nama in ("tes_awal", "tes_akhir", "tes_lanjutan")}
    kursus = make_kursus(banyak_pelajaran=1)
    publish(kursus, wajib_tes_akhir=True, **tes)
    peserta = enroll_peserta(anggota=make_anggota(), kursus_kunci=kursus.kunci)
    return peserta, soal, tes


def test_tests_open_in_their_time_and_are_taken_once(bertes):
    peserta, soal, tes = bertes
    with pytest.raises(TesTertutup):
        start_percobaan(peserta=peserta, kuis_kunci=tes["tes_akhir"].kunci)
    kerjakan(peserta, tes["tes_awal"], soal, "b")
    with pytest.raises(TesTertutup):
        start_percobaan(peserta=peserta, kuis_kunci=tes["tes_awal"].kunci)
    baca_semua(segar(peserta))
    assert not Sertifikat.objects.exists()
    kerjakan(segar(peserta), tes["tes_akhir"], soal)
    assert Sertifikat.objects.exists()
    with pytest.raises(TesTertutup):
        start_percobaan(peserta=segar(peserta), kuis_kunci=tes["tes_lanjutan"].kunci)
    with waktu.pada(waktu.sekarang() + timedelta(days=91)):
        assert kerjakan(segar(peserta), tes["tes_lanjutan"], soal).lulus


def test_a_failed_last_test_does_not_complete_the_course(bertes):
    peserta, soal, tes = bertes
    baca_semua(segar(peserta))
    kerjakan(segar(peserta), tes["tes_akhir"], soal, "b")
    assert not Sertifikat.objects.exists()


def test_the_learner_sees_when_tests_open(bertes, client):
    peserta, _soal, tes = bertes
    client.force_login(peserta.anggota.akun)
    peta = client.get(reverse("pelatihan:show_kursus", args=[peserta.uuid])).content.decode()
    assert peta.count("sekali saja") == 3
    akhir = reverse("pelatihan:open_kuis", args=[peserta.uuid, tes["tes_akhir"].kunci])
    assert "terbuka setelah semua pelajaran" in client.get(akhir).content.decode()
    assert client.post(akhir).status_code == 302
    assert not peserta.percobaan.exists()


def test_progress_is_rebuilt_from_events():
    soal = make_tunggal()
    kuis = make_kuis(soal)
    kursus = make_kursus(kuis=kuis, banyak_pelajaran=1)
    peserta = enroll_peserta(anggota=make_anggota(), kursus_kunci=kursus.kunci)
    baca_semua_pelajaran = [s for s in get_peta(peserta).langkah if s.jenis == "pelajaran"]
    finish_pelajaran(peserta=segar(peserta), pelajaran_kunci=baca_semua_pelajaran[0].kunci)
    kerjakan(segar(peserta), kuis, soal)
    seharusnya = set(peserta.kemajuan.values_list("langkah_kunci", "asal"))
    assert len(seharusnya) == 2
    assert rebuild_kemajuan(peserta=segar(peserta)) == (0, 0)
    peserta.kemajuan.exclude(asal="baca").delete()
    Kemajuan.objects.create(peserta=peserta, langkah_kunci=kursus.kunci, asal="kuis")
    assert rebuild_kemajuan(peserta=segar(peserta), ubah=False) == (1, 1)
    assert rebuild_kemajuan(peserta=segar(peserta)) == (1, 1)
    assert set(peserta.kemajuan.values_list("langkah_kunci", "asal")) == seharusnya


def hadir(angkatan, peserta, status="hadir", **isi):
    mark(make_pertemuan(angkatan, **isi), peserta, status, UserFactory())


def test_a_lesson_done_by_being_there():
    kursus = make_kursus(banyak_pelajaran=1)
    publish(PelajaranPage.objects.get(), cara="hadir")
    angkatan = make_angkatan(kursus)
    peserta = segar(join(angkatan))
    pelajaran = get_peta(peserta).langkah[0]
    assert list_pelajaran_hadir(angkatan) == [(pelajaran.kunci, pelajaran.judul)]
    hadir(angkatan, peserta)
    hadir(angkatan, peserta, "alpa", pelajaran_kunci=pelajaran.kunci)
    assert not segar(peserta).kemajuan.exists()
    hadir(angkatan, peserta, "terlambat", pelajaran_kunci=pelajaran.kunci)
    assert {k.asal for k in segar(peserta).kemajuan.all()} == {"hadir"}
    assert Sertifikat.objects.get().peserta == peserta


def test_attendance_completes_a_course_that_asks_for_it():
    kursus = make_kursus(banyak_pelajaran=1)
    publish(kursus, hadir_persen=60)
    angkatan = make_angkatan(kursus)
    peserta = segar(join(angkatan))
    hadir(angkatan, peserta, "alpa")
    baca_semua(segar(peserta))
    hadir(angkatan, peserta)
    assert not Sertifikat.objects.exists()
    hadir(angkatan, peserta)
    assert Sertifikat.objects.exists()


def test_a_class_of_a_course_that_asks_for_another_says_so(client):
    dasar, lanjut = make_kursus(judul="Dasar"), make_kursus(judul="Lanjut")
    publish(lanjut, syarat=[dasar])
    angkatan, orang = make_angkatan(lanjut), make_anggota()
    client.force_login(orang.akun)
    halaman = client.post(
        reverse("pelatihan:join_kelas", args=[angkatan.uuid]), {"kunci": str(uuid4())}
    )
    assert "Ada kursus lain yang didahulukan" in halaman.content.decode()
    assert not Peserta.objects.exists()


def test_the_test_before_judges_nobody(bertes, client):
    peserta, soal, tes = bertes
    percobaan = kerjakan(peserta, tes["tes_awal"], soal, "b")
    client.force_login(peserta.anggota.akun)
    hasil = client.get(reverse("pelatihan:show_hasil", args=[percobaan.uuid])).content.decode()
    assert "Belum lulus" not in hasil and "bukan menilai orangnya" in hasil
    assert get_peta(peserta).berikutnya.url in hasil
    buka = reverse("pelatihan:open_kuis", args=[peserta.uuid, tes["tes_awal"].kunci])
    assert "lulus" not in client.get(buka).content.decode()
