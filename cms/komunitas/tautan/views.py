"""The page behind a personal link: read only, kept by nobody, passed on to nobody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.accounts.pembatas import TerlaluSering
from cms.core.asal import get_asal

from . import selectors, services


@never_cache
@require_safe
def view_ringkasan(request, token: str):
    """Opening it changes nothing; what does not open answers always alike."""
    try:
        alamat = get_asal(request)
        tautan = services.open_tautan(token=token, alamat=alamat)
    except services.TautanTidakBerlaku:
        return _seal(render(request, "komunitas/tautan_tiada.html", status=404))
    except TerlaluSering as salah:
        isi = {"menit": salah.menit}
        return _seal(render(request, "komunitas/tautan_tiada.html", isi, status=429))
    isi = {"tautan": tautan, "ringkasan": selectors.get_ringkasan()}
    return _seal(render(request, "komunitas/ringkasan.html", isi))


def _seal(response: HttpResponse) -> HttpResponse:
    """The address is a key: no other site, no log of one and no search engine learns it from here."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
