"""Rows of people and personal links."""

from cms.accounts import peran
from cms.komunitas.tautan.rules import make_token
from tests.factories.tautan import make_tautan

from .tabel import SEMUA, TAK_SEORANG, Baris, roles

PEMBERI = roles(peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)


def _token(anggota):
    return {"token": make_tautan(anggota)[1]}


def _satu(anggota):
    return {"pk": make_tautan(anggota)[0].pk}


def _isian(anggota):
    return {"anggota": anggota.pk, "sebutan": "Kepala Desa", "berlaku_sampai": ""}


BARIS = [
    Baris("j/<str:token>/", SEMUA, lambda d: _token(d.anggota), kata="(milik sendiri)"),
    Baris("j/<str:token>/", SEMUA, lambda d: _token(d.orang_lain), kata="(milik orang lain)"),
    Baris("j/<str:token>/", TAK_SEORANG, lambda d: {"token": make_token()}, kata="(salah)"),
    Baris("admin/tautan-pribadi/", PEMBERI),
    Baris("admin/tautan-pribadi/results/", PEMBERI),
    Baris("admin/tautan-pribadi/new/", PEMBERI),
    Baris("admin/tautan-pribadi/new/", PEMBERI, metode="post", data=lambda d: _isian(d.orang_lain)),
    Baris(
        "admin/tautan-pribadi/edit/<int:pk>/",
        PEMBERI,
        lambda d: _satu(d.anggota),
        kata="(milik sendiri)",
    ),
    Baris("admin/tautan-pribadi/edit/<int:pk>/", PEMBERI, lambda d: _satu(d.orang_lain)),
    Baris(
        "admin/tautan-pribadi/edit/<int:pk>/", PEMBERI, lambda d: _satu(d.orang_lain), metode="post"
    ),
]
