"""Addresses under /belajar/."""

from django.urls import path

from . import kerjakan, views

urlpatterns = [
    path("", views.list_kursus, name="list_kursus"),
    path("ikut/<uuid:kursus>/", views.join_kursus, name="join_kursus"),
    path("buka/<uuid:pelajaran>/", views.open_pelajaran, name="open_pelajaran"),
    path("selesai/<uuid:sertifikat>/", views.show_selesai, name="show_selesai"),
    path(
        "selesai/<uuid:sertifikat>/sertifikat.pdf", views.print_sertifikat, name="print_sertifikat"
    ),
    path("kuis/<uuid:percobaan>/<int:nomor>/", kerjakan.answer_soal, name="answer_soal"),
    path("kuis/<uuid:percobaan>/semua/", kerjakan.answer_semua, name="answer_semua"),
    path("kuis/<uuid:percobaan>/kumpulkan/", kerjakan.submit_kuis, name="submit_kuis"),
    path("kuis/<uuid:percobaan>/hasil/", kerjakan.show_hasil, name="show_hasil"),
    path("<uuid:peserta>/", views.show_kursus, name="show_kursus"),
    path("<uuid:peserta>/pelajaran/<uuid:pelajaran>/", views.read_pelajaran, name="read_pelajaran"),
    path("<uuid:peserta>/kuis/<uuid:kuis>/", kerjakan.open_kuis, name="open_kuis"),
]
