"""Reading one's inbox."""

from datetime import datetime

from cms.accounts.models import User
from cms.core import waktu

from .. import selectors
from ..models import Pesan


def mark_read(*, pesan: Pesan) -> None:
    """The owner has read this message; the first time counts."""
    Pesan.objects.filter(pk=pesan.pk, dibaca_pada=None).update(dibaca_pada=waktu.sekarang())


def mark_all_read(*, user: User, sebelum: datetime | None = None) -> int:
    """Everything in the inbox, or what was written before an instant; returns how many."""
    belum = selectors.get_kotak(user).filter(dibaca_pada__isnull=True)
    if sebelum:
        belum = belum.filter(dibuat_pada__lt=sebelum)
    return belum.update(dibaca_pada=waktu.sekarang())
