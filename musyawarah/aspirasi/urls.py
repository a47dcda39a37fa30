"""/usul/: the form and the follow-up pages stand before Wagtail's page of the same address."""

from django.urls import path

from . import views

urlpatterns = [
    path("usul/", views.send_aspirasi, name="send_aspirasi"),
    path("usul/ikuti/", views.follow_aspirasi, name="follow_aspirasi"),
    path("usul/tarik/", views.withdraw_aspirasi, name="withdraw_aspirasi"),
]
