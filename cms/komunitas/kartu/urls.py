"""Cards of people, under /lapangan/kartu/."""

from django.urls import path

from . import views

app_name = "lapangan_kartu"
urlpatterns = [
    path("", views.list_kartu, name="list_kartu"),
    path("kelas/<uuid:kelompok>/", views.show_kelompok, name="show_kelompok"),
    path("kelas/<uuid:kelompok>/kartu.pdf", views.print_kelompok, name="print_kelompok"),
    path("<uuid:orang>/", views.show_orang, name="show_orang"),
    path("<uuid:orang>/kartu.pdf", views.print_orang, name="print_orang"),
]
