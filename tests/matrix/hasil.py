"""Rows of results: the classes and courses one leads, all of them for the office."""

from cms.accounts import peran
from pelatihan.peserta.services import assign_pengampu
from tests.factories.kelas import make_angkatan

from .dunia import get_kursus
from .tabel import Baris, roles

CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMIMPIN = CATATAN | roles(peran.FASILITATOR)


def _kelas(d, siapa) -> dict:
    return {"kelas": make_angkatan(get_kursus(), pengampu=[siapa]).uuid}


def _kursus(d, siapa) -> dict:
    kursus = get_kursus()
    assign_pengampu(kursus_kunci=kursus.kunci, anggota=siapa)
    return {"kursus": kursus.kunci}


BARIS = [Baris("lapangan/nilai/", PEMIMPIN, lambda d: _kursus(d, d.anggota) and {})]
for _pola, _metode in (
    ("nilai/", "get"),
    ("nilai.xlsx", "get"),
    ("perhatian/", "get"),
    ("perhatian/", "post"),
    ("perolehan/", "get"),
):
    for _apa, _buat in (("kelas", _kelas), ("kursus", _kursus)):
        for _siapa, _boleh in (("anggota", PEMIMPIN), ("orang_lain", CATATAN)):
            BARIS.append(
                Baris(
                    f"lapangan/{_apa}/<uuid:{_apa}>/{_pola}",
                    _boleh,
                    lambda d, buat=_buat, siapa=_siapa: buat(d, getattr(d, siapa)),
                    _metode,
                    kata=f"({_siapa})",
                )
            )
