"""Rows of member cards: the office everybody's, a facilitator those of the own classes."""

from cms.accounts import peran
from cms.accounts.permissions import PENOLONG as NAMA_PENOLONG
from cms.komunitas.kartu.services import issue_kartu
from tests.factories.accounts import UserFactory
from tests.factories.kelas import join, make_angkatan
from tests.factories.komunitas import AnggotaFactory

from .dunia import get_kursus
from .tabel import TAK_SEORANG, Baris, roles

PENOLONG = frozenset(NAMA_PENOLONG)
KANTOR = roles(peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)
CATATAN = roles(peran.KOORDINATOR, peran.SEKRETARIS)
PEMIMPIN = CATATAN | roles(peran.FASILITATOR)


def _card(anggota):
    issue_kartu(anggota=anggota, actor=UserFactory(peran=[peran.SEKRETARIS]))
    return anggota


def _diampu(d):
    """A class that the one who knocks leads, with somebody who has a card."""
    angkatan = make_angkatan(get_kursus(), pengampu=[d.anggota])
    join(angkatan, _card(AnggotaFactory()))
    return angkatan


def _lain(d):
    angkatan = make_angkatan(get_kursus(), pengampu=[d.orang_lain])
    join(angkatan, _card(AnggotaFactory()))
    return angkatan


def _orang(angkatan) -> dict:
    return {"orang": angkatan.peserta.get().anggota.uuid}


def _kasir(d) -> dict:
    return {"orang": AnggotaFactory(akun=UserFactory(peran=[peran.KASIR])).uuid}


ORANG = "lapangan/kartu/<uuid:orang>/"
KELAS = "lapangan/kartu/kelas/<uuid:kelompok>/"
BARIS = [
    Baris("lapangan/kartu/", PENOLONG),
    Baris(ORANG, TAK_SEORANG, _kasir, kata="(pengurus)"),
    Baris(ORANG, TAK_SEORANG, lambda d: {"orang": d.anggota.uuid}, "post", kata="(diri sendiri)"),
]
for _pola, _metode in (("", "get"), ("", "post"), ("kartu.pdf", "get")):
    BARIS += [
        Baris(KELAS + _pola, PEMIMPIN, lambda d: {"kelompok": _diampu(d).uuid}, _metode),
        Baris(
            KELAS + _pola, CATATAN, lambda d: {"kelompok": _lain(d).uuid}, _metode, kata="(lain)"
        ),
        Baris(ORANG + _pola, PENOLONG, lambda d: _orang(_diampu(d)), _metode, kata="(kelas saya)"),
        Baris(ORANG + _pola, KANTOR, lambda d: _orang(_lain(d)), _metode, kata="(kelas lain)"),
    ]
