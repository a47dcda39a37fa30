"""Asking, answering, correcting and withdrawing. Locks the lesson's discussion, then what is written."""

from uuid import UUID

from django.db import transaction

from cms.core import waktu
from cms.core.batas.services import Aturan, hit_batas
from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import run_once

from ...kursus.selectors import list_pelajaran_kunci
from ...peserta.models import Peserta
from .. import kabar, rules
from ..models import Diskusi, TulisanDiskusi, VersiTulisan

TANYA = Aturan("diskusi-tanya", jumlah=10, detik=60 * 60)
JAWAB = Aturan("diskusi-jawab", jumlah=40, detik=60 * 60)


class TulisanTidakSah(Exception):
    """Nothing was written, or too much."""


class PelajaranTidakAda(Exception):
    """The learner's release holds no such lesson."""


class DiskusiDitutup(Exception):
    """The discussion of this lesson is closed to learners."""


class TulisanTertutup(Exception):
    """What is hidden or withdrawn takes no answer, pin or correction."""


class TulisanTerkunci(Exception):
    """The time to correct is over, or somebody answered."""


class TerlaluSering(Exception):
    """Too much in an hour; the argument is how many seconds to wait."""


def ask_tanya(
    *, peserta: Peserta, pelajaran_kunci: UUID, teks: str, kunci: UUID, actor
) -> TulisanDiskusi:
    """Ask under a lesson. The same `kunci` with the same words is one question, and so are the same words
    within ten minutes.

    Raises TulisanTidakSah, PelajaranTidakAda, DiskusiDitutup, TerlaluSering, KirimanBerbeda.
    """
    bersih = _clean(teks)
    jawaban = run_once(
        pelaku=str(actor.uuid),
        operasi="ask_tanya",
        kunci=kunci,
        isi={"peserta": peserta.uuid, "pelajaran": pelajaran_kunci, "teks": bersih},
        kerja=lambda: _ask(peserta, pelajaran_kunci, bersih, kunci, actor),
    )
    return TulisanDiskusi.objects.get(uuid=jawaban["tulisan"])


def answer_tanya(
    *, tanya: TulisanDiskusi, teks: str, kunci: UUID, actor, peserta: Peserta | None = None
) -> TulisanDiskusi:
    """Answer a question, as `peserta` or, without one, as a facilitator. The same twice is one answer.

    Raises TulisanTidakSah, TulisanTertutup, DiskusiDitutup, TerlaluSering, KirimanBerbeda.
    """
    bersih = _clean(teks)
    jawaban = run_once(
        pelaku=str(actor.uuid),
        operasi="answer_tanya",
        kunci=kunci,
        isi={"tanya": tanya.uuid, "teks": bersih},
        kerja=lambda: _answer(tanya, bersih, kunci, actor, peserta),
    )
    return TulisanDiskusi.objects.get(uuid=jawaban["tulisan"])


def _clean(teks: str) -> str:
    bersih = rules.clean_tulisan(teks)
    if not rules.is_panjang_sah(bersih):
        raise TulisanTidakSah(len(bersih))
    return bersih


def _ask(peserta: Peserta, pelajaran_kunci: UUID, teks: str, kunci: UUID, actor) -> dict:
    if str(pelajaran_kunci) not in list_pelajaran_kunci(peserta.rilis):
        raise PelajaranTidakAda(pelajaran_kunci)
    ruang, _baru = Diskusi.objects.get_or_create(
        kursus_kunci=peserta.kursus_kunci, pelajaran_kunci=pelajaran_kunci
    )
    diskusi = lock_ruang(ruang.pk)
    if diskusi.ditutup_pada:
        raise DiskusiDitutup(diskusi)
    if sama := _find_kembar(actor, teks, diskusi=diskusi, induk=None):
        return {"tulisan": str(sama.uuid)}
    count_batas(TANYA, actor)
    satu = _create(diskusi, None, teks, kunci, actor, peserta)
    record_jejak(actor, "ask_tanya", satu)
    kabar.tell_tanya(satu)
    return {"tulisan": str(satu.uuid)}


