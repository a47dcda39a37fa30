"""Regrade of a faulty question: first who would change, then once, and nobody loses a pass."""

import pytest
from django.db import DatabaseError, transaction

from cms.notifikasi.models import Pesan
from pelatihan.models import Koreksi
from pelatihan.penilaian import services
from pelatihan.penilaian.capaian import get_nilai_kuis
from pelatihan.penilaian.koreksi import TanpaNilai, apply_koreksi, preview_koreksi
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import jawab, make_kuis, make_kursus, make_peserta, make_tunggal

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
