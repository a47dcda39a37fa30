"""Rows of the doors (cms.accounts, cms.komunitas.pintu)."""

from django.contrib.auth.tokens import default_token_generator

from cms.accounts import peran
from cms.accounts.perangkat import bind_perangkat
from cms.accounts.permissions import PENOLONG as NAMA_PENOLONG
from tests.factories.accounts import UserFactory, make_kartu

from .tabel import MASUK, SEMUA, TAK_SEORANG, Baris, roles

PENOLONG = frozenset(NAMA_PENOLONG)
PENGURUS = roles(peran.ADMIN, peran.SEKRETARIS)
ADMIN = roles(peran.ADMIN)
PENJAGA = PENGURUS | roles(peran.KOORDINATOR)


def _warga(d):
    return {"pk": d.orang_lain.akun.pk}


def _kasir(d):
    return _peran(UserFactory(peran=[peran.KASIR]))


def _admin(d):
    return _peran(UserFactory(peran=[peran.ADMIN]))


def _peran(user):
    return {"pk": user.pk, "peran": user.peran.get().pk}


def _saya(d):
    return {"pk": d.user.pk}


def _letter(user):
    return {"uuid": user.uuid, "token": default_token_generator.make_token(user)}


def _perangkat(user):
    return {"perangkat": bind_perangkat(user=user, peramban="")[0].uuid}


def _perangkat_saya(d):
    return _perangkat(d.user)


def _perangkat_warga(d):
    return {"pk": bind_perangkat(user=d.orang_lain.akun, peramban="")[0].pk}


def _perangkat_admin(d):
    return {"pk": bind_perangkat(user=UserFactory(peran=[peran.ADMIN]), peramban="")[0].pk}


BARIS = [
    Baris("lapangan/kode/", PENOLONG),
    Baris("akun/", MASUK),
    Baris("akun/perangkat/", MASUK),
    Baris("akun/perangkat/ikat/", MASUK, metode="post", kata="(tanpa nama pemilik: 409)"),
    Baris("akun/perangkat/<uuid:perangkat>/tarik/", MASUK, _perangkat_saya, "post"),
    Baris(
        "akun/perangkat/<uuid:perangkat>/tarik/",
        TAK_SEORANG,
        lambda d: _perangkat(d.orang_lain.akun),
        "post",
        kata="(orang lain)",
    ),
    Baris("admin/perangkat/", PENJAGA),
    Baris("admin/perangkat/results/", PENJAGA),
    Baris("admin/perangkat/<int:pk>/tarik/", PENJAGA, _perangkat_warga),
    Baris("admin/perangkat/<int:pk>/tarik/", PENJAGA, _perangkat_warga, "post"),
    Baris("admin/perangkat/<int:pk>/tarik/", ADMIN, _perangkat_admin, kata="(pengelola sistem)"),
    Baris("admin/perangkat/<int:pk>/tarik/", ADMIN, _perangkat_admin, "post", kata="(pengelola)"),
    Baris("akun/kartu/", SEMUA),
    Baris("akun/kartu/ganti/", SEMUA, metode="post", kata="(hanya sesi kartu yang berakhir)"),
    Baris("akun/kartu/<str:kode>/", SEMUA, lambda d: {"kode": make_kartu().kode}),
    Baris("akun/kartu/<str:kode>/", TAK_SEORANG, lambda d: {"kode": "k-0"}, kata="(tidak ada)"),
    Baris("akun/masuk/", SEMUA),
    Baris("akun/alamat/", MASUK),
    Baris("akun/keluar/", MASUK),
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
for _jalan in ("nonaktif/", "peran/"):
    BARIS += [
        Baris(f"admin/akun/<int:pk>/{_jalan}", PENGURUS, _warga, kata="(warga)"),
        Baris(f"admin/akun/<int:pk>/{_jalan}", ADMIN, _admin, kata="(pengelola sistem)"),
        Baris(f"admin/akun/<int:pk>/{_jalan}", TAK_SEORANG, _saya, kata="(akun sendiri)"),
    ]
for _jalan in ("aktif/", "surat/"):
    BARIS += [
        Baris(f"admin/akun/<int:pk>/{_jalan}", PENGURUS, _warga, "post", kata="(warga)"),
        Baris(f"admin/akun/<int:pk>/{_jalan}", ADMIN, _admin, "post", kata="(pengelola sistem)"),
        Baris(f"admin/akun/<int:pk>/{_jalan}", TAK_SEORANG, _saya, "post", kata="(sendiri)"),
    ]
BARIS += [
    Baris("admin/akun/<int:pk>/lepas/", ADMIN, _warga, "post", kata="(warga)"),
    Baris("admin/akun/<int:pk>/lepas/", TAK_SEORANG, _saya, "post", kata="(sendiri)"),
    Baris("admin/akun/", PENGURUS),
    Baris("admin/akun/results/", PENGURUS),
    Baris("admin/akun/new/", PENGURUS),
    Baris("admin/akun/edit/<int:pk>/", PENGURUS, _warga, kata="(warga)"),
    Baris("admin/akun/edit/<int:pk>/", PENGURUS, _admin, kata="(pengelola sistem, membaca)"),
    Baris("admin/akun/edit/<int:pk>/", ADMIN, _admin, "post", kata="(pengelola sistem)"),
    Baris("admin/akun/edit/<int:pk>/", PENGURUS, _saya, kata="(akun sendiri, membaca)"),
    Baris("admin/akun/edit/<int:pk>/", TAK_SEORANG, _saya, "post", kata="(akun sendiri)"),
    Baris("admin/akun/<int:pk>/peran/<int:peran>/", PENGURUS, _kasir, kata="(kasir)"),
    Baris("admin/akun/<int:pk>/peran/<int:peran>/", ADMIN, _admin, kata="(pengelola sistem)"),
]
