"""Rows of the doors (cms.accounts, cms.komunitas.pintu)."""

from django.contrib.auth.tokens import default_token_generator

from cms.accounts.permissions import PENOLONG as NAMA_PENOLONG

from .tabel import MASUK, SEMUA, TAK_SEORANG, Baris

PENOLONG = frozenset(NAMA_PENOLONG)


def _letter(user):
    return {"uuid": user.uuid, "token": default_token_generator.make_token(user)}


BARIS = [
    Baris("lapangan/kode/", PENOLONG),
    Baris("akun/", MASUK),
    Baris("akun/masuk/", SEMUA),
    Baris("akun/keluar/", SEMUA, kata="(yang belum masuk dikirim ke beranda)"),
    Baris("akun/nonaktif/", SEMUA),
    Baris("akun/periksa/", MASUK),
    Baris("akun/sandi/ganti/", MASUK),
    Baris("akun/dua-langkah/", MASUK),
    Baris("akun/dua-langkah/kode/", MASUK, kata="(yang sudah masuk dikirim ke akunnya)"),
    Baris("akun/dua-langkah/periksa/", MASUK),
    Baris("akun/dua-langkah/pasang/", MASUK),
    Baris("akun/dua-langkah/lepas/", TAK_SEORANG, kata="(belum dipasang)"),
    Baris("akun/dua-langkah/cadangan/", TAK_SEORANG, kata="(belum dipasang)"),
    Baris("akun/dua-langkah/cadangan/baru/", MASUK),
    Baris("akun/daftar/", SEMUA),
    Baris("akun/selamat-datang/", MASUK),
    Baris("akun/sandi/lupa/", SEMUA),
    Baris("akun/sandi/lupa/terkirim/", SEMUA),
    Baris("akun/kode/", SEMUA),
    Baris(
        "akun/sandi/baru/<uuid:uuid>/<str:token>/",
        SEMUA,
        lambda d: _letter(d.orang_lain.akun),
        kata="(yang memegang suratnya)",
    ),
    Baris("admin/login/", TAK_SEORANG),
    Baris("admin/logout/", SEMUA),
    Baris(r"^admin/password_reset/.*$", TAK_SEORANG),
    Baris(r"^admin/(?:users|groups|bulk/accounts|bulk/auth)/.*$", TAK_SEORANG),
]
