"""The places of the village: one desa, its hamlets, RW and RT."""

from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core.jejak.services import record_jejak

from .. import rules
from ..models import Wilayah


class DesaSudahAda(Exception):
    """One installation serves one village."""


class IndukTidakCocok(Exception):
    """A place is part of a larger kind of place, and only the village is part of none."""


@transaction.atomic
def create_wilayah(
    *, jenis: str, nama: str, induk: Wilayah | None = None, actor: User | None = None
) -> Wilayah:
    """Enter a place. Raises DesaSudahAda, IndukTidakCocok, ValidationError."""
    return _save(Wilayah(jenis=jenis, nama=nama, induk=induk), actor, "create_wilayah")


@transaction.atomic
def update_wilayah(*, wilayah: Wilayah, actor: User, **isi: Any) -> Wilayah:
    """Correct a place. Raises DesaSudahAda, IndukTidakCocok, ValidationError."""
    wilayah = Wilayah.objects.select_for_update().get(pk=wilayah.pk)
    for nama, nilai in isi.items():
        setattr(wilayah, nama, nilai)
    for anak in wilayah.anak.all():
        if not rules.may_contain(wilayah.jenis, anak.jenis):
            raise IndukTidakCocok(anak.pk)
    return _save(wilayah, actor, "update_wilayah")


def _save(wilayah: Wilayah, actor: User | None, tindakan: str) -> Wilayah:
    _check(wilayah)
    wilayah.full_clean()
    wilayah.save()
    record_jejak(actor, tindakan, wilayah, sesudah={"jenis": wilayah.jenis})
    return wilayah


def _check(wilayah: Wilayah) -> None:
    """The larger place is locked: it must not become smaller while something is put into it."""
    if wilayah.induk_id:
        wilayah.induk = Wilayah.objects.select_for_update().get(pk=wilayah.induk_id)
    if wilayah.jenis == Wilayah.Jenis.DESA:
        if wilayah.induk_id:
            raise IndukTidakCocok(wilayah.pk)
        if Wilayah.objects.filter(jenis=Wilayah.Jenis.DESA).exclude(pk=wilayah.pk).exists():
            raise DesaSudahAda
    elif wilayah.induk is None or not rules.may_contain(wilayah.induk.jenis, wilayah.jenis):
        raise IndukTidakCocok(wilayah.pk)
