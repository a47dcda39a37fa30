"""Two at once, made to meet in the worst moment: nobody waits for each other in a circle."""

import threading
import time

import pytest
from django.db import connection, connections

from pelatihan.belajar.services import finish_kuis
from pelatihan.models import Percobaan, Sertifikat
from pelatihan.penilaian import regrade, services
from pelatihan.penilaian.regrade import apply_koreksi
from pelatihan.penilaian.services import selesai
from pelatihan.peserta.services import mark_pelajaran
from pelatihan.sertifikat import services as sertifikat
from tests.factories.pelatihan import jawab, make_kuis, make_kursus, make_peserta, make_tunggal

pytestmark = [pytest.mark.dua, pytest.mark.django_db(transaction=True)]
SABAR = 3


def run_together(**kerja) -> dict:
    """Run in threads named so; what was raised is returned like a value."""
    hasil: dict = {}

    def jalan(nama, satu):
        try:
            hasil[nama] = satu()
        except Exception as salah:
            hasil[nama] = salah
        finally:
            connections.close_all()

    utas = [threading.Thread(target=jalan, args=isi, name=isi[0]) for isi in kerja.items()]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(30)
    return hasil


def finish_pelajaran_semua(peserta, kecuali=0) -> list[str]:
    """Mark the lessons but for the last ones, whose keys come back."""
    kunci = [p["kunci"] for p in peserta.rilis.susunan[0]["pelajaran"]]
    batas = len(kunci) - kecuali
    for satu in kunci[:batas]:
        mark_pelajaran(peserta=peserta, pelajaran_kunci=satu)
    return kunci[batas:]


def take(peserta, kuis, soal, huruf: str):
    percobaan = services.start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)
    jawab(percobaan, soal, pilihan=[huruf])
    return finish_kuis(percobaan=percobaan)


def test_correction_and_last_lesson_want_number_and_learner(monkeypatch):
    """The correction holds the number of a first certificate, a lesson holds the next learner."""
    soal, lain = make_tunggal("Keliru"), make_tunggal("Lain")
    kuis = make_kuis(soal, lain, lulus_bp=5000)
    kursus = make_kursus(kuis=kuis)
    satu, dua = make_peserta(kursus), make_peserta(kursus)
    finish_pelajaran_semua(satu)
    (sisa,) = finish_pelajaran_semua(dua, kecuali=1)
    take(satu, kuis, soal, "b")
    buka = services.start_percobaan(peserta=dua, kuis_kunci=kuis.kunci)
    jawab(buka, lain, pilihan=["a"])
    finish_kuis(percobaan=buka)
    asli, dua_terkunci, nomor_diambil = sertifikat.take_nomor, threading.Event(), threading.Event()

    def take_nomor(seri):
        if threading.current_thread().name == "pelajaran":
            dua_terkunci.set()
            return asli(seri)
        nomor = asli(seri)
        nomor_diambil.set()
        dua_terkunci.wait(SABAR)
        return nomor

    def pelajaran():
        nomor_diambil.wait(SABAR)
        mark_pelajaran(peserta=dua, pelajaran_kunci=sisa)

    monkeypatch.setattr(sertifikat, "take_nomor", take_nomor)
    hasil = run_together(
        koreksi=lambda: apply_koreksi(
            kursus_kunci=kursus.kunci,
            soal_kunci=soal.kunci,
            cara="penuh",
            isi={},
            alasan="x",
            actor=None,
        ),
        pelajaran=pelajaran,
    )
    assert not [h for h in hasil.values() if isinstance(h, Exception)], hasil
    assert list(Percobaan.objects.order_by("pk").values_list("nilai_bp", flat=True)) == [
        5000,
        10000,
    ]
    assert Sertifikat.objects.count() == 2


def test_begin_hand_in_and_correction_again_and_again():
    """Everything that locks attempts and learners at once, for the same few learners."""
    soal, lain = make_tunggal("Keliru"), make_tunggal("Lain")
    kuis = make_kuis(soal, lain, batas_menit=60)
    kursus = make_kursus(kuis=kuis)
    peserta = [make_peserta(kursus) for _n in range(4)]
    for satu in peserta:
        finish_pelajaran_semua(satu)

    def belajar(urut):
        def jalan():
            for satu in urut:
                percobaan = services.start_percobaan(peserta=satu, kuis_kunci=kuis.kunci)
                try:
                    jawab(percobaan, soal, pilihan=["b"])
                    jawab(percobaan, lain, pilihan=["a"])
                except services.SudahDikumpulkan:
                    pass
                finish_kuis(percobaan=percobaan)

        return jalan

    def koreksi():
        for cara in ("penuh", "gugur", "penuh"):
            isi = {"cara": cara, "isi": {}, "alasan": "x", "actor": None}
            apply_koreksi(kursus_kunci=kursus.kunci, soal_kunci=soal.kunci, **isi)

    hasil = run_together(
        maju=belajar(peserta * 2), mundur=belajar(peserta[::-1] * 2), koreksi=koreksi
    )
    assert not [h for h in hasil.values() if isinstance(h, Exception)], hasil
    assert set(Percobaan.objects.values_list("nilai_bp", "lulus")) == {(10000, True)}, (
        connection.vendor
    )
    assert Sertifikat.objects.count() == 4


def test_handed_in_while_the_correction_is_written_down(monkeypatch):
    """Marked before the correction stood and committed after: it is found and marked anew."""
    soal, lain = make_tunggal("Keliru"), make_tunggal("Lain")
    kuis = make_kuis(soal, lain)
    kursus = make_kursus(kuis=kuis)
    percobaan = services.start_percobaan(peserta=make_peserta(kursus), kuis_kunci=kuis.kunci)
    jawab(percobaan, lain, pilihan=["a"])
    asli_jejak, asli_putus = selesai.record_jejak, regrade.decide_koreksi
    dinilai, berdiri = threading.Event(), threading.Event()

    def record_jejak(*args, **kwargs):
        dinilai.set()
        if berdiri.wait(SABAR):
            time.sleep(0.5)
        return asli_jejak(*args, **kwargs)

    def decide_koreksi(**kwargs):
        dinilai.wait(SABAR)
        koreksi = asli_putus(**kwargs)
        berdiri.set()
        return koreksi

    monkeypatch.setattr(selesai, "record_jejak", record_jejak)
    monkeypatch.setattr(regrade, "decide_koreksi", decide_koreksi)
    isi = {"kursus_kunci": kursus.kunci, "soal_kunci": soal.kunci, "cara": "penuh", "isi": {}}
    hasil = run_together(
        kumpul=lambda: finish_kuis(percobaan=percobaan),
        koreksi=lambda: apply_koreksi(**isi, alasan="x", actor=None),
    )
    assert not [h for h in hasil.values() if isinstance(h, Exception)], hasil
    percobaan.refresh_from_db()
    assert (percobaan.nilai_bp, percobaan.lulus) == (10000, True)
