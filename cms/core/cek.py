"""One resolver for everything printed with a QR: /cek/<code>.

A code is a room's prefix and 13 random letters (64 bits) from an alphabet without look-alikes. Rooms
register their prefix with a view function `view(request, kode)`.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

HURUF = "23456789abcdefghjkmnpqrstuvwxyz"
PANJANG = 13

_ruang: dict[str, Callable[[HttpRequest, str], HttpResponse]] = {}


def make_kode(awalan: str) -> str:
    """A fresh code such as `b-7k2m…`; 13 letters of 31 carry 64.4 random bits."""
    return f"{awalan}-" + "".join(secrets.choice(HURUF) for _ in range(PANJANG))


def register_cek(awalan: str, view: Callable[[HttpRequest, str], HttpResponse]) -> None:
    _ruang[awalan] = view


def resolve_cek(request: HttpRequest, kode: str) -> HttpResponse:
    """Hand the code to the room of its prefix; an unknown code is simply not there."""
    awalan, _, acak = kode.lower().partition("-")
    view = _ruang.get(awalan)
    if view is None or len(acak) != PANJANG or set(acak) - set(HURUF):
        raise Http404
    return view(request, f"{awalan}-{acak}")


@require_safe
def open_cek(request: HttpRequest) -> HttpResponse:
    """Where a code is typed, or its whole address pasted; a right one leads to its answer."""
    tulisan = "".join(request.GET.get("kode", "")[:200].split()).lower()
    kode = tulisan.rstrip("/").rpartition("/")[2]
    with suppress(Http404):
        resolve_cek(request, kode)
        return redirect("cek", kode=kode)
    return render(request, "core/cek.html", {"kode": kode, "salah": bool(tulisan)})
