"""Questions under a lesson: asked, answered, told, pinned, hidden, corrected, closed, erased."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cms.accounts import peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.core.kiriman.services import KirimanBerbeda
from cms.core.tugas import list_tugas
from cms.notifikasi.models import Pesan
from pelatihan.diskusi import permissions, services
from pelatihan.diskusi.selectors import get_ruang
from pelatihan.models import Diskusi, TulisanDiskusi
from pelatihan.peserta.services import assign_pengampu, leave_peserta
from tests.factories.accounts import UserFactory
from tests.factories.diskusi import get_pelajaran, jawab, tanya
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta
from tests.factories.tugas import make_fasilitator

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


def list_kabar(jenis: str) -> list[tuple[str, int]]:
    semua = Pesan.objects.filter(jenis=jenis, saluran="kotak").order_by("pk")
    return list(semua.values_list("isi", "penerima_user"))


def get_tampak(peserta, **isi):
    return get_ruang(peserta, get_pelajaran(peserta), peserta.anggota.akun, **isi)


# -- asking and answering ----------------------------------------------------------------------------
def test_question_is_seen_by_learners_of_the_course_with_its_answers(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman, "Menurut saya supaya aman.")
    jawab(satu, fasilitator)
    [utas] = get_tampak(teman).daftar
    assert (utas.tanya.nama, utas.banyak, utas.terjawab) == ("Sri Hartini", 2, True)
    assert [(j.nama, j.guru) for j in utas.jawaban] == [
        ("Wiji Asri", False),
        ("Bu Fasilitator", True),
    ]
    assert get_tampak(make_peserta()).daftar == ()


def test_same_key_and_same_words_are_one_question(peserta):
    kunci = uuid4()
    satu = tanya(peserta, kunci=kunci)
    assert tanya(peserta, kunci=kunci) == satu
    assert tanya(peserta) == satu, "another tab with the same words"
    with pytest.raises(KirimanBerbeda):
        tanya(peserta, "Lain.", kunci=kunci)
    with waktu.pada(waktu.sekarang() + timedelta(minutes=11)):
        assert tanya(peserta) != satu
    assert TulisanDiskusi.objects.count() == 2
    assert Jejak.objects.filter(tindakan="ask_tanya").count() == 2


def test_same_answer_is_one_but_anothers_is_another(peserta, teman, fasilitator):
    satu = tanya(peserta)
    assert jawab(satu, teman, "Ya.") == jawab(satu, teman, " Ya. ")
    assert jawab(satu, fasilitator, "Ya.") != jawab(satu, teman, "Ya.")


@pytest.mark.parametrize("teks", ["", " \n\t ", "\u200b\u202e", "\0", "a" * 2001])
def test_nothing_and_too_much_are_refused(peserta, teks):
    with pytest.raises(services.TulisanTidakSah):
        tanya(peserta, teks)
    assert not TulisanDiskusi.objects.exists() and not Diskusi.objects.exists()


def test_lesson_of_another_course_is_not_there(peserta):
    lain = make_peserta(make_kursus(judul="Kursus lain"))
    with pytest.raises(services.PelajaranTidakAda):
        tanya(peserta, pelajaran_kunci=get_pelajaran(lain))
    assert not Diskusi.objects.exists()


def test_too_many_questions_in_an_hour_wait(peserta):
    for n in range(10):
        tanya(peserta, f"Pertanyaan {n}?")
    with pytest.raises(services.TerlaluSering):
        tanya(peserta, "Satu lagi?")
    assert TulisanDiskusi.objects.count() == 10
    with waktu.pada(waktu.sekarang() + timedelta(hours=1, minutes=1)):
        tanya(peserta, "Satu lagi?")


# -- told --------------------------------------------------------------------------------------------
def test_facilitator_gets_one_letter_and_one_next_morning(peserta, teman, fasilitator):
    for n in range(8):
        tanya(peserta, f"Pertanyaan {n}?")
        tanya(teman, f"Pertanyaan {n} lagi?")
    isi = list_kabar("diskusi_tanya")
    assert [akun for _isi, akun in isi] == [fasilitator.pk] * 2
    assert "Sri Hartini bertanya" in isi[0][0] and "Kemarin masih ada" in isi[1][0]
    besok = Pesan.objects.filter(jenis="diskusi_tanya", saluran="kotak").first()
    assert waktu.ke_wib(besok.tidak_sebelum).hour == 7 and besok.tidak_sebelum > waktu.sekarang()


def test_facilitator_of_the_class_is_told_and_nobody_of_another(kursus, fasilitator):
    kelas = make_angkatan(kursus)
    bu = make_anggota(nama="Bu Kelas", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=bu, angkatan=kelas)
    lain = make_anggota(nama="Bu Lain", akun=UserFactory(peran=[peran.FASILITATOR]))
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=lain, angkatan=make_angkatan(kursus))
    satu = tanya(join(kelas))
    assert {akun for _i, akun in list_kabar("diskusi_tanya")} == {fasilitator.pk, bu.akun_id}
    assert permissions.visible_to(bu.akun).get() == satu
    assert not permissions.visible_to(lain.akun).exists()


def test_without_facilitator_the_office_is_told(peserta):
    kantor = UserFactory(peran=[peran.KOORDINATOR])
    tanya(peserta)
    [(isi, akun)] = list_kabar("diskusi_tanya")
    assert akun == kantor.pk and "tunjuk" in isi


def test_facilitator_who_learns_is_not_told_of_the_own_question(kursus, fasilitator):
    tanya(make_peserta(kursus, fasilitator.anggota))
    assert not list_kabar("diskusi_tanya")


def test_asker_is_told_but_never_of_the_own_answer(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, peserta, "Saya tambahkan.")
    assert not list_kabar("diskusi_jawab")
    for n in range(3):
        jawab(satu, teman, f"Menurut saya {n}.")
    jawab(satu, fasilitator, "Satu.")
    jawab(satu, fasilitator, "Dua.")
    isi = list_kabar("diskusi_jawab")
    assert len(isi) == 3 and {akun for _i, akun in isi} == {peserta.anggota.akun_id}
    tautan = Pesan.objects.filter(jenis="diskusi_jawab").first().tautan
    assert tautan.endswith(f"?tanya={satu.uuid}#tanya-{satu.uuid}")
    assert f"/belajar/{peserta.uuid}/pelajaran/{get_pelajaran(peserta)}/" in tautan


def test_who_left_is_not_told(peserta, fasilitator):
    satu = tanya(peserta)
    leave_peserta(peserta=peserta, alasan="pindah")
    jawab(satu, fasilitator)
    assert not list_kabar("diskusi_jawab")


def test_questions_wait_among_the_tasks_until_answered(peserta, teman, fasilitator):
    satu = tanya(peserta)
    jawab(satu, teman)
    assert "1 pertanyaan menunggu" in [t.judul for t in list_tugas(fasilitator)]
    jawab(satu, fasilitator)
    assert "1 pertanyaan menunggu" not in [t.judul for t in list_tugas(fasilitator)]
    dua = tanya(peserta, "Dan kalau sendirian?")
    services.pin_jawaban(jawaban=jawab(dua, teman, "Panggil teman."), actor=fasilitator)
    assert "1 pertanyaan menunggu" not in [t.judul for t in list_tugas(fasilitator)]
