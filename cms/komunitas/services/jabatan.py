"""Offices of the BKM: the organisation page shows who holds them today."""

from datetime import date
from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core.jejak.services import record_jejak, save_berubah
from cms.core.pagecache import raise_generation

from ..models import Anggota, Jabatan


class JabatanSendiri(Exception):
    """Nobody gives an office to themselves."""


class SebelumMulai(Exception):
    """An office cannot end before it began."""


@transaction.atomic
def give_jabatan(
    *,
    anggota: Anggota,
    unit: str,
    jabatan: str,
    dari: date,
    sampai: date | None = None,
    urutan: int = 0,
    actor: User | None = None,
) -> Jabatan:
    """Give a person an office for a time. Raises JabatanSendiri, ValidationError."""
    if actor and anggota.akun_id == actor.pk:
        raise JabatanSendiri(anggota.pk)
    baris = Jabatan(
        anggota=anggota, unit=unit, jabatan=jabatan, dari=dari, sampai=sampai, urutan=urutan
    )
    baris.full_clean()
    baris.save()
    record_jejak(actor, "give_jabatan", baris)
    raise_generation()
    return baris


@transaction.atomic
def update_jabatan(*, baris: Jabatan, actor: User, **isi: Any) -> Jabatan:
    """Correct how an office is written: its name, unit, order and dates. Raises ValidationError."""
    baris = _lock(baris)
    save_berubah(actor, "update_jabatan", baris, isi)
    raise_generation()
    return baris


@transaction.atomic
def end_jabatan(*, jabatan: Jabatan, tanggal: date, actor: User) -> Jabatan:
    """The office ends on this day (inclusive). Raises SebelumMulai."""
    jabatan = _lock(jabatan)
    if tanggal < jabatan.dari:
        raise SebelumMulai(jabatan.pk)
    jabatan.sampai = tanggal
    jabatan.save(update_fields=["sampai"])
    record_jejak(actor, "end_jabatan", jabatan, sesudah={"sampai": str(tanggal)})
    raise_generation()
    return jabatan


def _lock(jabatan: Jabatan) -> Jabatan:
    return Jabatan.objects.select_for_update().get(pk=jabatan.pk)