def _answer(tanya: TulisanDiskusi, teks: str, kunci: UUID, actor, peserta: Peserta | None) -> dict:
    diskusi = lock_ruang(tanya.diskusi_id)
    tanya = lock_tulisan(tanya.pk)
    if tanya.ditarik_pada or tanya.disembunyikan_pada or tanya.induk_id:
        raise TulisanTertutup(tanya)
    if diskusi.ditutup_pada and peserta:
        raise DiskusiDitutup(diskusi)
    if sama := _find_kembar(actor, teks, diskusi=diskusi, induk=tanya):
        return {"tulisan": str(sama.uuid)}
    count_batas(JAWAB, actor)
    satu = _create(diskusi, tanya, teks, kunci, actor, peserta)
    record_jejak(actor, "answer_tanya", satu, sesudah={"tanya": str(tanya.uuid)})
    kabar.tell_jawab(satu, tanya)
    return {"tulisan": str(satu.uuid)}


def lock_ruang(pk: int) -> Diskusi:
    return Diskusi.objects.select_for_update().get(pk=pk)


def lock_tulisan(pk: int) -> TulisanDiskusi:
    semua = TulisanDiskusi.objects.select_for_update(of=("self",))
    return semua.select_related("diskusi", "penulis", "peserta__anggota", "peserta__rilis").get(
        pk=pk
    )


def count_batas(aturan: Aturan, actor) -> None:
    hasil = hit_batas(aturan, str(actor.pk))
    if not hasil.boleh:
        raise TerlaluSering(hasil.tunggu_detik)


def _find_kembar(actor, teks: str, **di) -> TulisanDiskusi | None:
    """The same words of the same author in the same place a moment ago: a second press, or two tabs."""
    sejak = waktu.sekarang() - rules.KEMBAR
    baru = TulisanDiskusi.objects.filter(
        **di, penulis=actor, dibuat_pada__gt=sejak, ditarik_pada__isnull=True
    )
    return next((satu for satu in baru.order_by("-pk") if get_teks(satu) == teks), None)


def get_teks(satu: TulisanDiskusi) -> str:
    """The words that count."""
    return satu.versi.order_by("nomor").values_list("teks", flat=True).last() or ""


def _create(
    diskusi: Diskusi, induk: TulisanDiskusi | None, teks: str, kunci: UUID, actor, peserta
) -> TulisanDiskusi:
    sebagai = TulisanDiskusi.Sebagai
    satu = TulisanDiskusi.objects.create(
        diskusi=diskusi,
        induk=induk,
        penulis=actor,
        peserta=peserta,
        sebagai=sebagai.PESERTA if peserta else sebagai.FASILITATOR,
        kunci=kunci,
        dibuat_pada=waktu.sekarang(),
    )
    VersiTulisan.objects.create(tulisan=satu, nomor=1, teks=teks, saat=satu.dibuat_pada)
    return satu


@transaction.atomic
def correct_tulisan(*, tulisan: TulisanDiskusi, teks: str, actor) -> TulisanDiskusi:
    """Correct one's own words within fifteen minutes, a question only while nobody answered.

    The words before are kept; the same words change nothing. Raises TulisanTidakSah, TulisanTertutup,
    TulisanTerkunci, TerlaluSering.
    """
    bersih = _clean(teks)
    lock_ruang(tulisan.diskusi_id)
    satu = lock_tulisan(tulisan.pk)
    if satu.ditarik_pada or satu.disembunyikan_pada:
        raise TulisanTertutup(satu)
    if get_teks(satu) == bersih:
        return satu
    berjawab = satu.jawaban.filter(ditarik_pada__isnull=True).exists()
    if berjawab or satu.disematkan_pada or not _is_baru(satu):
        raise TulisanTerkunci(satu)
    count_batas(JAWAB, actor)
    nomor = satu.versi.count() + 1
    VersiTulisan.objects.create(tulisan=satu, nomor=nomor, teks=bersih, saat=waktu.sekarang())
    record_jejak(actor, "correct_tulisan", satu, sesudah={"nomor": nomor})
    return satu


def _is_baru(satu: TulisanDiskusi) -> bool:
    return rules.may_correct(satu.dibuat_pada, waktu.sekarang())


@transaction.atomic
def withdraw_tulisan(*, tulisan: TulisanDiskusi, actor) -> TulisanDiskusi:
    """Take one's own words back for good; answers of others stay. Twice is once."""
    satu = lock_tulisan(tulisan.pk)
    if satu.ditarik_pada:
        return satu
    satu.ditarik_pada = waktu.sekarang()
    satu.disematkan_pada = satu.disematkan_oleh = None
    satu.save(update_fields=["ditarik_pada", "disematkan_pada", "disematkan_oleh"])
    record_jejak(actor, "withdraw_tulisan", satu)
    return satu
