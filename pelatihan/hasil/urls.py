"""Addresses of results, under /lapangan/."""

from django.urls import path

from . import views

urlpatterns = [path("nilai/", views.list_lingkup, name="list_lingkup")]
for _apa in ("kelas", "kursus"):
    _awal = f"{_apa}/<uuid:{_apa}>/"
    urlpatterns += [
        path(f"{_awal}nilai/", views.show_nilai, name=f"show_nilai_{_apa}"),
        path(f"{_awal}nilai.xlsx", views.export_nilai, name=f"export_nilai_{_apa}"),
        path(f"{_awal}perhatian/", views.show_perhatian, name=f"show_perhatian_{_apa}"),
        path(f"{_awal}perolehan/", views.show_perolehan, name=f"show_perolehan_{_apa}"),
    ]
