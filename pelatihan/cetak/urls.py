"""Where booklets are downloaded."""

from django.urls import path

from . import views

urlpatterns = [path("buku/<uuid:kursus>.pdf", views.download_buku, name="download_buku")]
