"""Helping somebody back into their account, face to face, under /lapangan/."""

from django.urls import path

from . import views

urlpatterns = [path("kode/", views.issue_kode, name="issue_kode")]
