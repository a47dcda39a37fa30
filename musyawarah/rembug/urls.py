"""Signing under /lapangan/."""

from django.urls import path

from . import views

urlpatterns = [
    path("lapangan/keputusan/", views.list_tanda_tangan, name="list_tanda_tangan"),
    path("lapangan/keputusan/<uuid:uuid>/", views.sign_keputusan, name="sign_keputusan"),
]
