"""Under /akun/: signing up and getting in again."""

from django.urls import path

from . import views

urlpatterns = [
    path("daftar/", views.sign_up, name="account_signup"),
    path("selamat-datang/", views.welcome, name="selamat_datang"),
    path("sandi/lupa/", views.request_sandi, name="sandi_lupa"),
    path("sandi/lupa/terkirim/", views.sandi_terkirim, name="sandi_terkirim"),
    path("sandi/baru/<uuid:uuid>/<str:token>/", views.set_sandi, name="sandi_baru"),
    path("kode/", views.enter_kode, name="kode_masuk"),
]
