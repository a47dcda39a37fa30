"""Gathers the addresses of the slices."""

from .aspirasi.urls import urlpatterns as aspirasi
from .rembug.urls import urlpatterns as rembug

app_name = "musyawarah"
urlpatterns = [*aspirasi, *rembug]
