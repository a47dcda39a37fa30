"""Assignments: handed in, returned, improved, accepted; told, kept, and completing the lesson."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from cms.accounts import peran
from cms.core import waktu
from cms.core.berkas.models import Berkas
from cms.core.jejak.models import Jejak
from cms.core.kiriman.services import KirimanBerbeda
from cms.core.tugas import list_tugas
from cms.core.unggahan import UnggahanDitolak
from cms.komunitas.models import BerkasWarga, RiwayatPelatihan
from cms.notifikasi.models import Pesan
from pelatihan.belajar.services import finish_pelajaran
from pelatihan.kursus.selectors import get_isi
from pelatihan.kursus.tugas import RubrikKurang
from pelatihan.models import Kemajuan, Kumpulan, NilaiTugas, Sertifikat
from pelatihan.peserta.services import (
    CaraLain,
    LangkahTerkunci,
    SudahBerakhir,
    leave_peserta,
    rebuild_kemajuan,
)
from pelatihan.tugas import services
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota
from tests.factories.tugas import (
    KURANG,
    PENUH,
    get_langkah,
    kumpul,
    make_fasilitator,
    make_foto,
    make_kursus_tugas,
    make_pdf,
    make_peserta_tugas,
    make_poin,
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


def list_kabar(jenis: str) -> set[str]:
    return set(Pesan.objects.filter(jenis=jenis).values_list("isi", flat=True))


# -- released ----------------------------------------------------------------------------------------
def test_release_freezes_the_assignment(peserta):
    langkah = next(p for p in peserta.rilis.susunan[0]["pelajaran"] if p["cara"] == "tugas")
    isi = get_isi(langkah["tugas"]["sidik"])
    assert isi["terima"] == ["teks", "foto", "pdf"] and isi["lulus_poin"] == 35
    assert [r["minimal"] for r in isi["rubrik"]] == [1, 0, 0]
    assert langkah["tugas"]["penuh"] == 50


def test_a_changed_assignment_waits_for_the_next_release(peserta):
    from pelatihan.models import KursusPage, Tugas

    kursus = KursusPage.objects.get(kunci=peserta.kursus_kunci)
    assert kursus.list_perubahan() == []
    Tugas.objects.update(petunjuk="Dua SOP.")
    assert [(b["jenis"], b["ubah"]) for b in kursus.list_perubahan()] == [("tugas", "berubah")]


def test_rubric_has_enough_points_for_its_pass():
    for rubrik in ((), (("Sebab", 15, 0),)):
        with pytest.raises(RubrikKurang):
            make_tugas(rubrik)


# -- handing in --------------------------------------------------------------------------------------
def test_accepted_assignment_completes_lesson_course_and_record(peserta, fasilitator):
    satu = kumpul(peserta)
    assert not Kemajuan.objects.exists()
    nilai(satu, fasilitator)
    baris = Kemajuan.objects.get()
    assert (str(baris.langkah_kunci), baris.asal) == (get_langkah(peserta), "tugas")
    assert Sertifikat.objects.filter(peserta=peserta).exists()
    assert RiwayatPelatihan.objects.filter(anggota=peserta.anggota).exists()
    assert rebuild_kemajuan(peserta=peserta) == (0, 0)
    Kemajuan.objects.all().delete()
    assert rebuild_kemajuan(peserta=peserta) == (1, 0)


def test_reading_alone_completes_nothing(peserta):
    with pytest.raises(CaraLain):
        finish_pelajaran(peserta=peserta, pelajaran_kunci=get_langkah(peserta))


def test_returned_improved_accepted_keeps_every_version(peserta, fasilitator):
    satu = kumpul(peserta, "Dulu lama sekali.", unggahan=[make_foto(), make_pdf()])
    nilai(satu, fasilitator, "dikembalikan", catatan="Tulis angkanya.")
    assert not Kemajuan.objects.exists()
    lama = satu.berkas.get(berkas__jenis="image/jpeg")
    dua = kumpul(peserta, "Dari 20, 8.", tetap=[lama.uuid], unggahan=[make_pdf("baru.pdf")])
    assert [b.berkas.berkas.nama for b in dua.lampiran.all()] == ["sop.jpg", "baru.pdf"]
    nilai(dua, fasilitator)
    assert list(Kumpulan.objects.values_list("nomor", "teks")) == [
        (1, "Dulu lama sekali."),
        (2, "Dari 20, 8."),
    ]
    assert BerkasWarga.objects.count() == 3 and Kemajuan.objects.count() == 1


def test_files_are_the_persons_own_and_say_no_place(peserta):
    satu = kumpul(peserta, unggahan=[make_foto()])
    berkas = satu.berkas.get()
    assert berkas.anggota == peserta.anggota and berkas.judul == "Perbaiki satu SOP"
    isi = berkas.berkas.isi.read()
    assert b"Exif" not in isi and b"Telepon Uji" not in isi
    assert berkas.berkas.pemilik_jenis == "komunitas.berkaswarga"


def test_the_same_sending_twice_is_one_version(peserta):
    kunci = uuid4()
    satu = kumpul(peserta, kunci=kunci, unggahan=[make_foto()])
    assert kumpul(peserta, kunci=kunci, unggahan=[make_foto()]) == satu
    assert Kumpulan.objects.count() == Berkas.objects.count() == 1
    with pytest.raises(KirimanBerbeda):
        kumpul(peserta, "Lain.", kunci=kunci)


def test_a_version_more_while_the_last_one_waits(peserta, fasilitator):
    for _n in range(2):
        kumpul(peserta)
    assert [t.url.split("/")[-2] for t in list_tugas(fasilitator) if "lapangan/tugas" in t.url] == [
        str(Kumpulan.objects.get(nomor=2).uuid)
    ]


def test_nothing_more_after_it_was_accepted(peserta, fasilitator):
    nilai(kumpul(peserta), fasilitator)
    with pytest.raises(services.SudahDiterima):
        kumpul(peserta)


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ({"teks": " \n"}, services.KumpulanKosong),
        ({"teks": "a" * 20_001}, services.KumpulanTidakSah),
        ({"teks": "a\0b"}, services.KumpulanTidakSah),
        ({"tetap": [uuid4()]}, services.KumpulanTidakSah),
        ({"langkah_kunci": uuid4()}, services.TugasTidakAda),
        ({"unggahan": [SimpleUploadedFile("a.jpg", b"<script>")]}, UnggahanDitolak),
        (
            {"unggahan": [SimpleUploadedFile("a.pdf", b"%PDF-1.4 /JavaScript %%EOF")]},
            UnggahanDitolak,
        ),
        ({"unggahan": [SimpleUploadedFile("a.jpg", b"")]}, UnggahanDitolak),
        ({"unggahan": [SimpleUploadedFile("a.docx", b"PK\x03\x04")]}, UnggahanDitolak),
    ],
)
def test_bad_content_leaves_nothing(peserta, isi, salah):
    with pytest.raises(salah):
        kumpul(peserta, **isi)
    assert not Kumpulan.objects.exists() and not Berkas.objects.exists()


def test_only_what_is_asked_for():
    tugas = make_tugas(terima_teks=False, terima_pdf=False, berkas_maks=1)
    peserta = make_peserta_tugas(make_kursus_tugas(tugas))
    for isi in (
        {"teks": "Tulisan."},
        {"teks": "", "unggahan": [make_pdf()]},
        {"teks": "", "unggahan": [make_foto(), make_foto("b.jpg")]},
    ):
        with pytest.raises(services.KumpulanTidakSah):
            kumpul(peserta, **isi)
    assert kumpul(peserta, "", unggahan=[make_foto()]).nomor == 1


def test_another_persons_file_does_not_stay(peserta):
    lain = kumpul(make_peserta_tugas(), unggahan=[make_foto()])
    kumpul(peserta)
    with pytest.raises(services.KumpulanTidakSah):
        kumpul(peserta, tetap=[lain.berkas.get().uuid])


def test_locked_and_left_hand_in_nothing():
    kursus = make_kursus_tugas(banyak_pelajaran=2)
    kursus.berurutan = True
    kursus.save_revision().publish()
    kursus.release()
    peserta = make_peserta_tugas(kursus)
    with pytest.raises(LangkahTerkunci):
        kumpul(peserta)
    leave_peserta(peserta=peserta, alasan="", actor=None)
    with pytest.raises(SudahBerakhir):
        kumpul(peserta)


# -- judging -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("poin", [make_poin(0, 30, 30), make_poin(40, 15, 14), KURANG])
def test_below_the_pass_or_a_least_nothing_is_accepted(peserta, fasilitator, poin):
    with pytest.raises(services.BelumCukup):
        nilai(kumpul(peserta), fasilitator, poin=poin)
    assert not NilaiTugas.objects.exists()


def test_returning_needs_words_and_points_need_the_rubric(peserta, fasilitator):
    satu = kumpul(peserta)
    with pytest.raises(services.PerluCatatan):
        nilai(satu, fasilitator, "dikembalikan", catatan=" ")
    with pytest.raises(services.PoinTidakSah):
        nilai(satu, fasilitator, poin={"lain": 1})
    with pytest.raises(services.PoinTidakSah):
        nilai(satu, fasilitator, "lulus")


def test_nobody_judges_their_own(peserta):
    with pytest.raises(services.NilaiSendiri):
        nilai(kumpul(peserta), peserta.anggota.akun)


def test_pressing_twice_is_one_verdict_and_a_second_judge_is_told(peserta, fasilitator):
    satu = kumpul(peserta)
    pertama = nilai(satu, fasilitator, "dikembalikan")
    assert nilai(satu, fasilitator, "dikembalikan") == pertama
    with pytest.raises(services.SudahDinilai) as salah:
        nilai(satu, make_fasilitator(peserta.kursus_kunci))
    assert salah.value.args[0] == pertama and NilaiTugas.objects.count() == 1


def test_a_correction_needs_a_reason_is_told_and_logged(peserta, fasilitator):
    satu = kumpul(peserta)
    lama = nilai(satu, fasilitator, "dikembalikan")
    with pytest.raises(services.PerluAlasan):
        nilai(satu, fasilitator, dasar=lama.uuid)
    nilai(satu, fasilitator, dasar=lama.uuid, alasan="Salah baris")
    catatan = Jejak.objects.get(tindakan="correct_nilai_tugas")
    assert catatan.sebelum["putusan"] == "dikembalikan"
    assert catatan.sesudah["putusan"] == "diterima"
    assert any("Salah baris" in isi for isi in list_kabar("tugas_dinilai"))
    assert Kemajuan.objects.count() == 1


def test_taking_back_an_acceptance_opens_the_lesson_again(fasilitator):
    kursus = make_kursus_tugas(banyak_pelajaran=2)
    peserta = make_peserta_tugas(kursus)
    satu = kumpul(peserta)
    lama = nilai(satu, fasilitator)
    baca = next(p["kunci"] for p in peserta.rilis.susunan[0]["pelajaran"] if p["cara"] == "baca")
    assert Kemajuan.objects.count() == 1
    nilai(satu, fasilitator, "dikembalikan", dasar=lama.uuid, alasan="Tertukar orang")
    assert not Kemajuan.objects.exists()
    dua = kumpul(peserta)
    lama = nilai(dua, fasilitator)
    finish_pelajaran(peserta=peserta, pelajaran_kunci=baca)
    with pytest.raises(services.SudahTamat):
        nilai(dua, fasilitator, "dikembalikan", dasar=lama.uuid, alasan="Keliru")


def test_a_newer_version_meanwhile_is_told_and_nothing_is_lost(peserta, fasilitator):
    satu = kumpul(peserta)
    dua = kumpul(peserta, "Versi baru.")
    with pytest.raises(services.VersiBaru) as salah:
        nilai(satu, fasilitator, "dikembalikan")
    assert salah.value.args[0] == dua
    nilai(satu, fasilitator, "dikembalikan", yakin=True)
    assert any(str(dua.uuid) in t.url for t in list_tugas(fasilitator))


# -- told --------------------------------------------------------------------------------------------
def test_both_sides_are_told(peserta, fasilitator):
    satu = kumpul(peserta)
    assert any("Sri Hartini mengumpulkan" in isi for isi in list_kabar("tugas_masuk"))
    nilai(satu, fasilitator, "dikembalikan")
    assert any("dikembalikan untuk diperbaiki" in isi for isi in list_kabar("tugas_dinilai"))
    nilai(kumpul(peserta), fasilitator)
    assert any("diterima dengan 50 poin" in isi for isi in list_kabar("tugas_dinilai"))


def test_where_nobody_leads_the_office_is_told(peserta):
    UserFactory(peran=[peran.SEKRETARIS])
    kumpul(peserta)
    assert any("tunjuk seorang fasilitator" in isi for isi in list_kabar("tugas_masuk"))


def test_desk_lists_only_ones_own_and_never_oneself(peserta, fasilitator):
    kumpul(peserta)
    assert len([t for t in list_tugas(fasilitator) if "tugas" in t.url]) == 1
    lain = make_fasilitator(uuid4())
    assert not [t for t in list_tugas(lain) if "tugas" in t.url]
    sendiri = make_peserta_tugas(make_kursus_tugas(), fasilitator.anggota)
    make_fasilitator(sendiri.kursus_kunci)
    kumpul(sendiri)
    assert len([t for t in list_tugas(fasilitator) if "tugas" in t.url]) == 1


def test_a_class_facilitator_sees_the_class_only(fasilitator):
    kursus = make_kursus_tugas()
    orang = make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))
    angkatan = make_angkatan(kursus, pengampu=[orang])
    ikut = join(angkatan, make_anggota(nama="Wiji"))
    kumpul(ikut)
    kumpul(make_peserta_tugas(kursus, make_anggota(nama="Di luar kelas")))
    judul = [t.judul for t in list_tugas(orang.akun) if "tugas" in t.url]
    assert judul == ["Baca tugas Wiji"]


# -- kept --------------------------------------------------------------------------------------------
@pytest.mark.dua
def test_database_keeps_what_was_handed_in_and_found(peserta, fasilitator):
    satu = kumpul(peserta, unggahan=[make_foto()])
    baris = nilai(satu, fasilitator)
    ubah = [
        (Kumpulan, satu.pk, {"teks": "Lain."}),
        (Kumpulan, satu.pk, {"dikumpulkan_pada": waktu.sekarang() - timedelta(days=9)}),
        (NilaiTugas, baris.pk, {"putusan": "dikembalikan"}),
        (NilaiTugas, baris.pk, {"poin": {"a": 1}}),
        (NilaiTugas, baris.pk, {"catatan": "Lain."}),
    ]
    for model, pk, isi in ubah:
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.filter(pk=pk).update(**isi)
    for semua in (satu.nilai, satu.lampiran, Kumpulan.objects.filter(pk=satu.pk)):
        with pytest.raises(DatabaseError), transaction.atomic():
            semua.all()._raw_delete(semua.all().db)
    Kumpulan.objects.filter(pk=satu.pk).update(teks="")
    NilaiTugas.objects.filter(pk=baris.pk).update(catatan="", alasan="")


def test_points_of_the_sample_rubric_are_full():
    assert sum(PENUH.values()) == 100
