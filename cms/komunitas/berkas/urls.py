"""Under /akun/: one's own files."""

from django.urls import path

from . import views

urlpatterns = [path("berkas/", views.list_berkas, name="berkas_saya")]
