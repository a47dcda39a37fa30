"""Rows of the hall: who leads the class takes it there, whoever learns in it does not."""

from uuid import UUID

from cms.accounts import peran
from pelatihan.balai.selectors import list_pelajaran
from tests.factories.balai import take
from tests.factories.kelas import join, make_angkatan, make_pertemuan

from .dunia import get_kursus
from .tabel import TAK_SEORANG, Baris, roles

CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMIMPIN = CATATAN | roles(peran.FASILITATOR)


def _kelas(d, pengampu):
    angkatan = make_angkatan(get_kursus(), pengampu=[pengampu])
    join(angkatan, d.orang_lain)
    return make_pertemuan(angkatan)


def _saya(d):
    return _kelas(d, d.anggota)


def _lain(d):
    return _kelas(d, d.orang_lain)


def _ikut(d):
    pertemuan = _saya(d)
    join(pertemuan.angkatan, d.anggota)
    return pertemuan


def _bawaan(d, buat) -> dict:
    bawaan = take(buat(d), d.orang_lain)
    return {
        "bawaan": bawaan.uuid,
        "cetakan": UUID(bawaan.cetakan[0]),
        "pelajaran": list_pelajaran(bawaan)[0].kunci,
    }


BARIS = []
for _buat, _siapa, _kata in (
    (_saya, PEMIMPIN, "(saya)"),
    (_lain, CATATAN, "(lain)"),
    (_ikut, TAK_SEORANG, "(saya ikut)"),
):
    for _metode in ("get", "post"):
        BARIS.append(
            Baris(
                "lapangan/balai/pertemuan/<uuid:pertemuan>/",
                _siapa,
                lambda d, buat=_buat: {"pertemuan": buat(d).uuid},
                _metode,
                kata=_kata,
            )
        )
    for _pola in (
        "",
        "paket.pdf",
        "absen/",
        "ketik/<uuid:cetakan>/",
        "kuis/<uuid:cetakan>/",
        "pelajaran/<uuid:pelajaran>/",
    ):
        BARIS.append(
            Baris(
                f"lapangan/balai/<uuid:bawaan>/{_pola}",
                _siapa,
                lambda d, buat=_buat: _bawaan(d, buat),
                kata=_kata,
            )
        )
