"""Addresses of public files: documents by uuid, pictures where no web server serves them."""

from django.urls import path

from . import views

urlpatterns = [
    path("documents/<uuid:uuid>/<path:nama>", views.serve_dokumen, name="serve_dokumen"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        views.hide_sandi,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("media/<path:path>", views.serve_media, name="serve_media"),
]
