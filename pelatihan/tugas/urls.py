"""Addresses of assignments: learners under /belajar/, facilitators under /lapangan/tugas/."""

from django.urls import path

from .views import kumpul, nilai

belajar = [
    path("<uuid:peserta>/tugas/<uuid:pelajaran>/", kumpul.open_tugas, name="open_tugas"),
]
lapangan = [
    path("", nilai.list_tugas, name="list_tugas"),
    path("<uuid:kumpulan>/", nilai.mark_tugas, name="mark_tugas"),
]
