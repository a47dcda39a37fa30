"""A name for every request, so that log lines and audit rows of one request find each other."""

import uuid

from django.http import Http404
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars


class PermintaanMiddleware:
    """Binds a fresh request id; what a client sends is not trusted."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        clear_contextvars()
        bind_contextvars(permintaan=uuid.uuid4().hex)
        response = self.get_response(request)
        response.headers["X-Request-ID"] = get_permintaan()
        return response

    def process_view(self, request, view_func, view_args, view_kwargs):
        """No address of ours holds a NUL, and PostgreSQL can be asked for none."""
        if "\x00" in request.path_info:
            raise Http404


def get_permintaan() -> str:
    """The id of the request or task under way, or an empty string."""
    return get_contextvars().get("permintaan", "")
