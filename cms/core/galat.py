"""The page for a fault of ours: in the house's words even when the database is away."""

from django.http import HttpRequest, HttpResponseServerError
from django.template.loader import render_to_string

from .context import guyub


def handle_500(request: HttpRequest) -> HttpResponseServerError:
    """Django's own handler knows neither the BKM's name nor that this is sample data."""
    try:
        isi = guyub(request)
    except Exception:  # whatever broke the page may break this too
        isi = {}
    return HttpResponseServerError(render_to_string("500.html", isi))
