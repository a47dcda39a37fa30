"""/cek/s-…: is this proof of completion genuine? Public, without anybody's full name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..lencana.services import KunciTidakAda, sign
from ..lencana.views import open_wide
from . import rules, selectors

JWT = "application/vc+jwt"


@require_safe
def check_sertifikat(request: HttpRequest, kode: str) -> HttpResponse:
    bukti = selectors.get_bukti(kode)
    if bukti is None:
        raise Http404
    isi = {"bukti": bukti, "kode": kode, "alamat_bagi": f"{selectors.get_situs()}cek/{kode}/"}
    return render(request, "pelatihan/cek.html", isi)


@require_safe
def show_jwt(request: HttpRequest, kode: str) -> HttpResponse:
    """The badge as it was signed; whether it was revoked stands in the list it points to."""
    return open_wide(HttpResponse(_get_lencana(kode).jwt, content_type=JWT))


@require_safe
def show_svg(request: HttpRequest, kode: str) -> HttpResponse:
    """The badge as a picture with the proof inside. Its own policy lets nothing in it run."""
    lencana = _get_lencana(kode)
    gambar = rules.draw_lencana(
        judul=lencana.judul, lembaga=lencana.lembaga, tanggal=lencana.tanggal, jwt=lencana.jwt
    )
    jawaban = open_wide(HttpResponse(gambar, content_type="image/svg+xml"))
    jawaban["Content-Security-Policy"] = "default-src 'none'; style-src 'none'; sandbox"
    return jawaban


def _get_lencana(kode: str) -> selectors.Lencana:
    lencana = selectors.get_lencana(kode.lower())
    if lencana is None:
        raise Http404
    return lencana


@require_safe
def show_daftar_cabut(request: HttpRequest, nomor: int) -> HttpResponse:
    """The signed list of revoked badges."""
    isi = selectors.build_daftar_cabut(nomor)
    if isi is None:
        raise Http404
    try:
        return open_wide(HttpResponse(sign(isi), content_type=JWT))
    except KunciTidakAda:
        return HttpResponse(
            status=503, headers={"Retry-After": "3600", "Cache-Control": "no-store"}
        )
