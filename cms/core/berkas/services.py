"""Keeping private files, and asking their owner's room who may see them."""

import hashlib
from collections.abc import Callable
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model

from ..jejak.services import record_jejak
from ..unggahan import Unggahan, read_unggahan
from .models import Berkas

CanView = Callable[..., bool]

_pemilik: dict[str, CanView] = {}


def register_pemilik(jenis: str, can_view: CanView) -> None:
    """A room says who may see files of its records: `can_view(user, uuid) -> bool`, by model label."""
    _pemilik[jenis] = can_view


def can_view_berkas(user, berkas: Berkas) -> bool:
    """Whether the owner's room lets this account see the file; no room, no sight."""
    can_view = _pemilik.get(berkas.pemilik_jenis)
    return bool(can_view and can_view(user, berkas.pemilik_uuid))


def store_berkas(*, unggahan, pemilik: Model, actor, pdf: bool = True) -> Berkas:
    """Keep an upload as a private file of `pemilik`. Raises core.unggahan.UnggahanDitolak."""
    return store_bersih(bersih=read_unggahan(unggahan, pdf=pdf), pemilik=pemilik, actor=actor)


@transaction.atomic
def store_bersih(*, bersih: Unggahan, pemilik: Model, actor) -> Berkas:
    """The same of what `read_unggahan` has let through already."""
    pemilik_uuid: UUID = pemilik.uuid  # type: ignore[attr-defined]
    berkas = Berkas(
        nama=bersih.nama,
        jenis=bersih.jenis,
        ukuran=len(bersih.isi),
        sha256=hashlib.sha256(bersih.isi).hexdigest(),
        pemilik_jenis=pemilik._meta.label_lower,
        pemilik_uuid=pemilik_uuid,
        pengunggah=actor,
    )
    berkas.isi.save(bersih.nama, ContentFile(bersih.isi), save=False)
    berkas.save()
    record_jejak(actor, "store_berkas", berkas, sesudah={"jenis": bersih.jenis})
    return berkas
