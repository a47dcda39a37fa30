"""Who may see the outbox: its texts are private, so only those who run the office."""

from django.conf import settings

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .jenis import get_rahasia
from .models import Pesan

KOTAK_SURAT = "cms.notifikasi.channels.kotaksurat.EmailBackend"


def can_view_pesan(user, obj: Pesan | None = None) -> bool:
    return has_peran(user, peran.ADMIN, peran.SEKRETARIS)


def can_retry_pesan(user, obj: Pesan | None = None) -> bool:
    return has_peran(user, peran.ADMIN, peran.SEKRETARIS)


def visible_to(user):
    """Messages that carry a key, such as a link to a new password, are not for the office."""
    if not can_view_pesan(user):
        return Pesan.objects.none()
    return Pesan.objects.exclude(jenis__in=get_rahasia())


def can_view_surat(user) -> bool:
    """Read letters that only lie in the data folder, where no mail leaves the house."""
    return settings.EMAIL_BACKEND == KOTAK_SURAT and can_view_pesan(user)
