"""The one door to private files."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from .models import Berkas
from .services import can_view_berkas

LANGSUNG = {"image/jpeg", "image/png", "image/webp"}


def view_berkas(request, uuid):
    """Stream a file to who may see it; "not yours" and "not there" answer alike."""
    berkas = get_object_or_404(Berkas, uuid=uuid)
    if not can_view_berkas(request.user, berkas):
        raise Http404
    response = FileResponse(
        berkas.isi.open("rb"),
        as_attachment=berkas.jenis not in LANGSUNG,
        filename=berkas.nama,
        content_type=berkas.jenis,
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
