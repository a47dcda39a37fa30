"""Gathers the addresses of the slices."""

from .belajar.urls import urlpatterns as belajar
from .kelas.urls import belajar as kelas

app_name = "pelatihan"
urlpatterns = [*kelas, *belajar]
