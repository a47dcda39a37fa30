"""Classes with sessions and learners."""

from datetime import timedelta
from uuid import uuid4

from cms.core import waktu
from cms.komunitas.models import Anggota
from pelatihan.kelas import services
from pelatihan.kelas.models import Pertemuan
from pelatihan.peserta.models import Angkatan, Peserta
from tests.factories.pelatihan import make_anggota, make_kursus


def make_angkatan(kursus=None, **isi) -> Angkatan:
    kursus = kursus or make_kursus(judul=f"Kursus {uuid4()}")
    isi = {"nama": "Kelas Sabtu", "tempat": "Balai RW 02", "dari": waktu.hari_ini()} | isi
    return services.create_angkatan(kursus_kunci=kursus.kunci, **isi)


def make_pertemuan(angkatan: Angkatan | None = None, **isi) -> Pertemuan:
    kini = waktu.sekarang()
    isi = {"judul": "Kas harian", "mulai": kini, "selesai": kini + timedelta(hours=2)} | isi
    return services.create_pertemuan(angkatan=angkatan or make_angkatan(), **isi)


def join(angkatan: Angkatan, anggota: Anggota | None = None) -> Peserta:
    anggota = anggota or make_anggota()
    return services.add_peserta(angkatan=angkatan, anggota=anggota).peserta


def mark(pertemuan: Pertemuan, peserta: Peserta, status: str, actor, **isi):
    isi = {"cara": "ketuk", "kunci": uuid4(), "dicatat_pada": waktu.sekarang()} | isi
    return services.mark_hadir(
        pertemuan=pertemuan, peserta=peserta, status=status, actor=actor, **isi
    )
