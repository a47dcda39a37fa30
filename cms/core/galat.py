"""The pages for what went wrong: a fault of ours, and two who saved the same at once."""

import logging

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from .context import guyub

logger = logging.getLogger("guyub")


def handle_500(request: HttpRequest) -> HttpResponseServerError:
    """In the house's words even when the database is away; Django's own knows no names."""
    try:
        isi = guyub(request)
    except Exception:  # whatever broke the page may break this too
        isi = {}
    return HttpResponseServerError(render_to_string("500.html", isi))


class BentrokMiddleware:
    """Of two who save one address or name at once the database takes the first; the other reads why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        kantor = request.method == "POST" and request.path.startswith("/admin/")
        # Wagtail checks an address once more while it saves, when its form has let both through.
        if not kantor or not isinstance(exception, IntegrityError | ValidationError):
            return None
        logger.warning("bentrok", exc_info=exception)
        return render(request, "409.html", status=409)
