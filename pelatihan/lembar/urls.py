"""Quizzes on paper, under /lapangan/lembar/."""

from django.urls import path

from . import views

app_name = "lembar"
urlpatterns = [
    path("kelas/<uuid:kelas>/", views.list_lembar, name="list_lembar"),
    path("isi/<uuid:milik>/", views.enter_lembar, name="enter_lembar"),
    path("<uuid:cetakan>/", views.show_cetakan, name="show_cetakan"),
    path("<uuid:cetakan>/lembar.pdf", views.print_lembar, name="print_lembar"),
    path("<uuid:cetakan>/kunci.pdf", views.print_kunci, name="print_kunci"),
]
