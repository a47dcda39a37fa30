"""Gathers the addresses of the slices."""

from .belajar.urls import urlpatterns as belajar

app_name = "pelatihan"
urlpatterns = [*belajar]
