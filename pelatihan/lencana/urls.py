"""Where the keys lie."""

from django.urls import path

from . import views

app_name = "lencana"
urlpatterns = [
    path(".well-known/jwks.json", views.show_jwks, name="show_jwks"),
    path("cek/kunci/<str:kid>.pem", views.show_pem, name="show_pem"),
]
