"""Field pages of aset, under /lapangan/."""

from django.urls import path

from .inventaris import views

app_name = "aset"
urlpatterns = [
    path("barang/", views.list_barang_saya, name="list_barang_saya"),
    path("barang/<uuid:uuid>/", views.view_barang, name="view_barang"),
    path("barang/<uuid:uuid>/serahkan/", views.start_serahan, name="start_serahan"),
    path("serah/<uuid:uuid>/", views.view_serahan, name="view_serahan"),
    path("serah/<uuid:uuid>/setuju/", views.confirm_serahan, name="confirm_serahan"),
    path("serah/<uuid:uuid>/kertas/", views.confirm_on_paper, name="confirm_on_paper"),
    path("serah/<uuid:uuid>/tutup/", views.close_serahan, name="close_serahan"),
]
