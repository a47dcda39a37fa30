"""Review on a phone, under /lapangan/."""

from django.urls import path

from . import views

app_name = "redaksi"
urlpatterns = [
    path("tinjau/", views.list_tinjau, name="list_tinjau"),
    path("tinjau/<uuid:kunci>/", views.view_tinjau, name="view_tinjau"),
    path("tinjau/<uuid:kunci>/jawab/", views.answer_tinjau, name="answer_tinjau"),
]
