"""People: entered, corrected, ended with a date and a reason; never deleted."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak, save_berubah
from cms.core.pagecache import raise_generation

from ..models import Anggota, Wilayah


class SudahBerakhir(Exception):
    """The person's entry ended or was merged: nothing of it changes any more."""


class BelumBerakhir(Exception):
    """There is nothing to take back."""


@transaction.atomic
def create_anggota(
    *,
    nama: str,
    actor: User | None = None,
    akun: User | None = None,
    jenis_kelamin: str = "",
    wilayah: Wilayah | None = None,
    telepon: str = "",
    surel: str = "",
) -> Anggota:
    """Enter a person."""
    anggota = Anggota(
        nama=nama,
        akun=akun,
        jenis_kelamin=jenis_kelamin,
        wilayah=wilayah,
        telepon=telepon,
        surel=surel,
    )
    anggota.full_clean()
    anggota.save()
    record_jejak(actor, "create_anggota", anggota)
    return anggota


@transaction.atomic
def update_anggota(*, anggota: Anggota, actor: User, **isi: Any) -> Anggota:
    """Correct what is written about a person. Raises SudahBerakhir, ValidationError."""
    anggota = lock_anggota(anggota)
    if anggota.berakhir_pada:
        raise SudahBerakhir(anggota.pk)
    save_berubah(actor, "update_anggota", anggota, isi)
    raise_generation()
    return anggota


@transaction.atomic
def end_anggota(*, anggota: Anggota, tanggal: date, alasan: str, actor: User) -> Anggota:
    """Moved away, died, does not take part any more: memberships and offices end the same day.

    The account, if any, is closed by itself (accounts). Raises SudahBerakhir.
    """
    anggota = lock_anggota(anggota)
    if anggota.berakhir_pada:
        raise SudahBerakhir(anggota.pk)
    anggota.berakhir_pada, anggota.alasan_berakhir = tanggal, alasan
    anggota.save(update_fields=["berakhir_pada", "alasan_berakhir"])
    berjalan = Q(sampai__isnull=True) | Q(sampai__gte=waktu.hari_ini(), sampai__gt=tanggal)
    for baris in (anggota.keanggotaan, anggota.jabatan):
        end_terbuka(baris.filter(berjalan), tanggal)
    record_jejak(actor, "end_anggota", anggota, sesudah={"tanggal": str(tanggal)})
    raise_generation()
    return anggota


@transaction.atomic
def resume_anggota(*, anggota: Anggota, actor: User) -> Anggota:
    """It was a mistake, or the person came back; memberships and offices are given anew.

    Raises BelumBerakhir, also for what was merged.
    """
    anggota = lock_anggota(anggota)
    if not anggota.berakhir_pada or anggota.digabung_ke_id:
        raise BelumBerakhir(anggota.pk)
    anggota.berakhir_pada, anggota.alasan_berakhir = None, ""
    anggota.save(update_fields=["berakhir_pada", "alasan_berakhir"])
    record_jejak(actor, "resume_anggota", anggota)
    return anggota


def lock_anggota(anggota: Anggota) -> Anggota:
    return Anggota.objects.select_for_update().get(pk=anggota.pk)


def end_terbuka(baris, tanggal: date) -> None:
    """Dated rows end on a day, but none before it began."""
    for satu in baris:
        satu.sampai = max(satu.dari, tanggal)
        satu.save(update_fields=["sampai"])
