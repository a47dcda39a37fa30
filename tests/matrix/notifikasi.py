"""Rows of the inbox, the letters and the outbox."""

from cms.accounts import peran
from cms.notifikasi import tautan
from cms.notifikasi.models import Pesan
from tests.factories.notifikasi import make_penerima, queue_uji

from .tabel import MASUK, SEMUA, TAK_SEORANG, Baris, roles

PENGURUS = roles(peran.ADMIN, peran.SEKRETARIS)


def _pesan(user):
    kunci = f"uji:{user.pk}"
    queue_uji([make_penerima(user, surel="")], kunci=kunci)
    return {"uuid": Pesan.objects.get(kunci__startswith=f"{kunci}:").uuid}


def _letter():
    return tautan.make_berhenti("surel", "a@contoh.example", "berita_terbit")


def _own(d):
    return _pesan(d.user)


def _others(d):
    return _pesan(d.orang_lain.akun)


BARIS = [
    Baris("akun/pesan/", MASUK),
    Baris("akun/pesan/pilihan/", MASUK),
    Baris("akun/pesan/dibaca/", MASUK, metode="post"),
    Baris("akun/pesan/<uuid:uuid>/", MASUK, _own, kata="(milik sendiri)"),
    Baris("akun/pesan/<uuid:uuid>/", TAK_SEORANG, _others, kata="(orang lain)"),
    Baris("akun/pesan/<uuid:uuid>/dibaca/", MASUK, _own, "post", kata="(milik sendiri)"),
    Baris("akun/pesan/<uuid:uuid>/dibaca/", TAK_SEORANG, _others, "post", kata="(orang lain)"),
    Baris("akun/kabar/", SEMUA),
    Baris("akun/kabar/diminta/", SEMUA),
    Baris("akun/kabar/konfirmasi/<str:token>/", SEMUA, lambda d: {"token": "rusak"}),
    Baris(
        "akun/berhenti/<str:token>/",
        SEMUA,
        lambda d: {"token": _letter().rstrip("/").rsplit("/", 1)[-1]},
        kata="(yang memegang suratnya)",
    ),
    Baris("admin/pesan/", PENGURUS),
    Baris("admin/pesan/hasil/", PENGURUS),
    Baris("admin/pesan/<uuid:uuid>/", PENGURUS, _others),
    # Where mail is real nobody sees a mailbox; tests/notifikasi/test_surat.py opens it.
    Baris("admin/surat/", TAK_SEORANG),
    Baris("admin/surat/<slug:nama>/", TAK_SEORANG, lambda d: {"nama": "20260101t0-0"}),
]
