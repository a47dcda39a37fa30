"""Decisions before they are signed: drafted, changed, given up."""

from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core.jejak.services import record_jejak

from ..models import Keputusan, Rembug
from .galat import BukanKonsep


def lock_keputusan(keputusan: Keputusan) -> Keputusan:
    """The row as it stands now, locked until the transaction ends."""
    kunci = Keputusan.objects.select_for_update(of=("self",))
    return kunci.select_related("rembug", "menggantikan").get(pk=keputusan.pk)


@transaction.atomic
def draft_keputusan(*, rembug: Rembug, actor: User, **isi: Any) -> Keputusan:
    """Begin a decision of a meeting."""
    keputusan = Keputusan(rembug=rembug, tanggal=rembug.tanggal, pembuat=actor, **isi)
    keputusan.full_clean()
    keputusan.save()
    record_jejak(actor, "draft_keputusan", keputusan)
    return keputusan


@transaction.atomic
def update_keputusan(*, keputusan: Keputusan, actor: User, **isi: Any) -> Keputusan:
    """Change a draft. Raises BukanKonsep."""
    keputusan = lock_keputusan(keputusan)
    if keputusan.status != Keputusan.Status.KONSEP:
        raise BukanKonsep(keputusan)
    for nama, nilai in isi.items():
        setattr(keputusan, nama, nilai)
    keputusan.tanggal = keputusan.rembug.tanggal
    keputusan.full_clean()
    keputusan.save()
    record_jejak(actor, "update_keputusan", keputusan, sesudah={"bidang": sorted(isi)})
    return keputusan


@transaction.atomic
def cancel_keputusan(*, keputusan: Keputusan, alasan: str, actor: User) -> Keputusan:
    """Give up a decision that was not ratified. Raises BukanKonsep."""
    keputusan = lock_keputusan(keputusan)
    if keputusan.status not in (Keputusan.Status.KONSEP, Keputusan.Status.MENUNGGU):
        raise BukanKonsep(keputusan)
    keputusan.status = Keputusan.Status.BATAL
    keputusan.alasan_batal = alasan
    keputusan.save(update_fields=["status", "alasan_batal"])
    record_jejak(actor, "cancel_keputusan", keputusan)
    return keputusan
