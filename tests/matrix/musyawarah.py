"""Rows of questions and complaints, of meetings and decisions."""

from cms.accounts import peran
from tests.factories.musyawarah import make_konsep, make_menunggu, make_sidang

from .tabel import KANTOR, MASUK, SEMUA, TAK_SEORANG, Baris, Pagar, roles

BACA = roles(peran.ADMIN, peran.KOORDINATOR, peran.ANGGOTA_BKM, peran.SEKRETARIS, peran.PENGAWAS)
SUSUN = roles(peran.SEKRETARIS)


def _konsep(d):
    return {"uuid": make_konsep(make_sidang()).uuid}


def _menunggu(d):
    return {"uuid": make_menunggu(make_sidang()).uuid}


BARIS = [
    Baris("lapangan/keputusan/", MASUK),
    Baris("lapangan/keputusan/<uuid:uuid>/", BACA, _konsep, kata="(konsep)"),
    Baris("lapangan/keputusan/<uuid:uuid>/", BACA, _menunggu, kata="(menunggu orang lain)"),
]
PAGAR = [
    Pagar("usul/", SEMUA),
    Pagar("admin/rembug/new/", SUSUN),
    Pagar("admin/rembug/edit/", SUSUN),
    Pagar("admin/rembug/delete/", TAK_SEORANG),
    Pagar("admin/rembug/", BACA),
    Pagar("admin/keputusan/new/", SUSUN),
    Pagar("admin/keputusan/delete/", TAK_SEORANG),
    Pagar("admin/keputusan/", BACA | KANTOR),
    Pagar("admin/aspirasi/", KANTOR),
    Pagar("admin/ketentuan/", BACA | KANTOR),
]
