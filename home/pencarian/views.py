"""Searching the public site: plain GETs without a session, cacheable by `q` and `p`."""

from django.http import Http404
from django.shortcuts import render

from cms.core.lembar import get_nomor
from cms.core.pencarian import get_bagian
from cms.core.pencarian.rules import clean_kata

from . import selectors

TAMPIL = 80


def search(request):
    """All sections, a few results each."""
    isi = _isi(request)
    temuan = selectors.search_semua(isi["kata"]) if isi["kata"] else []
    usul = "" if temuan else selectors.suggest_kata(isi["kata"])
    pokok = [] if isi["ketikan"] else selectors.list_pokok()
    isi |= {"temuan": temuan, "usul": usul, "pokok": pokok}
    return render(request, "home/pencarian/cari.html", isi)


def search_bagian(request, bagian: str):
    """One section, page by page."""
    dicari = get_bagian(bagian)
    if dicari is None:
        raise Http404
    isi = _isi(request)
    lembar = selectors.search_lembar(dicari, isi["kata"], get_nomor(request))
    return render(request, "home/pencarian/bagian.html", isi | {"dicari": dicari, "lembar": lembar})


def _isi(request) -> dict:
    ketikan = request.GET.get("q", "").replace("\x00", "")
    return {"ketikan": ketikan[:TAMPIL].strip(), "kata": clean_kata(ketikan), "bagian": "cari"}
