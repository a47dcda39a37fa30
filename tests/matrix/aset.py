"""Rows of the things the BKM owns."""

from cms.accounts import peran
from tests.factories.aset import make_barang, make_serahan

from .tabel import MASUK, TAK_SEORANG, Baris, roles

PENGURUS = roles(peran.SEKRETARIS, peran.KOORDINATOR, peran.MANAJER, peran.UPL, peran.UPS)
PEMBACA = PENGURUS | roles(peran.ANGGOTA_BKM, peran.PENGAWAS, peran.AUDITOR, peran.PEMBUKU)


def _barang(d):
    return {"uuid": make_barang().uuid}


def _barang_kantor(d):
    return {"pk": make_barang().pk}


def _barang_kantor_ada(d):
    make_barang()
    return {}


def _serahan_lain(d):
    return {"uuid": make_serahan().uuid}


def _serahan_sendiri(d):
    d.anggota  # noqa: B018  (the one who knocks is a person)
    return {"uuid": make_serahan(penerima=d.user).uuid}


BARIS = [
    Baris("lapangan/barang/", MASUK),
    Baris("lapangan/barang/<uuid:uuid>/", PEMBACA, _barang),
    Baris("lapangan/barang/<uuid:uuid>/serahkan/", PENGURUS, _barang),
    Baris("lapangan/serah/<uuid:uuid>/", PEMBACA, _serahan_lain, kata="(antara orang lain)"),
    Baris("lapangan/serah/<uuid:uuid>/", MASUK, _serahan_sendiri, kata="(kepada saya)"),
    Baris("lapangan/serah/<uuid:uuid>/kertas/", TAK_SEORANG, _serahan_lain, "post"),
    Baris("lapangan/serah/<uuid:uuid>/tutup/", PEMBACA, _serahan_lain, "post"),
    Baris("lapangan/serah/<uuid:uuid>/setuju/", TAK_SEORANG, _serahan_lain, "post"),
    Baris("lapangan/serah/<uuid:uuid>/setuju/", MASUK, _serahan_sendiri, "post", kata="(saya)"),
    Baris("admin/barang/", PEMBACA),
    Baris("admin/barang/results/", PEMBACA),
    Baris("admin/barang/new/", PENGURUS),
    Baris("admin/barang/edit/<int:pk>/", PENGURUS, _barang_kantor),
    Baris("admin/barang/<int:pk>/akhiri/", PENGURUS, _barang_kantor),
    Baris("admin/barang/label/", PENGURUS, _barang_kantor_ada),
]
