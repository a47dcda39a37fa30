"""A class with a quiz, taken to the hall."""

from uuid import uuid4

from cms.accounts import peran
from pelatihan.balai.services import take_bawaan
from pelatihan.lembar.selectors import list_kuis_cetak
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan, make_pertemuan
from tests.factories.pelatihan import make_anggota, make_angka, make_kuis, make_kursus, make_tunggal


def make_fasilitator(nama="Galih"):
    return make_anggota(nama=nama, akun=UserFactory(peran=[peran.FASILITATOR]))


def make_kelas(fasilitator, *soal, banyak=3):
    """A session of a class with a quiz and so many learners."""
    soal = soal or (make_tunggal(), make_angka())
    kursus = make_kursus(kuis=make_kuis(*soal), judul=f"Kursus {uuid4()}")
    angkatan = make_angkatan(kursus, pengampu=[fasilitator])
    for n in range(banyak):
        join(angkatan, make_anggota(nama=f"Warga {n}"))
    return make_pertemuan(angkatan)


def take(pertemuan, fasilitator, **isi):
    """A pack with every module and the first quiz."""
    bagian = pertemuan.angkatan.peserta.first().rilis.susunan
    isi = {
        "modul": [b["kunci"] for b in bagian],
        "kuis": [k.kunci for k in list_kuis_cetak(pertemuan.angkatan)[:1]],
        "kunci": uuid4(),
    } | isi
    return take_bawaan(pertemuan=pertemuan, actor=fasilitator.akun, **isi)
