"""An essay that nobody has marked leaves its attempt neither passed nor failed; marking decides."""

from datetime import datetime

import pytest
from django.urls import reverse

from cms.accounts import peran
from cms.core import waktu
from cms.notifikasi.models import Pesan
from pelatihan.belajar.services import close_kuis_habis, finish_kuis, finish_pelajaran
from pelatihan.models import Kemajuan, Sertifikat
from pelatihan.penilaian import services
from pelatihan.penilaian.capaian import get_nilai_kuis
from pelatihan.peserta.services import leave_peserta, rebuild_kemajuan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    jawab,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
    make_uraian,
)

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
PENUH, NOL = {"r1": 3, "r2": 2}, {"r1": 0, "r2": 0}


class Dunia:
    """A learner who has done all but the quiz: a choice and two essays, each a third of the mark."""

    def __init__(self, **aturan):
        self.pilih = make_tunggal("Pilih")
        self.uraian = [make_uraian("Pertama?"), make_uraian("Kedua?")]
        kuis = make_kuis(self.pilih, *self.uraian, **aturan)
        self.peserta = make_peserta(make_kursus(kuis=kuis))
        self.kuis = self.peserta.rilis.susunan[0]["kuis"]
        self.guru = UserFactory(peran=[peran.FASILITATOR])
        for satu in self.peserta.rilis.susunan[0]["pelajaran"]:
            finish_pelajaran(peserta=self.peserta, pelajaran_kunci=satu["kunci"])

    def take(self, *, isi="Supaya jujur.", kumpul=True):
        satu = services.start_percobaan(peserta=self.peserta, kuis_kunci=self.kuis["kunci"])
        jawab(satu, self.pilih, pilihan=["a"])
        for soal in self.uraian:
            jawab(satu, soal, teks=isi)
        return finish_kuis(percobaan=satu) if kumpul else satu

    def mark(self, percobaan, *poin):
        nilai = {s.kunci: (p, "") for s, p in zip(self.uraian, poin, strict=False)}
        return services.mark_uraian(percobaan=percobaan, nilai=nilai, actor=self.guru)

    @property
    def keadaan(self) -> tuple[int, int, int]:
        """Steps of quizzes done, certificates, results told."""
        kabar = set(Pesan.objects.filter(jenis="hasil_kuis").values_list("isi", flat=True))
        langkah = Kemajuan.objects.filter(asal="kuis").count()
        return langkah, Sertifikat.objects.count(), len(kabar)


def test_waiting_is_neither_even_where_the_rest_would_do():
    """The choice alone is a third, more than it takes to pass."""
    dunia = Dunia(lulus_bp=3000)
    satu = dunia.take()
    assert satu.menunggu and (satu.nilai_bp, satu.lulus) == (None, None)
    assert dunia.mark(satu, PENUH).menunggu, "one of two essays is marked"
    nilai = get_nilai_kuis(dunia.peserta, dunia.kuis)
    assert (nilai.nilai_bp, nilai.lulus, nilai.banyak) == (None, False, 0)
    assert dunia.keadaan == (0, 0, 0)
    satu = dunia.mark(satu, PENUH, NOL)
    assert (satu.nilai_bp, satu.lulus) == (6667, True)
    assert dunia.keadaan[:2] == (1, 1)


def test_pages_say_it_waits(client):
    dunia = Dunia(lulus_bp=10000)
    satu = dunia.take()
    client.force_login(dunia.peserta.anggota.akun)
    hasil = reverse("pelatihan:show_hasil", args=[satu.uuid])
    kuis = reverse("pelatihan:open_kuis", args=[dunia.peserta.uuid, dunia.kuis["kunci"]])
    for url in (hasil, kuis):
        halaman = client.get(url).content.decode().casefold()
        assert "menunggu" in halaman and "belum lulus" not in halaman, url
    dunia.mark(satu, NOL, NOL)
    assert "belum lulus" in client.get(hasil).content.decode().casefold()


def test_failed_then_marked_again_passes_and_completes_then_keeps_it():
    dunia = Dunia(lulus_bp=9000)
    satu = dunia.take()
    assert dunia.mark(satu, NOL, NOL).lulus is False
    assert dunia.keadaan == (0, 0, 1)
    satu = dunia.mark(satu, PENUH, PENUH)
    assert (satu.nilai_bp, satu.lulus) == (10000, True)
    assert dunia.keadaan == (1, 1, 2)
    satu = dunia.mark(satu, PENUH, NOL)
    assert (satu.nilai_bp, satu.lulus) == (6667, False)
    assert dunia.keadaan == (1, 1, 3), "what was issued is only revoked by a person, with a reason"
    assert Sertifikat.objects.get().dicabut_pada is None


def test_a_newer_attempt_that_waits_takes_no_pass_away():
    dunia = Dunia(lulus_bp=6000, cara_nilai="terakhir")
    dunia.mark(dunia.take(), PENUH, PENUH)
    baru = dunia.take()
    assert baru.menunggu and get_nilai_kuis(dunia.peserta, dunia.kuis).lulus
    dunia.mark(baru, NOL, NOL)
    assert not get_nilai_kuis(dunia.peserta, dunia.kuis).lulus
    assert rebuild_kemajuan(peserta=dunia.peserta, ubah=False) == (0, 0)
    assert dunia.keadaan[:2] == (1, 1)


def test_time_that_ends_leaves_it_waiting_and_marking_later_completes():
    dunia = Dunia(lulus_bp=3000, batas_menit=10)
    with waktu.pada(datetime(2026, 11, 24, 9, 0, tzinfo=waktu.WIB)):
        satu = dunia.take(kumpul=False)
    assert close_kuis_habis() == 1
    satu.refresh_from_db()
    assert satu.menunggu and satu.habis_waktu and dunia.keadaan == (0, 0, 0)
    dunia.mark(satu, PENUH, PENUH)
    assert dunia.keadaan == (1, 1, 1)


def test_who_left_is_marked_and_completes_nothing():
    dunia = Dunia(lulus_bp=3000)
    satu = dunia.take()
    leave_peserta(peserta=dunia.peserta, alasan="Pindah")
    satu = dunia.mark(satu, PENUH, PENUH)
    assert satu.lulus and dunia.keadaan[1] == 0


def test_empty_essays_wait_for_nobody_and_fail_at_once():
    dunia = Dunia(lulus_bp=6000)
    assert dunia.take(isi="").lulus is False
