"""Under /j/: pages for whoever holds the link."""

from django.urls import path

from . import views

urlpatterns = [path("<str:token>/", views.view_ringkasan, name="tautan_pribadi")]
