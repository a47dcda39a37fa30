"""Enrolment and leaving; who facilitates a course."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.komunitas.models import Anggota
from cms.komunitas.penggabungan import move
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ...kursus.selectors import get_rilis_terbaru
from ..models import Angkatan, Pengampu, Peserta
from ..selectors import list_syarat_kurang


class KursusBelumTerbit(Exception):
    """The course has no release to learn by."""


SesudahKeluar = Callable[..., None]
_sesudah_keluar: list[SesudahKeluar] = []


def register_sesudah_keluar(kerja: SesudahKeluar) -> None:
    """`kerja(angkatan=, actor=)` runs in the same transaction whenever a place in a class gets free."""
    if kerja not in _sesudah_keluar:
        _sesudah_keluar.append(kerja)


class KursusPrasyarat(Exception):
    """Other courses come first; the arguments are their keys."""


class SudahBerakhir(Exception):
    """The learner has left the course."""


@transaction.atomic
def enroll_peserta(
    *, anggota: Anggota, kursus_kunci: UUID, actor=None, tanpa_syarat: bool = False
) -> Peserta:
    """Enrol a person by the newest release; who learns or has completed it keeps their place.

    Locks the person, so that two clicks make one learner. `tanpa_syarat`: who may enrol others lets them
    in without the courses that come before. Raises KursusBelumTerbit, KursusPrasyarat.
    """
    Anggota.objects.select_for_update().get(pk=anggota.pk)
    lama = Peserta.objects.filter(anggota=anggota, kursus_kunci=kursus_kunci)
    if ada := lama.exclude(status=Peserta.Status.BERHENTI).first():
        return ada
    rilis = get_rilis_terbaru(kursus_kunci)
    if rilis is None:
        raise KursusBelumTerbit(kursus_kunci)
    if not tanpa_syarat and (kurang := list_syarat_kurang(anggota, rilis)):
        raise KursusPrasyarat(*kurang)
    peserta = Peserta.objects.create(
        anggota=anggota, kursus_kunci=kursus_kunci, rilis=rilis, didaftarkan_oleh=actor
    )
    record_jejak(actor, "enroll_peserta", peserta, sesudah={"rilis": rilis.nomor})
    queue_pesan(
        "peserta_terdaftar",
        kunci=f"peserta:{peserta.uuid}",
        penerima=[get_penerima(anggota)],
        judul=_("You are enrolled: %(judul)s") % {"judul": rilis.judul},
        isi=_("You can learn on your phone whenever you have time. Your progress is kept."),
        tautan=reverse("pelatihan:show_kursus", args=[peserta.uuid]),
    )
    return peserta


@transaction.atomic
def leave_peserta(*, peserta: Peserta, alasan: str, actor=None) -> Peserta:
    """Let a learner leave; what they did stays. Locks the class, then the learner.

    Raises SudahBerakhir.
    """
    angkatan = lock_angkatan(peserta.angkatan_id)
    peserta = Peserta.objects.select_for_update(no_key=True).get(pk=peserta.pk)
    if peserta.status != Peserta.Status.AKTIF:
        raise SudahBerakhir(peserta)
    peserta.status = Peserta.Status.BERHENTI
    peserta.berakhir_pada = waktu.sekarang()
    peserta.alasan_berhenti = alasan
    peserta.save(update_fields=["status", "berakhir_pada", "alasan_berhenti"])
    record_jejak(actor, "leave_peserta", peserta)
    if angkatan:
        tell_sesudah_keluar(angkatan, actor)
    return peserta


def lock_angkatan(pk: int | None) -> Angkatan | None:
    """The class, locked, so that its places are counted by one at a time."""
    return Angkatan.objects.select_for_update().get(pk=pk) if pk else None


def tell_sesudah_keluar(angkatan: Angkatan, actor) -> None:
    for kerja in _sesudah_keluar:
        kerja(angkatan=angkatan, actor=actor)


@transaction.atomic
def assign_pengampu(
    *,
    kursus_kunci: UUID,
    anggota: Anggota,
    dari: date | None = None,
    angkatan: Angkatan | None = None,
    actor=None,
) -> Pengampu:
    """Let a person facilitate a course, or only one class of it, from a date on."""
    mulai = dari or waktu.hari_ini()
    baris = Pengampu(kursus_kunci=kursus_kunci, anggota=anggota, dari=mulai, angkatan=angkatan)
    baris.full_clean()
    baris.save()
    record_jejak(actor, "assign_pengampu", baris)
    return baris


@transaction.atomic
def end_pengampu(*, pengampu: Pengampu, sampai: date, actor=None) -> Pengampu:
    """Let it end on a date (inclusive); the row stays."""
    pengampu = Pengampu.objects.select_for_update().get(pk=pengampu.pk)
    pengampu.sampai = max(sampai, pengampu.dari)
    pengampu.save(update_fields=["sampai"])
    record_jejak(actor, "end_pengampu", pengampu, sesudah={"sampai": str(pengampu.sampai)})
    return pengampu


def move_peserta(bidang, *, dari: Anggota, ke: Anggota, actor) -> None:
    """Of one person entered twice: in a course that both take, the entry that stays goes on."""
    kursus = Peserta.objects.filter(anggota=ke).exclude(status=Peserta.Status.BERHENTI)
    ganda = Peserta.objects.filter(
        anggota=dari,
        status=Peserta.Status.AKTIF,
        kursus_kunci__in=kursus.values("kursus_kunci"),
    )
    for peserta in ganda:
        leave_peserta(peserta=peserta, alasan=_("Entered twice"), actor=actor)
    move(bidang, dari=dari, ke=ke, actor=actor)
