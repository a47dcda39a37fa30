"""An event for search engines (schema.org Event)."""

from typing import TYPE_CHECKING

from cms.core import waktu
from cms.core.setelan.models import SetelanBkm

if TYPE_CHECKING:
    from .pages import AcaraPage

KEADAAN = "https://schema.org/"


def build_skema_acara(acara: "AcaraPage", request) -> dict:
    setelan = SetelanBkm.for_request(request)
    skema = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": acara.title,
        "description": acara.ringkasan,
        "url": acara.full_url,
        "startDate": waktu.ke_wib(acara.mulai).isoformat(timespec="minutes"),
        "endDate": waktu.ke_wib(acara.selesai).isoformat(timespec="minutes")
        if acara.selesai
        else "",
        "eventStatus": KEADAAN + ("EventCancelled" if acara.batal else "EventScheduled"),
        "location": {
            "@type": "Place",
            "name": acara.tempat or setelan.desa or setelan.nama,
            "address": setelan.alamat or setelan.desa or setelan.nama,
        },
        "organizer": {"@type": "Organization", "name": acara.penyelenggara or setelan.nama},
    }
    return {k: v for k, v in skema.items() if v}
