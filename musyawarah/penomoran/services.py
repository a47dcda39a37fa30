"""Taking the next number of a series, without gaps."""

from django.db import transaction

from .models import Penomoran


@transaction.atomic
def take_nomor(seri: str) -> int:
    """The next number of a series, from 1.

    The row stays locked until the caller's transaction ends, so a rolled-back act leaves no gap.
    """
    Penomoran.objects.get_or_create(seri=seri)
    baris = Penomoran.objects.select_for_update().get(seri=seri)
    baris.terakhir += 1
    baris.save(update_fields=["terakhir"])
    return baris.terakhir
