"""Regrade of a faulty question: first who would change, then once, and nobody loses a pass."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from cms.core import waktu
from cms.core.models import Jejak
from cms.notifikasi.models import Pesan
from pelatihan.models import Kemajuan, Koreksi, Percobaan, Sertifikat
from pelatihan.penilaian import regrade, services
from pelatihan.penilaian.capaian import get_nilai_kuis
from pelatihan.penilaian.koreksi import TanpaNilai, preview_koreksi
from pelatihan.penilaian.regrade import apply_koreksi, resume_koreksi, run_koreksi
from pelatihan.peserta.services import mark_pelajaran, rebuild_kemajuan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    jawab,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
    make_uraian,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dunia():
    soal, lain = make_tunggal("Salah kunci", benar="a"), make_tunggal("Lain")
    kuis = make_kuis(soal, lain)
    return soal, lain, kuis, make_kursus(kuis=kuis)


def take(dunia, *pilih):
    soal, lain, kuis, kursus = dunia
    peserta = make_peserta(kursus)
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    for satu, jawaban in zip((soal, lain), pilih, strict=True):
        jawab(percobaan, satu, pilihan=[jawaban])
    return services.finish_percobaan(percobaan=percobaan)


def pilihan(soal, benar):
    return {"pilihan": [p | {"bobot": 10000 * (p["id"] == benar)} for p in soal.isi["pilihan"]]}


@pytest.mark.dua
def test_first_seen_then_done_once_for_all_releases(dunia):
    soal, lain, _kuis, kursus = dunia
    kena, aman = take(dunia, "b", "a"), take(dunia, "a", "a")
    lain.isi["soal"] = "Diubah"
    lain.save()
    kursus.release()
    baru = take(dunia, "b", "a")
    isi = {"kursus_kunci": kursus.kunci, "soal_kunci": soal.kunci, "cara": "kunci"}
    isi["isi"] = pilihan(soal, "b")
    lihat = {d.percobaan.pk: (d.dari, d.ke, d.lulus_baru, d.dijaga) for d in preview_koreksi(**isi)}
    assert lihat == {
        kena.pk: (5000, 10000, True, False),
        baru.pk: (5000, 10000, True, False),
        aman.pk: (10000, 5000, False, True),
    }
    kena.refresh_from_db()
    assert kena.nilai_bp == 5000 and not Koreksi.objects.exists()
    pelaku = UserFactory()
    for _n in range(2):
        koreksi = apply_koreksi(**isi, alasan="Kunci keliru", actor=pelaku)
    assert Koreksi.objects.count() == 1
    assert (koreksi.berubah, koreksi.lulus_baru, koreksi.lulus_dijaga) == (3, 2, 1)
    for satu, nilai in ((kena, 10000), (baru, 10000), (aman, 5000)):
        satu.refresh_from_db()
        assert satu.nilai_bp == nilai and satu.lulus
        assert get_nilai_kuis(satu.peserta, satu.rilis.susunan[0]["kuis"]).lulus
    pesan = Pesan.objects.filter(kunci__startswith="koreksi:").values_list("kunci", flat=True)
    assert {kunci.split(":")[2] for kunci in pesan} == {str(p.uuid) for p in (kena, baru, aman)}
    assert take(dunia, "b", "a").nilai_bp == 10000


def test_full_marks_for_everybody_and_a_question_that_does_not_count(dunia):
    soal, lain, _kuis, kursus = dunia
    percobaan = take(dunia, "b", "a")
    isi = {"kursus_kunci": kursus.kunci, "isi": {}, "alasan": "Keliru", "actor": None}
    apply_koreksi(soal_kunci=soal.kunci, cara="penuh", **isi)
    percobaan.refresh_from_db()
    assert percobaan.nilai_bp == 10000
    apply_koreksi(soal_kunci=soal.kunci, cara="gugur", **isi)
    with pytest.raises(TanpaNilai):
        apply_koreksi(soal_kunci=lain.kunci, cara="gugur", **isi)
    assert Koreksi.objects.count() == 2


@pytest.mark.dua
def test_the_log_cannot_be_changed(dunia):
    soal, _lain, _kuis, kursus = dunia
    isi = {"cara": "penuh", "isi": {}, "alasan": "x", "actor": None}
    apply_koreksi(kursus_kunci=kursus.kunci, soal_kunci=soal.kunci, **isi)
    with pytest.raises(DatabaseError), transaction.atomic():
        Koreksi.objects.update(alasan="y")


def test_who_newly_passes_gets_step_and_certificate_and_a_kept_pass_keeps_its_row(dunia):
    soal, _lain, _kuis, kursus = dunia
    kena, aman = take(dunia, "b", "a"), take(dunia, "a", "a")
    for satu in kena.peserta.rilis.susunan[0]["pelajaran"]:
        mark_pelajaran(peserta=kena.peserta, pelajaran_kunci=satu["kunci"])
    kunci = {"kursus_kunci": kursus.kunci, "soal_kunci": soal.kunci, "cara": "kunci"}
    assert not Kemajuan.objects.filter(peserta=kena.peserta, asal="kuis").exists()
    apply_koreksi(**kunci, isi=pilihan(soal, "b"), alasan="Kunci keliru", actor=UserFactory())
    assert Sertifikat.objects.filter(peserta=kena.peserta).exists()
    for satu in (kena, aman):
        assert satu.peserta.kemajuan.filter(asal="kuis").count() == 1
        assert rebuild_kemajuan(peserta=satu.peserta, ubah=False) == (0, 0)
    aman.refresh_from_db()
    assert aman.lulus_dijaga


def test_a_mean_that_once_passed_keeps_its_step():
    """The second attempt passed by the mean, the third pulled it down, the correction more so."""
    soal, lain = make_tunggal("Salah kunci", benar="a"), make_tunggal("Lain")
    dunia = (soal, lain, kuis := make_kuis(soal, lain, cara_nilai="rata"), make_kursus(kuis=kuis))
    percobaan = take(dunia, "b", "a")
    for pilih in (("a", "a"), ("b", "b")):
        satu = services.start_percobaan(peserta=percobaan.peserta, kuis_kunci=kuis.kunci)
        jawab(satu, soal, pilihan=[pilih[0]])
        jawab(satu, lain, pilihan=[pilih[1]])
        services.finish_percobaan(percobaan=satu)
    peserta = percobaan.peserta
    assert peserta.kemajuan.filter(asal="kuis").count() == 1
    apply_koreksi(
        kursus_kunci=dunia[3].kunci,
        soal_kunci=lain.kunci,
        cara="kunci",
        isi=pilihan(lain, "c"),
        alasan="x",
        actor=None,
    )
    assert rebuild_kemajuan(peserta=peserta, ubah=False) == (0, 0)


def test_an_attempt_that_waited_only_for_the_faulty_essay_is_marked():
    soal, uraian = make_tunggal("Pilih"), make_uraian()
    kuis = make_kuis(soal, uraian)
    kursus = make_kursus(kuis=kuis)
    satu = services.start_percobaan(peserta=make_peserta(kursus), kuis_kunci=kuis.kunci)
    jawab(satu, soal, pilihan=["a"])
    jawab(satu, uraian, teks="Supaya jujur.")
    assert services.finish_percobaan(percobaan=satu).menunggu
    isi = {"kursus_kunci": kursus.kunci, "soal_kunci": uraian.kunci, "cara": "gugur", "isi": {}}
    koreksi = apply_koreksi(**isi, alasan="Tidak jelas", actor=None)
    satu.refresh_from_db()
    assert (satu.nilai_bp, satu.lulus, koreksi.rincian[0]["dari"]) == (10000, True, None)
    pesan = Pesan.objects.filter(kunci__startswith="koreksi:").first()
    assert "Nilai Anda 100" in pesan.isi


def correct(dunia, benar="b", **lain):
    isi = {"kursus_kunci": dunia[3].kunci, "soal_kunci": dunia[0].kunci, "cara": "kunci"}
    return isi | {"isi": pilihan(dunia[0], benar), "alasan": "Kunci keliru", "actor": None} | lain


@pytest.mark.dua
def test_broken_off_in_the_middle_it_goes_on_and_tells_nobody_twice(dunia, monkeypatch):
    """Learner by learner: what is done stays done, what is not is found again."""
    semua = [take(dunia, "b", "a") for _n in range(4)]
    asli, sudah = regrade.sync_langkah, []

    def mati(**kwargs):
        if len(sudah) == 2:
            raise KeyboardInterrupt
        sudah.append(1)
        return asli(**kwargs)

    monkeypatch.setattr(regrade, "sync_langkah", mati)
    with pytest.raises(KeyboardInterrupt):
        apply_koreksi(**correct(dunia))
    monkeypatch.undo()
    nilai = Percobaan.objects.order_by("pk").values_list("nilai_bp", flat=True)
    assert list(nilai) == [10000, 10000, 5000, 5000]
    assert take(dunia, "b", "a").nilai_bp == 10000  # it holds since it stands
    koreksi = Koreksi.objects.get()
    assert koreksi.tuntas_pada is None and koreksi.berubah == 4
    assert resume_koreksi() == 0, "somebody may still be at it"
    with waktu.pada(koreksi.saat + timedelta(minutes=3)):
        assert resume_koreksi() == 2
        assert resume_koreksi() == 0
    assert set(nilai.all()) == {10000}
    koreksi.refresh_from_db()
    assert koreksi.tuntas_pada and run_koreksi(koreksi=koreksi) == 0
    kabar = Pesan.objects.filter(kunci__startswith="koreksi:")
    assert {k.split(":")[2] for k in kabar.values_list("kunci", flat=True)} == {
        str(p.uuid) for p in semua
    }
    assert Jejak.objects.filter(tindakan="regrade_percobaan").count() == 4


def test_nothing_left_to_be_marked_by_fails_nobody(dunia):
    """An attempt begun before both its questions fell out is handed in after."""
    soal, lain, kuis, kursus = dunia
    buka = services.start_percobaan(peserta=make_peserta(kursus), kuis_kunci=kuis.kunci)
    for satu in (soal, lain):
        apply_koreksi(**correct(dunia, soal_kunci=satu.kunci, cara="gugur", isi={}))
    assert services.finish_percobaan(percobaan=buka).lulus


@pytest.mark.dua
def test_effort_of_a_correction_does_not_grow_with_who_is_not_touched(
    dunia, django_assert_max_num_queries
):
    for _n in range(12):
        take(dunia, "a", "a")
    take(dunia, "b", "a")
    with django_assert_max_num_queries(75):
        koreksi = apply_koreksi(**correct(dunia, cara="penuh", isi={}))
    assert koreksi.berubah == 1
