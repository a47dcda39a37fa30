"""The booklet of a course as PDF; whoever may read the course may have it."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from ..kursus.pages import KursusPage
from .services import get_or_build_buku


@require_safe
def download_buku(request: HttpRequest, kursus) -> HttpResponseBase:
    page = get_object_or_404(KursusPage.objects.live(), kunci=kursus)
    batas = page.get_view_restrictions()
    if not all(satu.accept_request(request) for satu in batas):
        raise Http404
    buku = get_or_build_buku(kursus_kunci=kursus)
    if buku is None:
        raise Http404
    etag = f'"{buku.sidik}"'
    if jawaban := get_conditional_response(request, etag=etag):
        return jawaban
    jawaban = FileResponse(
        buku.open(), filename=f"{slugify(page.title)}.pdf", content_type="application/pdf"
    )
    jawaban["ETag"], jawaban["Cache-Control"] = etag, "no-cache, private" if batas else "no-cache"
    return jawaban
