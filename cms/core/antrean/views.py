"""The door of the queue, the service worker, and the page for no signal."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from .. import waktu
from ..asal import get_asal
from . import rules
from .jenis import TerlaluSering, recognize
from .services import receive_kiriman

SW = Path(__file__).parents[1] / "static" / "guyub" / "sw.js"
KULIT = ("gaya.css", "guyub.js", "antrean.js", "kuis.js", "balai.js", "ketikan.js", "siap.js")
KULIT += ("luring.js", "huruf.woff2", "favicon.png", "ikon.svg")


@csrf_exempt
@never_cache
@require_POST
def receive(request) -> JsonResponse:
    """A batch of entries from a device. No session is asked, so no cookie can be abused."""
    if not is_seasal(request):
        return _refuse(403, "asal")
    if request.content_type != "application/json":
        return _refuse(415, "json")
    if _get_panjang(request) > rules.BADAN_MAKS:
        return _refuse(413, "besar")
    try:
        pengirim = recognize(request.headers.get("Authorization", ""), get_asal(request))
    except TerlaluSering as salah:
        return _refuse(429, "tunggu", {"Retry-After": str(salah.detik)})
    if pengirim is None:
        return _refuse(401, "perangkat", {"WWW-Authenticate": "Perangkat"})
    try:
        entri = rules.parse_kiriman(request.body, waktu.sekarang())
    except rules.TidakTerbaca:
        return _refuse(400, "bentuk")
    return JsonResponse(_answer(entri, receive_kiriman(pengirim=pengirim, entri=entri)))


def is_seasal(request) -> bool:
    """Whether a page of this very site sent it. A browser always says so; nothing else may."""
    asal = request.headers.get("Origin", "")
    situs = request.headers.get("Sec-Fetch-Site", "same-origin")
    try:
        sama = bool(asal) and urlsplit(asal).netloc == request.get_host()
    except ValueError:
        return False
    return situs == "same-origin" and (sama or asal in settings.CSRF_TRUSTED_ORIGINS)


def _get_panjang(request) -> int:
    """Without a length nothing is read."""
    panjang = request.META.get("CONTENT_LENGTH") or ""
    return int(panjang) if panjang.isdecimal() and len(panjang) < 12 else rules.BADAN_MAKS + 1


def _refuse(status: int, alasan: str, kepala: dict | None = None) -> JsonResponse:
    return JsonResponse({"alasan": alasan}, status=status, headers=kepala)


def _answer(entri, hasil) -> dict:
    kini = waktu.ke_wib(waktu.sekarang())
    jawab = [
        {"kunci": str(e.kunci), "status": h.status, "alasan": h.alasan}
        | ({"pesan": str(h.pesan)} if h.pesan else {})
        | ({"isi": h.isi} if h.isi else {})
        for e, h in zip(entri, hasil, strict=True)
    ]
    return {"hasil": jawab, "pukul": f"{kini:%H.%M}", "saat": int(kini.timestamp() * 1000)}


@require_safe
def serve_sw(request) -> HttpResponse:
    """The service worker with the names of today's files; a new version takes over at once."""
    return HttpResponse(
        _build_sw(tuple(static(f"guyub/{nama}") for nama in KULIT)),
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"},
    )


@lru_cache(maxsize=4)
def _build_sw(kulit: tuple[str, ...]) -> str:
    luring = reverse("luring")
    naskah = SW.read_text(encoding="utf-8")
    versi = hashlib.sha256(f"{kulit}{naskah}".encode()).hexdigest()[:12]
    awal = {"VERSI": versi, "LURING": luring, "KULIT": [*kulit, luring]}
    return "".join(f"const {k}={json.dumps(v)};\n" for k, v in awal.items()) + naskah


@never_cache
@require_safe
def show_luring(request) -> HttpResponse:
    """What the service worker shows without signal; it is the same for everybody."""
    return render(request, "antrean/luring.html")
