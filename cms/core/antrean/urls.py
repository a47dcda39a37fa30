"""Addresses of the queue. The worker lies at the top, because it may serve only what is below it."""

from django.urls import path

from . import views

urlpatterns = [
    path("sw.js", views.serve_sw, name="sw"),
    path("lapangan/antrean/", views.receive, name="antrean"),
    path("lapangan/luring/", views.show_luring, name="luring"),
]
