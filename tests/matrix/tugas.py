"""Rows of assignments: one's own to hand in, those of one's courses and classes to judge."""

from cms.accounts import peran
from cms.core.berkas.models import Berkas
from pelatihan.peserta.services import assign_pengampu
from tests.factories.tugas import get_langkah, kumpul, make_foto, make_peserta_tugas

from .dunia import get_kursus_tugas
from .tabel import MASUK, TAK_SEORANG, Baris, Pagar, roles

PEMBUAT = roles(peran.FASILITATOR, peran.KOORDINATOR, peran.SEKRETARIS)
PENILAI = roles(peran.FASILITATOR)
BELAJAR = "belajar/<uuid:peserta>/tugas/<uuid:pelajaran>/"
NILAI = "lapangan/tugas/<uuid:kumpulan>/"


def _peserta(anggota, pengampu=None):
    peserta = make_peserta_tugas(get_kursus_tugas(), anggota)
    if pengampu:
        assign_pengampu(kursus_kunci=peserta.kursus_kunci, anggota=pengampu)
    return peserta


def _halaman(anggota) -> dict:
    peserta = _peserta(anggota)
    return {"peserta": peserta.uuid, "pelajaran": get_langkah(peserta)}


def _kumpulan(anggota, pengampu=None) -> dict:
    return {"kumpulan": kumpul(_peserta(anggota, pengampu)).uuid}


def _berkas(anggota, pengampu=None) -> dict:
    kumpul(_peserta(anggota, pengampu), unggahan=[make_foto()])
    return {"uuid": Berkas.objects.latest("pk").uuid}


BARIS = [
    Baris("akun/berkas/", MASUK),
    Baris("lapangan/tugas/", PENILAI),
    Baris("berkas/<uuid:uuid>/", MASUK, lambda d: _berkas(d.anggota), kata="(tugas saya)"),
    Baris("berkas/<uuid:uuid>/", TAK_SEORANG, lambda d: _berkas(d.orang_lain), kata="(tugas)"),
    Baris(
        "berkas/<uuid:uuid>/",
        PENILAI,
        lambda d: _berkas(d.orang_lain, d.anggota),
        kata="(tugas kursus yang diampu)",
    ),
]
for _metode in ("get", "post"):
    BARIS += [
        Baris(BELAJAR, MASUK, lambda d: _halaman(d.anggota), _metode, kata="(saya)"),
        Baris(BELAJAR, TAK_SEORANG, lambda d: _halaman(d.orang_lain), _metode, kata="(lain)"),
        Baris(
            NILAI,
            PENILAI,
            lambda d: _kumpulan(d.orang_lain, d.anggota),
            _metode,
            kata="(kursus yang diampu)",
        ),
        Baris(NILAI, TAK_SEORANG, lambda d: _kumpulan(d.orang_lain), _metode, kata="(lain)"),
        Baris(
            NILAI,
            TAK_SEORANG,
            lambda d: _kumpulan(d.anggota, d.anggota),
            _metode,
            kata="(tugas sendiri)",
        ),
    ]
PAGAR = [
    Pagar("admin/tugas/pilih/", PEMBUAT),
    Pagar("admin/tugas/delete/", TAK_SEORANG),
    Pagar("admin/tugas/", PEMBUAT),
]
