"""Attendance: one append-only row for each thing that somebody said, whatever way it came."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from cms.accounts.models import User
from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.ketentuan.services import get_ketentuan
from cms.core.kiriman.services import run_once

from ...kursus.alur import HADIR
from ...peserta.models import Angkatan, Peserta
from ...peserta.services import sync_langkah
from .. import rules
from ..models import Kehadiran, Pertemuan
from ..selectors import read_catatan
from .galat import BukanPeserta, PertemuanBatal, StatusTidakAda
from .masuk import list_isi

JAM_SALAH = timedelta(minutes=10)  # a phone's clock may run ahead this much


def mark_hadir(
    *,
    pertemuan: Pertemuan,
    peserta: Peserta,
    status: str,
    cara: str,
    kunci: UUID,
    dicatat_pada: datetime,
    actor: User,
    alasan: str = "",
) -> Kehadiran:
    """Record somebody's attendance, once per `kunci`; the last row by `dicatat_pada` counts.

    Nothing is written over: who says something else adds a row. With `alasan` it is a correction,
    without one, of two people who differ, it is a conflict that the class page shows. Who may do it
    is asked by the caller. Raises PertemuanBatal, BukanPeserta, StatusTidakAda, KirimanBerbeda.
    """
    isi = {
        "pertemuan": str(pertemuan.uuid),
        "peserta": str(peserta.uuid),
        "status": status,
        "cara": cara,
        "dicatat_pada": dicatat_pada.isoformat(),
        "alasan": alasan,
    }
    jawaban = run_once(
        pelaku=str(actor.uuid),
        operasi="mark_hadir",
        kunci=kunci,
        isi=isi,
        kerja=lambda: _mark(pertemuan, peserta, status, cara, dicatat_pada, alasan, actor),
    )
    return Kehadiran.objects.get(uuid=jawaban["uuid"])


def _mark(pertemuan, peserta, status, cara, dicatat_pada, alasan, actor) -> dict:
    """Locks the learner, so that two who tap at once are seen one after the other."""
    if status not in Kehadiran.Status.values or cara not in Kehadiran.Cara.values:
        raise StatusTidakAda(status)
    if dicatat_pada > waktu.sekarang() + JAM_SALAH:
        raise StatusTidakAda(dicatat_pada)
    if pertemuan.batal_pada or pertemuan.angkatan.status == Angkatan.Status.BATAL:
        raise PertemuanBatal(pertemuan.pk)
    Peserta.objects.select_for_update(of=["self"], no_key=True).get(pk=peserta.pk)
    lama = list(pertemuan.kehadiran.filter(peserta=peserta).order_by("dicatat_pada", "id"))
    if not lama and not list_isi(pertemuan.angkatan).filter(pk=peserta.pk).exists():
        raise BukanPeserta(peserta.pk)
    if (sama := _find_sama(lama, status, alasan)) is not None:
        return {"uuid": str(sama.uuid)}
    baris = Kehadiran.objects.create(
        pertemuan=pertemuan,
        peserta=peserta,
        status=status,
        cara=cara,
        alasan=alasan,
        dicatat_pada=dicatat_pada,
        pencatat=actor,
    )
    tindakan = "correct_hadir" if lama else "mark_hadir"
    record_jejak(actor, tindakan, baris, sesudah={"status": status, "cara": cara})
    sync_langkah(peserta=peserta, asal=HADIR, actor=actor)
    return {"uuid": str(baris.uuid)}


def _find_sama(lama: list[Kehadiran], status: str, alasan: str) -> Kehadiran | None:
    """The row that says the same already and is not in dispute."""
    keadaan = rules.settle_catatan(read_catatan(lama))
    if keadaan is None or alasan or keadaan.bentrok or keadaan.catatan.status != status:
        return None
    return next(b for b in lama if b.pk == keadaan.catatan.nomor)


@transaction.atomic
def mark_hadir_sendiri(
    *, pertemuan: Pertemuan, peserta: Peserta, cara: str, kunci: UUID, actor: User
) -> Kehadiran:
    """A learner says "I am here" in the room; what was recorded already stays as it is.

    The caller has looked at QR or digits. Raises StatusTidakAda outside the hours, and what
    `mark_hadir` raises.
    """
    kini = waktu.sekarang()
    if not rules.is_terbuka(pertemuan.mulai, pertemuan.selesai, kini):
        raise StatusTidakAda(pertemuan.pk)
    lama = pertemuan.kehadiran.filter(peserta=peserta).order_by("dicatat_pada", "id")
    keadaan = rules.settle_catatan(read_catatan(lama))
    if keadaan and keadaan.catatan.status in rules.DATANG:
        return Kehadiran.objects.get(pk=keadaan.catatan.nomor)
    menit = get_ketentuan("pelatihan.terlambat_menit")
    return mark_hadir(
        pertemuan=pertemuan,
        peserta=peserta,
        status=rules.get_status_datang(pertemuan.mulai, kini, menit),
        cara=cara,
        kunci=kunci,
        dicatat_pada=kini,
        actor=actor,
    )


def get_rahasia() -> bytes:
    """The server's secret behind QR and digits."""
    return f"kelas:{settings.SECRET_KEY}".encode()
