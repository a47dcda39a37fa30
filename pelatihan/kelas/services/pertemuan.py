"""Sessions of a class."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak, save_berubah
from cms.core.pagecache import raise_generation
from cms.core.tulisan import format_jam, format_tanggal

from ...peserta.models import Angkatan
from ..models import Pertemuan
from .galat import PertemuanBatal
from .masuk import lock_terbuka
from .pesan import list_anggota_kelas, tell_anggota


@transaction.atomic
def create_pertemuan(*, angkatan: Angkatan, actor=None, **isi: Any) -> Pertemuan:
    """A session; without a place of its own it meets where the class does.

    Raises AngkatanTutup, ValidationError.
    """
    angkatan = lock_terbuka(angkatan)
    pertemuan = Pertemuan(angkatan=angkatan, **isi)
    pertemuan.full_clean()
    pertemuan.save()
    record_jejak(actor, "create_pertemuan", pertemuan)
    raise_generation()
    return pertemuan


@transaction.atomic
def update_pertemuan(*, pertemuan: Pertemuan, actor=None, **isi: Any) -> Pertemuan:
    """Change a session; learners are told when it moves to another time or place.

    Raises PertemuanBatal, AngkatanTutup, ValidationError.
    """
    pertemuan = _lock(pertemuan)
    lama = (pertemuan.mulai, pertemuan.selesai, pertemuan.tempat)
    if not save_berubah(actor, "update_pertemuan", pertemuan, isi):
        return pertemuan
    _raise_urutan(pertemuan)
    if lama != (pertemuan.mulai, pertemuan.selesai, pertemuan.tempat):
        _tell(pertemuan, _("A session has moved: %(judul)s"), _("It is now %(kapan)s, %(tempat)s."))
    raise_generation()
    return pertemuan


@transaction.atomic
def cancel_pertemuan(*, pertemuan: Pertemuan, alasan: str, actor=None) -> Pertemuan:
    """A session does not take place; learners are told. Raises PertemuanBatal, AngkatanTutup."""
    pertemuan = _lock(pertemuan)
    pertemuan.batal_pada, pertemuan.alasan_batal = waktu.sekarang(), alasan
    pertemuan.save(update_fields=["batal_pada", "alasan_batal"])
    _raise_urutan(pertemuan)
    record_jejak(actor, "cancel_pertemuan", pertemuan)
    _tell(pertemuan, _("A session is called off: %(judul)s"), _("Reason: %(alasan)s."))
    raise_generation()
    return pertemuan


def _lock(pertemuan: Pertemuan) -> Pertemuan:
    lock_terbuka(pertemuan.angkatan)
    pertemuan = Pertemuan.objects.select_for_update(of=["self"]).get(pk=pertemuan.pk)
    if pertemuan.batal_pada:
        raise PertemuanBatal(pertemuan.pk)
    return pertemuan


def _raise_urutan(pertemuan: Pertemuan) -> None:
    """Calendars take a change only with a higher number."""
    pertemuan.urutan_ubah += 1
    pertemuan.diubah_pada = waktu.sekarang()
    pertemuan.save(update_fields=["urutan_ubah", "diubah_pada"])


def _tell(pertemuan: Pertemuan, judul: str, isi: str) -> None:
    angkatan = pertemuan.angkatan
    kata = {
        "judul": pertemuan.judul,
        "alasan": pertemuan.alasan_batal,
        "kapan": describe_saat(pertemuan.mulai),
        "tempat": pertemuan.tempat or angkatan.tempat,
    }
    tell_anggota(angkatan, list_anggota_kelas(angkatan), judul % kata, isi % kata)


def describe_saat(saat: datetime) -> str:
    """Selasa, 24 November 2026, 09.00 WIB."""
    lokal = waktu.ke_wib(saat)
    return f"{format_tanggal(lokal.date(), 'hari')}, {format_jam(lokal)}"
