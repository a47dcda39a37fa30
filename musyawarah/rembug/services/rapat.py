"""Meetings: recorded, corrected, and locked once a decision of them is out for signature."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core.jejak.services import record_jejak
from cms.komunitas.models import Anggota

from .. import rules
from ..models import Kehadiran, Keputusan, Rembug
from .galat import HadirSalah, RembugTerkunci


@transaction.atomic
def create_rembug(*, actor: User, hadir_bernama: Iterable[Anggota] = (), **isi: Any) -> Rembug:
    """Record a meeting; `hadir_bernama` are those present by name. Raises HadirSalah."""
    rembug = Rembug(pembuat=actor, **isi)
    _check_hadir(rembug)
    rembug.full_clean()
    rembug.save()
    _set_kehadiran(rembug, hadir_bernama)
    record_jejak(actor, "create_rembug", rembug)
    return rembug


@transaction.atomic
def update_rembug(
    *, rembug: Rembug, actor: User, hadir_bernama: Iterable[Anggota], **isi: Any
) -> Rembug:
    """Correct a meeting while no decision of it is signed. Raises RembugTerkunci, HadirSalah."""
    rembug = Rembug.objects.select_for_update().get(pk=rembug.pk)
    if is_terkunci(rembug):
        raise RembugTerkunci(rembug)
    for nama, nilai in isi.items():
        setattr(rembug, nama, nilai)
    _check_hadir(rembug)
    rembug.full_clean()
    rembug.save()
    _set_kehadiran(rembug, hadir_bernama)
    rembug.keputusan.filter(status=Keputusan.Status.KONSEP).update(tanggal=rembug.tanggal)
    record_jejak(actor, "update_rembug", rembug, sesudah={"bidang": sorted(isi)})
    return rembug


def is_terkunci(rembug: Rembug) -> bool:
    """Whether the meeting already stands under a signature."""
    kunci = (Keputusan.Status.MENUNGGU, Keputusan.Status.DISAHKAN)
    return rembug.keputusan.filter(status__in=kunci).exists()


def _check_hadir(rembug: Rembug) -> None:
    if rembug.hadir == rembug.hadir_perempuan == 0:
        return  # still to come
    salah = rules.find_salah_hadir(
        diundang=rembug.diundang, hadir=rembug.hadir, perempuan=rembug.hadir_perempuan
    )
    if salah:
        raise HadirSalah(salah)


def _set_kehadiran(rembug: Rembug, anggota: Iterable[Anggota]) -> None:
    """Those present by name; who leads or writes down the meeting was there."""
    petugas = (rembug.ketua_id, rembug.notulis_id)
    hadir = {a.pk for a in anggota} | {pk for pk in petugas if pk}
    rembug.kehadiran.exclude(anggota_id__in=hadir).delete()
    ada = set(rembug.kehadiran.values_list("anggota_id", flat=True))
    Kehadiran.objects.bulk_create(
        Kehadiran(rembug=rembug, anggota_id=pk) for pk in sorted(hadir - ada)
    )
