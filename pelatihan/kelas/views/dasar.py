"""What the views of classes share: one's own pages, and rows that others simply do not find."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .. import permissions
from ..models import Pertemuan

TEMPLAT = "pelatihan/kelas/"


def halaman(*cara: str):
    """A page of one's own: signed in, never kept by a cache, only these methods.

    HEAD comes with GET alone: it asks for no token, so a view that only writes must not see it.
    """
    boleh = ["HEAD", *cara] if "GET" in cara else list(cara)

    def bungkus(view):
        return never_cache(login_required(require_http_methods(boleh)(view)))

    return bungkus


def needs_kelas(view):
    """Give the view a class that this account leads instead of its uuid."""

    @wraps(view)
    def dengan_kelas(request, kelas, *args, **kwargs):
        satu = get_object_or_404(permissions.visible_to(request.user), uuid=kelas)
        return view(request, satu, *args, **kwargs)

    return dengan_kelas


def needs_pertemuan(view):
    """Likewise with one of its sessions."""

    @wraps(view)
    def dengan_pertemuan(request, pertemuan, *args, **kwargs):
        return view(request, get_pertemuan(request, pertemuan), *args, **kwargs)

    return dengan_pertemuan


def get_pertemuan(request, uuid) -> Pertemuan:
    milik = permissions.visible_pertemuan(request.user).select_related("angkatan")
    return get_object_or_404(milik, uuid=uuid)
