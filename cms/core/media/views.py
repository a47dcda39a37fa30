"""Public files, where no web server in front serves them, and documents under their uuid."""

from posixpath import normpath

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_wagtail

from .models import Dokumen

HARI = 24 * 3600
# Pictures as kept and as resized. Documents have their own door, unfinished uploads have none.
MAPA_UMUM = frozenset({"original_images", "images"})


def is_umum(path: str) -> bool:
    """Whether a path, exactly as written, names a file in a folder that all may read."""
    return normpath(path) == path and path.split("/")[0] in MAPA_UMUM


def serve_media(request, path: str):
    """A public picture. Nothing in it may run, whatever it claims to be."""
    if not is_umum(path):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = f"public, max-age={HARI}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def serve_dokumen(request, uuid, nama: str):
    """A public document by its uuid, through Wagtail's own checks of privacy and type."""
    dokumen = get_object_or_404(Dokumen.objects.only("pk", "file"), uuid=uuid)
    return serve_wagtail(request, dokumen.pk, dokumen.filename)


def hide_sandi(request, restriction_id: int):
    """Passwords of single collections are not used here; Wagtail only wants the name."""
    raise Http404
