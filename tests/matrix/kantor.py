"""Fences round Wagtail's own pages. What rooms add to the admin has exact rows in their modules."""

from cms.accounts import peran
from home.redaksi.pasang import HALAMAN

from .tabel import KANTOR, MASUK, SEMUA, TAK_SEORANG, Baris, Pagar, roles

REDAKSI = roles(peran.EDITOR, peran.KOORDINATOR, peran.ANGGOTA_BKM, peran.PENINJAU)
MENULIS = REDAKSI | roles(peran.SEKRETARIS, peran.ADMIN, peran.PPID)

PENULIS = roles(*HALAMAN)

BARIS = [Baris("admin/", KANTOR)]
PAGAR = [
    Pagar("admin/users/", TAK_SEORANG),
    Pagar("admin/groups/", TAK_SEORANG),
    Pagar("admin/sites/", roles(peran.ADMIN)),
    Pagar("admin/redirects/", MENULIS),
    Pagar("admin/settings/", MENULIS),
    Pagar("admin/collections/", roles(peran.ADMIN)),
    Pagar("admin/password_reset/", MASUK),
    Pagar("admin/login/", SEMUA),
    Pagar("admin/logout/", SEMUA),
    Pagar("admin/jsi18n/", SEMUA),
    Pagar("admin/sprite/", SEMUA),
    Pagar("admin/choose-page/", PENULIS),
    Pagar("admin/", KANTOR),
]
