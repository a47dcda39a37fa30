"""When the content changes by itself next."""

from datetime import datetime

from django.db.models import Min
from wagtail.models import Page, Revision

from cms.core import waktu

from . import SAMPAI, end_cache_at
from .generasi import get_generasi


class JadwalMiddleware:
    """Tells the page cache when an editor's schedule changes pages next.

    Asked once per generation: beat carries the schedule out and raises the generation itself, so
    this is the belt beside the braces.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self._ingat: tuple = (None, None)

    def __call__(self, request):
        response = self.get_response(request)
        if SAMPAI in request.META:
            saat = self._get_next(get_generasi().read())
            if saat:
                end_cache_at(request, saat)
        return response

    def _get_next(self, generasi) -> datetime | None:
        if self._ingat[0] != generasi:
            self._ingat = (generasi, get_next_change())
        return self._ingat[1]


def get_next_change() -> datetime | None:
    """The next instant at which a schedule publishes or withdraws a page."""
    kini = waktu.sekarang()
    terbit = Revision.page_revisions.filter(approved_go_live_at__gt=kini)
    turun = Page.objects.filter(live=True, expire_at__gt=kini)
    saat = [
        terbit.aggregate(saat=Min("approved_go_live_at"))["saat"],
        turun.aggregate(saat=Min("expire_at"))["saat"],
    ]
    return min((s for s in saat if s), default=None)
