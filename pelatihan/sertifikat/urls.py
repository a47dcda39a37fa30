"""Badges beside their checking page, and the lists of revoked ones."""

from django.urls import path

from . import views

app_name = "sertifikat_publik"
urlpatterns = [
    path("cek/status/<int:nomor>.jwt", views.show_daftar_cabut, name="show_daftar_cabut"),
    path("cek/<str:kode>/badge.jwt", views.show_jwt, name="show_jwt"),
    path("cek/<str:kode>/badge.svg", views.show_svg, name="show_svg"),
]
