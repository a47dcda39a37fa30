"""Pages that a phone may keep for a place without signal."""

from collections.abc import Callable
from functools import wraps

from ..waktu import sekarang
from .jenis import describe


def keep_luring(view: Callable) -> Callable:
    """Let the service worker keep this page until its reader signs out; nobody else is shown it."""

    @wraps(view)
    def dengan_izin(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        tanda = describe(request) if response.status_code == 200 else None
        if tanda:
            response.headers["Guyub-Simpan"] = tanda.simpan
            response.headers["Guyub-Pada"] = str(int(sekarang().timestamp() * 1000))
        return response

    return dengan_izin
