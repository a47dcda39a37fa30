"""Who may see the outbox: its texts are private, so only those who run the office."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import Pesan


def can_view_pesan(user, obj: Pesan | None = None) -> bool:
    return has_peran(user, peran.ADMIN, peran.SEKRETARIS)


def can_retry_pesan(user, obj: Pesan | None = None) -> bool:
    return has_peran(user, peran.ADMIN, peran.SEKRETARIS)


def visible_to(user):
    return Pesan.objects.all() if can_view_pesan(user) else Pesan.objects.none()
