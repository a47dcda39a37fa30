"""Why an entry waits for a person, in words; rooms add their own reasons."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALASAN: dict[str, str | Promise] = {
    "perangkat-ditarik": _("Its device had been withdrawn."),
    "akun-ditutup": _("The account had been closed."),
    "sesi": _("It was not recorded in a session that we know."),
    "lama": _("It was recorded very long ago."),
    "galat": _("It could not be processed several times."),
    "bentrok": _("Another device had sent something else meanwhile."),
    "terlambat": _("It came too late."),
    "peran": _("The account had no right to it any more."),
}


def register_alasan(kode: str, kata: str | Promise) -> None:
    """Called in `AppConfig.ready` of the room that puts entries aside for this reason."""
    ALASAN[kode] = kata
