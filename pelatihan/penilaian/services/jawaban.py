"""Answering, one by one."""

from uuid import UUID, uuid4

from django.db import transaction

from cms.core import waktu
from cms.core.sisip import insert_once

from .. import rules
from ..capaian import find_soal, is_langsung, list_jawaban
from ..models import Jawaban, Percobaan
from .galat import JawabanTetap, JawabanTidakSah, SoalTidakAda, SudahDikumpulkan, WaktuHabis
from .gembok import lock_percobaan


@transaction.atomic
def give_jawaban(*, percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID) -> Jawaban:
    """Store one answer as given and mark it. The same submission twice, or the same answer again, is one row.

    A page shown again by the back button carries an old `kunci` with a new answer: that is a new row.
    Answers are their own trail, so no Jejak is written. Locks the attempt.
    Raises SudahDikumpulkan, WaktuHabis, SoalTidakAda, JawabanTidakSah, JawabanTetap.
    """
    return give_jawaban_terkunci(
        percobaan=lock_percobaan(percobaan), soal_kunci=soal_kunci, isi=isi, kunci=kunci
    )


def give_jawaban_terkunci(
    *, percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID
) -> Jawaban:
    """The same for an attempt that this transaction has locked. Mostly nothing was answered before:
    then it is one statement, and earlier answers are read only where there are any."""
    if percobaan.selesai_pada:
        raise SudahDikumpulkan(percobaan)
    if percobaan.is_habis(waktu.sekarang()):
        raise WaktuHabis(percobaan)
    satu = _build(percobaan, soal_kunci, isi, kunci)
    if insert_once(satu, "percobaan", "soal_kunci"):
        return satu
    return _give_lagi(satu)


def _build(percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID) -> Jawaban:
    soal = find_soal(percobaan, soal_kunci)
    if soal is None:
        raise SoalTidakAda(soal_kunci)
    if not rules.is_sah(soal["jenis"], soal["isi"], isi):
        raise JawabanTidakSah(soal_kunci)
    return Jawaban(
        percobaan=percobaan,
        soal_kunci=soal_kunci,
        kunci=kunci,
        isi=isi,
        nilai_bp=rules.mark_jawaban(soal["jenis"], soal["isi"], isi),
    )


def _give_lagi(satu: Jawaban) -> Jawaban:
    """An answer to a question that was answered before."""
    lama = [j for j in list_jawaban(satu.percobaan) if j.soal_kunci == satu.soal_kunci]
    sama = next((j for j in lama if j.kunci == satu.kunci), None)
    if sama and sama.isi == satu.isi:
        return sama
    if lama[-1].isi == satu.isi:
        return lama[-1]
    if is_langsung(satu.percobaan):
        raise JawabanTetap(satu.soal_kunci)
    if sama:
        satu.kunci = uuid4()
    satu.save(force_insert=True)
    return satu
