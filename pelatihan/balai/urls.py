"""Taking a class to the hall, under /lapangan/balai/."""

from django.urls import path

from . import views

app_name = "balai"
urlpatterns = [
    path("pertemuan/<uuid:pertemuan>/", views.take_pertemuan, name="take_pertemuan"),
    path("<uuid:bawaan>/", views.show_bawaan, name="show_bawaan"),
    path("<uuid:bawaan>/paket.pdf", views.print_paket, name="print_paket"),
    path("<uuid:bawaan>/absen/", views.call_roll, name="call_roll"),
    path("<uuid:bawaan>/ketik/<uuid:cetakan>/", views.type_lembar, name="type_lembar"),
    path("<uuid:bawaan>/kuis/<uuid:cetakan>/", views.take_kuis, name="take_kuis"),
    path("<uuid:bawaan>/pelajaran/<uuid:pelajaran>/", views.read_pelajaran, name="read_pelajaran"),
]
