"""Groups and who is in them."""

from datetime import date
from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak, save_berubah

from ..models import Anggota, Keanggotaan, Ksm, Wilayah
from .anggota import SudahBerakhir, end_terbuka


class SudahKeluar(Exception):
    """The membership ended before."""


class SebelumBerdiri(Exception):
    """Nobody joins a group before it was founded."""


class TanggalSebelumDari(Exception):
    """A membership cannot end before it began, nor a group before its members came."""


@transaction.atomic
def create_ksm(
    *, nama: str, berdiri_pada: date, wilayah: Wilayah | None = None, actor: User | None = None
) -> Ksm:
    """Enter a self-help group."""
    ksm = Ksm(nama=nama, berdiri_pada=berdiri_pada, wilayah=wilayah)
    ksm.full_clean()
    ksm.save()
    record_jejak(actor, "create_ksm", ksm)
    return ksm


@transaction.atomic
def join_ksm(
    *,
    ksm: Ksm,
    anggota: Anggota,
    dari: date,
    tugas: str = Keanggotaan.Tugas.ANGGOTA,
    actor: User | None = None,
) -> Keanggotaan:
    """Let a person join a group. Raises SudahBerakhir, SebelumBerdiri, ValidationError."""
    ksm = lock_ksm(ksm)
    if ksm.berakhir_pada:
        raise SudahBerakhir(ksm.pk)
    if dari < ksm.berdiri_pada:
        raise SebelumBerdiri(ksm.pk)
    baris = Keanggotaan(ksm=ksm, anggota=anggota, tugas=tugas, dari=dari)
    baris.full_clean()
    baris.save()
    record_jejak(actor, "join_ksm", baris)
    return baris


@transaction.atomic
def update_ksm(*, ksm: Ksm, actor: User, **isi: Any) -> Ksm:
    """Correct what is written about a group. Raises SudahBerakhir, SebelumBerdiri, ValidationError."""
    ksm = lock_ksm(ksm)
    if ksm.berakhir_pada:
        raise SudahBerakhir(ksm.pk)
    save_berubah(actor, "update_ksm", ksm, isi)
    return ksm


@transaction.atomic
def end_ksm(*, ksm: Ksm, tanggal: date, alasan: str, actor: User) -> Ksm:
    """A group dissolves; its memberships end the same day. Raises SudahBerakhir."""
    ksm = lock_ksm(ksm)
    if ksm.berakhir_pada:
        raise SudahBerakhir(ksm.pk)
    ksm.berakhir_pada, ksm.alasan_berakhir = tanggal, alasan
    ksm.save(update_fields=["berakhir_pada", "alasan_berakhir"])
    end_terbuka(ksm.keanggotaan.filter(sampai__isnull=True), tanggal)
    record_jejak(actor, "end_ksm", ksm, sesudah={"tanggal": str(tanggal)})
    return ksm


@transaction.atomic
def leave_ksm(*, keanggotaan: Keanggotaan, tanggal: date, actor: User) -> Keanggotaan:
    """A person leaves a group. Raises SudahKeluar, TanggalSebelumDari."""
    keanggotaan = _lock_terbuka(keanggotaan)
    if tanggal < keanggotaan.dari:
        raise TanggalSebelumDari(keanggotaan.pk)
    keanggotaan.sampai = tanggal
    keanggotaan.save(update_fields=["sampai"])
    record_jejak(actor, "leave_ksm", keanggotaan, sesudah={"sampai": str(tanggal)})
    return keanggotaan


@transaction.atomic
def change_tugas(*, keanggotaan: Keanggotaan, tugas: str, actor: User) -> Keanggotaan:
    """From today a member holds another office in the group; the old row keeps what was.

    Raises SudahKeluar, ValidationError (somebody else holds that office).
    """
    lama = _lock_terbuka(keanggotaan)
    hari = waktu.hari_ini()
    if lama.dari == hari:
        baru = lama
        baru.tugas = tugas
    else:
        lama.sampai = hari
        lama.save(update_fields=["sampai"])
        baru = Keanggotaan(ksm=lama.ksm, anggota=lama.anggota, tugas=tugas, dari=hari)
    baru.full_clean()
    baru.save()
    record_jejak(actor, "change_tugas", baru, sesudah={"tugas": tugas})
    return baru


def lock_ksm(ksm: Ksm) -> Ksm:
    return Ksm.objects.select_for_update().get(pk=ksm.pk)


def _lock_terbuka(keanggotaan: Keanggotaan) -> Keanggotaan:
    lock_ksm(keanggotaan.ksm)
    keanggotaan = Keanggotaan.objects.select_related("ksm", "anggota").get(pk=keanggotaan.pk)
    if keanggotaan.sampai:
        raise SudahKeluar(keanggotaan.pk)
    return keanggotaan
