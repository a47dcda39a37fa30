"""Public keys for whoever checks a badge; open to pages of other sites."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from . import selectors


@require_safe
def show_jwks(request: HttpRequest) -> HttpResponse:
    return open_wide(JsonResponse(selectors.build_jwks()))


@require_safe
def show_pem(request: HttpRequest, kid: str) -> HttpResponse:
    pem = selectors.find_pem(kid)
    if pem is None:
        raise Http404
    return open_wide(HttpResponse(pem, content_type="application/x-pem-file"))


def open_wide(jawaban: HttpResponse) -> HttpResponse:
    """Checkers run in browsers too; these answers hold nothing of the reader."""
    jawaban["Access-Control-Allow-Origin"] = "*"
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban
