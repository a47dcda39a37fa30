"""Assignments in the gradebook, in its sheet, and among the reasons for a word."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from cms.accounts import peran
from cms.core import waktu
from pelatihan.hasil import rules
from pelatihan.hasil.risiko import list_risiko
from pelatihan.models import Peserta
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.pelatihan import make_anggota
from tests.factories.tugas import kumpul, make_kursus_tugas, make_poin, make_tugas, nilai

pytestmark = pytest.mark.django_db


@pytest.fixture
def fasilitator():
    return make_anggota(nama="Galih", akun=UserFactory(peran=[peran.FASILITATOR]))


def make_kelas(fasilitator, **isi):
    kursus = make_kursus_tugas(make_tugas(**isi), banyak_pelajaran=2)
    sampai = waktu.hari_ini() + timedelta(days=30)
    return make_angkatan(kursus, pengampu=[fasilitator], sampai=sampai)


@pytest.fixture
def kelas(fasilitator):
    return make_kelas(fasilitator)


def open_nilai(client, kelas, fasilitator, apa="nilai/"):
    client.force_login(fasilitator.akun)
    return client.get(f"/lapangan/kelas/{kelas.uuid}/{apa}")


def list_alasan(kelas, hari: int) -> dict[str, tuple]:
    with waktu.pada(waktu.sekarang() + timedelta(days=hari)):
        semua = list_risiko(Peserta.objects.filter(angkatan=kelas))
    kata = {r.peserta.anggota.nama: [a for a in r.alasan if "Perbaiki" in a] for r in semua}
    return {nama: alasan for nama, alasan in kata.items() if alasan}


def test_a_column_for_the_assignment_with_each_state(client, kelas, fasilitator):
    empat = [join(kelas, make_anggota(nama=n)) for n in ("Aminah", "Burhan", "Citra", "Dewi")]
    nilai(kumpul(empat[0]), fasilitator.akun, poin=make_poin(40, 30, 15))
    nilai(kumpul(empat[1]), fasilitator.akun, "dikembalikan")
    kumpul(empat[2])
    jawaban = open_nilai(client, kelas, fasilitator)
    assert jawaban.context["kepala"][1:3] == ["1", "P1"]
    assert [(b[0], b[2]) for b in jawaban.context["baris"]] == [
        ("Aminah", "42,5/50"),
        ("Burhan", "dikembalikan"),
        ("Citra", "menunggu dibaca"),
        ("Dewi", "–"),
    ]
    assert "Perbaiki satu SOP" in jawaban.content.decode()


def test_the_sheet_holds_points_as_numbers(client, kelas, fasilitator):
    dua = [join(kelas, make_anggota(nama=n)) for n in ("Aminah", "Burhan")]
    nilai(kumpul(dua[0]), fasilitator.akun, poin=make_poin(40, 30, 15))
    nilai(kumpul(dua[1]), fasilitator.akun, "dikembalikan")
    isi = open_nilai(client, kelas, fasilitator, "nilai.xlsx").content
    baris = [[sel.value for sel in b] for b in load_workbook(io.BytesIO(isi)).active.iter_rows()]
    assert baris[0][4] == "Perbaiki satu SOP"
    assert [b[4] for b in baris[1:]] == [42.5, "dikembalikan"]


def test_returned_and_left_lying_needs_a_word_after_the_days_asked_for(fasilitator):
    kelas = make_kelas(fasilitator, perbaikan_hari=5)
    dua = [join(kelas, make_anggota(nama=n)) for n in ("Aminah", "Burhan")]
    for satu in dua:
        nilai(kumpul(satu), fasilitator.akun, "dikembalikan")
    kumpul(dua[1])
    assert not list_alasan(kelas, 5)
    assert list(list_alasan(kelas, 6)) == ["Aminah"]


def test_without_days_the_houses_limit_counts(kelas, fasilitator):
    nilai(kumpul(join(kelas, make_anggota(nama="Aminah"))), fasilitator.akun, "dikembalikan")
    assert not list_alasan(kelas, 14)
    assert list(list_alasan(kelas, 15)) == ["Aminah"]


def test_not_handed_in_by_the_end_of_the_class(kelas, fasilitator):
    join(kelas, make_anggota(nama="Aminah"))
    kumpul(join(kelas, make_anggota(nama="Burhan")))
    nilai(kumpul(join(kelas, make_anggota(nama="Citra"))), fasilitator.akun)
    assert not list_alasan(kelas, 30)
    assert list(list_alasan(kelas, 31)) == ["Aminah"]


def test_handing_in_is_a_sign_of_work(kelas):
    satu = join(kelas, make_anggota(nama="Aminah"))
    with waktu.pada(waktu.sekarang() + timedelta(days=10)):
        kumpul(satu)
    with waktu.pada(waktu.sekarang() + timedelta(days=16)):
        assert not list_risiko(Peserta.objects.filter(angkatan=kelas))


def test_who_waits_for_us_does_not_stand_still(kelas):
    menunggu, diam = (join(kelas, make_anggota(nama=n)) for n in ("Aminah", "Burhan"))
    kumpul(menunggu)
    with waktu.pada(waktu.sekarang() + timedelta(days=20)):
        semua = list_risiko(Peserta.objects.filter(angkatan=kelas))
    assert [r.peserta for r in semua] == [diam]


def test_days_are_counted_from_the_day_it_came_back():
    hari = waktu.hari_ini()
    assert not rules.is_lewat_perbaikan(hari, hari + timedelta(days=7), 7)
    assert rules.is_lewat_perbaikan(hari, hari + timedelta(days=8), 7)
    assert not rules.is_lewat_kelas(None, hari) and not rules.is_lewat_kelas(hari, hari)
