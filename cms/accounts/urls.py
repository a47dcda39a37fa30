"""The doors: everything under /akun/. Of allauth's addresses only those that are used here."""

from allauth.account import views as akun
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as cadangan
from allauth.mfa.totp import views as totp
from django.urls import path

from . import views

urlpatterns = [
    path("", views.view_akun, name="akun"),
    path("alamat/", views.change_alamat, name="ubah_alamat"),
    path("perangkat/", views.list_perangkat, name="list_perangkat"),
    path("perangkat/ikat/", views.bind_perangkat, name="ikat_perangkat"),
    path("perangkat/<uuid:perangkat>/tarik/", views.withdraw_perangkat, name="tarik_perangkat"),
    path("kartu/", views.open_kartu, name="kartu"),
    path("kartu/ganti/", views.leave_kartu, name="kartu_ganti"),
    path("kartu/<str:kode>/", views.enter_kartu, name="kartu_pin"),
    path("masuk/", akun.login, name="account_login"),
    path("keluar/", akun.logout, name="account_logout"),
    path("nonaktif/", akun.account_inactive, name="account_inactive"),
    path("periksa/", akun.reauthenticate, name="account_reauthenticate"),
    path("sandi/ganti/", akun.password_change, name="account_change_password"),
    path("dua-langkah/", mfa.index, name="mfa_index"),
    path("dua-langkah/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("dua-langkah/periksa/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("dua-langkah/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("dua-langkah/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("dua-langkah/cadangan/", cadangan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "dua-langkah/cadangan/baru/",
        cadangan.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
