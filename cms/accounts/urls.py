"""The doors: everything under /akun/."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("masuk/", views.login, name="account_login"),
    path("keluar/", views.logout, name="account_logout"),
    path("daftar/", views.signup, name="account_signup"),
]
