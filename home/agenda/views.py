"""The agenda for calendars."""

from django.http import Http404, HttpResponse

from cms.core.ics import AcaraIcs, build_ics
from cms.core.setelan.models import SetelanBkm

from . import selectors

JENIS = "text/calendar; charset=utf-8"


def show_kalender(request):
    """Everything ahead and the last half year, for subscribing."""
    return _answer(request, selectors.list_ics(), "agenda")


def show_acara(request, slug: str):
    """One event, for putting into one's own calendar."""
    acara = selectors.find_acara(slug)
    if acara is None:
        raise Http404
    return _answer(request, [selectors.get_ics(acara)], acara.slug)


def _answer(request, acara: list[AcaraIcs], nama: str) -> HttpResponse:
    isi = build_ics(acara, nama=f"Agenda {SetelanBkm.for_request(request).nama}")
    kepala = {"Content-Disposition": f'inline; filename="{nama}.ics"'}
    return HttpResponse(isi, content_type=JENIS, headers=kepala)
