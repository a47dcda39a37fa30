"""/cek/s-…: is this proof of completion genuine? Public, without anybody's full name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from . import selectors


def check_sertifikat(request: HttpRequest, kode: str) -> HttpResponse:
    bukti = selectors.get_bukti(kode)
    if bukti is None:
        raise Http404
    return render(request, "pelatihan/cek.html", {"bukti": bukti, "kode": kode})
