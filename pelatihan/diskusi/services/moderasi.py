"""Pinning, hiding, reporting and closing: what keeps a discussion useful and kind."""

from django.db import transaction

from cms.core import waktu
from cms.core.batas.services import Aturan
from cms.core.jejak.services import record_jejak

from .. import kabar, rules
from ..models import Diskusi, LaporanTulisan, TulisanDiskusi
from .tulis import TulisanTertutup, count_batas, lock_ruang, lock_tulisan

LAPOR = Aturan("diskusi-lapor", jumlah=20, detik=60 * 60)


class BukanJawaban(Exception):
    """Only an answer is pinned."""


class PerluAlasan(Exception):
    """Who hides, reports or closes says why, in at most 300 letters."""


class TulisanSendiri(Exception):
    """Nobody hides, shows or reports their own words, nor pins what they wrote as a learner."""


def _clean_alasan(alasan: str) -> str:
    bersih = rules.clean_tulisan(alasan)
    if not 0 < len(bersih) <= rules.PANJANG_ALASAN:
        raise PerluAlasan(len(bersih))
    return bersih


def _check_orang_lain(satu: TulisanDiskusi, actor) -> None:
    if satu.penulis_id == actor.pk:
        raise TulisanSendiri(satu)


@transaction.atomic
def pin_jawaban(*, jawaban: TulisanDiskusi, actor) -> TulisanDiskusi:
    """Mark the good answer; it replaces the one that was. Locks the question first, so two never win.

    Raises BukanJawaban, TulisanTertutup, TulisanSendiri.
    """
    if jawaban.induk_id is None:
        raise BukanJawaban(jawaban)
    tanya = lock_tulisan(jawaban.induk_id)
    satu = lock_tulisan(jawaban.pk)
    if satu.disematkan_pada:
        return satu
    if satu.sebagai == TulisanDiskusi.Sebagai.PESERTA:
        _check_orang_lain(satu, actor)
    tutup = tanya.ditarik_pada or tanya.disembunyikan_pada
    if tutup or satu.ditarik_pada or satu.disembunyikan_pada:
        raise TulisanTertutup(satu)
    lama = tanya.jawaban.filter(disematkan_pada__isnull=False).first()
    if lama:
        _unpin(lama)
    satu.disematkan_pada, satu.disematkan_oleh = waktu.sekarang(), actor
    satu.save(update_fields=["disematkan_pada", "disematkan_oleh"])
    sebelum = {"disematkan": str(lama.uuid)} if lama else None
    record_jejak(actor, "pin_jawaban", satu, sebelum=sebelum)
    return satu


@transaction.atomic
def unpin_jawaban(*, jawaban: TulisanDiskusi, actor) -> TulisanDiskusi:
    """Take the mark away; nothing happens where there is none."""
    satu = lock_tulisan(jawaban.pk)
    if satu.disematkan_pada:
        _unpin(satu)
        record_jejak(actor, "unpin_jawaban", satu)
    return satu


def _unpin(satu: TulisanDiskusi) -> None:
    satu.disematkan_pada = satu.disematkan_oleh = None
    satu.save(update_fields=["disematkan_pada", "disematkan_oleh"])


@transaction.atomic
def hide_tulisan(*, tulisan: TulisanDiskusi, alasan: str, actor) -> TulisanDiskusi:
    """Hide words from all but their author and who keeps order, with a reason that the author reads.

    Open reports count as looked at. Raises PerluAlasan, TulisanSendiri, TulisanTertutup.
    """
    bersih = _clean_alasan(alasan)
    satu = lock_tulisan(tulisan.pk)
    _check_orang_lain(satu, actor)
    if satu.ditarik_pada:
        raise TulisanTertutup(satu)
    if satu.disembunyikan_pada:
        return satu
    satu.disembunyikan_pada, satu.disembunyikan_oleh = waktu.sekarang(), actor
    satu.alasan_sembunyi = bersih
    satu.disematkan_pada = satu.disematkan_oleh = None
    satu.save()
    _settle_laporan(satu, actor)
    jejak = record_jejak(actor, "hide_tulisan", satu)
    kabar.tell_sembunyi(satu, jejak.uuid)
    return satu


@transaction.atomic
def show_tulisan(*, tulisan: TulisanDiskusi, actor) -> TulisanDiskusi:
    """Show hidden words again. Raises TulisanSendiri."""
    satu = lock_tulisan(tulisan.pk)
    _check_orang_lain(satu, actor)
    if satu.disembunyikan_pada:
        satu.disembunyikan_pada = satu.disembunyikan_oleh = None
        satu.alasan_sembunyi = ""
        satu.save()
        jejak = record_jejak(actor, "show_tulisan", satu)
        kabar.tell_tampil(satu, jejak.uuid)
    return satu


@transaction.atomic
def report_tulisan(*, tulisan: TulisanDiskusi, alasan: str, actor) -> LaporanTulisan:
    """Say that something does not belong there; once per person. Raises PerluAlasan, TulisanSendiri,
    TulisanTertutup, TerlaluSering."""
    bersih = _clean_alasan(alasan)
    satu = lock_tulisan(tulisan.pk)
    _check_orang_lain(satu, actor)
    if lama := LaporanTulisan.objects.filter(tulisan=satu, pelapor=actor).first():
        return lama
    if satu.ditarik_pada or satu.disembunyikan_pada:
        raise TulisanTertutup(satu)
    count_batas(LAPOR, actor)
    laporan = LaporanTulisan.objects.create(
        tulisan=satu, pelapor=actor, alasan=bersih, saat=waktu.sekarang()
    )
    record_jejak(actor, "report_tulisan", satu)
    kabar.tell_laporan(laporan)
    return laporan


@transaction.atomic
def dismiss_laporan(*, tulisan: TulisanDiskusi, actor) -> int:
    """Look at the reports of a text and leave it as it is; gives how many were open.

    Raises TulisanSendiri.
    """
    satu = lock_tulisan(tulisan.pk)
    _check_orang_lain(satu, actor)
    banyak = _settle_laporan(satu, actor)
    if banyak:
        record_jejak(actor, "dismiss_laporan", satu, sesudah={"laporan": banyak})
    return banyak


def _settle_laporan(satu: TulisanDiskusi, actor) -> int:
    terbuka = satu.laporan.filter(ditinjau_pada__isnull=True)
    return terbuka.update(ditinjau_pada=waktu.sekarang(), ditinjau_oleh=actor)


@transaction.atomic
def lock_diskusi(*, diskusi: Diskusi, alasan: str, actor) -> Diskusi:
    """Close a lesson's discussion to learners, with a reason that they read. Raises PerluAlasan."""
    bersih = _clean_alasan(alasan)
    ruang = lock_ruang(diskusi.pk)
    if ruang.ditutup_pada is None:
        ruang.ditutup_pada, ruang.ditutup_oleh = waktu.sekarang(), actor
        ruang.alasan_tutup = bersih
        ruang.save()
        record_jejak(actor, "lock_diskusi", ruang)
    return ruang


@transaction.atomic
def unlock_diskusi(*, diskusi: Diskusi, actor) -> Diskusi:
    """Open it again."""
    ruang = lock_ruang(diskusi.pk)
    if ruang.ditutup_pada:
        ruang.ditutup_pada = ruang.ditutup_oleh = None
        ruang.alasan_tutup = ""
        ruang.save()
        record_jejak(actor, "unlock_diskusi", ruang)
    return ruang
