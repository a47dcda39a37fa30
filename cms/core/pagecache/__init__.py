"""The page cache: finished answers for anonymous readers, valid for one generation of the content.

`generasi` counts changes across processes and hosts, `simpanan` holds answers in bounded memory,
`bungkus` is the WSGI wrapper in front of Django, `sinyal` listens to what editors change.
"""

from datetime import datetime

from django.db import transaction

from .generasi import get_generasi

SAMPAI = "guyub.sampai"


def raise_generation() -> None:
    """Make every stored page stale once the transaction under way is committed."""
    transaction.on_commit(get_generasi().raise_now)


def end_cache_at(request, saat: datetime) -> None:
    """Let the page that answers this request end at an instant (aware) at the latest."""
    request.META[SAMPAI] = min(saat.timestamp(), request.META.get(SAMPAI, float("inf")))
