"""Everything about messages lies under /akun/."""

from django.urls import path

from . import views

app_name = "notifikasi"
urlpatterns = [
    path("pesan/", views.list_pesan, name="list_pesan"),
    path("pesan/pilihan/", views.edit_pilihan, name="edit_pilihan"),
    path("pesan/dibaca/", views.mark_all_read, name="mark_all_read"),
    path("pesan/<uuid:uuid>/", views.view_pesan, name="view_pesan"),
    path("pesan/<uuid:uuid>/dibaca/", views.mark_read, name="mark_read"),
    path("kabar/", views.subscribe, name="subscribe"),
    path("kabar/diminta/", views.subscribe_done, name="subscribe_done"),
    path("kabar/konfirmasi/<str:token>/", views.confirm_langganan, name="confirm_langganan"),
    path("berhenti/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
