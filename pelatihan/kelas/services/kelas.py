"""A class is made, changed, ended or cancelled."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak, save_berubah
from cms.core.pagecache import raise_generation
from cms.komunitas.models import Anggota

from ...kursus.selectors import get_rilis_terbaru
from ...peserta.models import Angkatan, Pengampu
from ...peserta.services import KursusBelumTerbit, assign_pengampu, end_pengampu
from ..models import DaftarTunggu, Permohonan, make_kode_undangan
from .masuk import lock_terbuka, promote_tunggu
from .pesan import list_anggota_kelas, tell_anggota


@transaction.atomic
def create_angkatan(
    *, kursus_kunci: UUID, pengampu: Iterable[Anggota] = (), actor=None, **isi: Any
) -> Angkatan:
    """A new class of a published course, with who leads it.

    `isi` are the fields of Angkatan. Raises KursusBelumTerbit, ValidationError.
    """
    if get_rilis_terbaru(kursus_kunci) is None:
        raise KursusBelumTerbit(kursus_kunci)
    angkatan = Angkatan(kursus_kunci=kursus_kunci, **isi)
    angkatan.full_clean()
    angkatan.save()
    record_jejak(actor, "create_angkatan", angkatan)
    _set_pengampu(angkatan, pengampu, actor)
    raise_generation()
    return angkatan


@transaction.atomic
def update_angkatan(
    *, angkatan: Angkatan, pengampu: Iterable[Anggota] | None = None, actor=None, **isi: Any
) -> Angkatan:
    """Change a class; more places are given to those who wait. Fewer places put nobody out.

    Raises AngkatanTutup, ValidationError.
    """
    angkatan = lock_terbuka(angkatan)
    save_berubah(actor, "update_angkatan", angkatan, isi)
    if pengampu is not None:
        _set_pengampu(angkatan, pengampu, actor)
    promote_tunggu(angkatan=angkatan, actor=actor)
    raise_generation()
    return angkatan


def _set_pengampu(angkatan: Angkatan, pengampu: Iterable[Anggota], actor) -> None:
    """These lead the class from today on; rows of others end today."""
    baru = {satu.pk: satu for satu in pengampu}
    terbuka = Pengampu.objects.filter(angkatan=angkatan, sampai__isnull=True)
    for baris in terbuka.exclude(anggota__in=baru):
        kemarin = waktu.hari_ini() - date.resolution
        end_pengampu(pengampu=baris, sampai=max(baris.dari, kemarin), actor=actor)
    sudah = set(terbuka.values_list("anggota_id", flat=True))
    for pk in baru.keys() - sudah:
        assign_pengampu(
            kursus_kunci=angkatan.kursus_kunci, anggota=baru[pk], angkatan=angkatan, actor=actor
        )


@transaction.atomic
def make_kode(*, angkatan: Angkatan, actor=None) -> str:
    """A fresh invitation code of a class; the former one is worth nothing any more."""
    angkatan = lock_terbuka(angkatan)
    angkatan.kode_undangan = make_kode_undangan()
    angkatan.save(update_fields=["kode_undangan"])
    record_jejak(actor, "make_kode", angkatan)
    return angkatan.kode_undangan


@transaction.atomic
def end_angkatan(*, angkatan: Angkatan, actor=None) -> Angkatan:
    """The class is over; learners keep their course. Raises AngkatanTutup."""
    angkatan = _close(angkatan, Angkatan.Status.SELESAI, "", actor)
    tell_anggota(
        angkatan,
        list_anggota_kelas(angkatan),
        _("The class %(nama)s has ended") % {"nama": angkatan.nama},
        _("Thank you for taking part. Your lessons and marks stay with you."),
    )
    return angkatan


@transaction.atomic
def cancel_angkatan(*, angkatan: Angkatan, alasan: str, actor=None) -> Angkatan:
    """The class does not take place; who is in it or waits is told why. Raises AngkatanTutup."""
    nanti = [t.anggota for t in angkatan.tunggu.filter(status=DaftarTunggu.Status.MENUNGGU)]
    nanti += [p.anggota for p in angkatan.permohonan.filter(status__in=Permohonan.TERBUKA)]
    angkatan = _close(angkatan, Angkatan.Status.BATAL, alasan, actor)
    tell_anggota(
        angkatan,
        {a.pk: a for a in [*list_anggota_kelas(angkatan), *nanti]}.values(),
        _("The class %(nama)s is cancelled") % {"nama": angkatan.nama},
        _("Reason: %(alasan)s. You can still learn on your own.") % {"alasan": alasan},
    )
    return angkatan


def _close(angkatan: Angkatan, status: str, alasan: str, actor) -> Angkatan:
    angkatan = lock_terbuka(angkatan)
    kini = waktu.sekarang()
    angkatan.status, angkatan.berakhir_pada, angkatan.alasan_batal = status, kini, alasan
    angkatan.save(update_fields=["status", "berakhir_pada", "alasan_batal"])
    terbuka = angkatan.tunggu.filter(status=DaftarTunggu.Status.MENUNGGU)
    terbuka.update(status=DaftarTunggu.Status.KELUAR, selesai_pada=kini)
    mohon = angkatan.permohonan.filter(status__in=Permohonan.TERBUKA)
    mohon.update(status=Permohonan.Status.DITARIK, selesai_pada=kini)
    record_jejak(actor, f"close_angkatan_{status}", angkatan)
    raise_generation()
    return angkatan
