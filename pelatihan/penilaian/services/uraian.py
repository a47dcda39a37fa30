"""Marks that a person gives to essays."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from cms.core.jejak.services import record_jejak

from .. import rules
from ..capaian import find_soal
from ..models import NilaiUraian, Percobaan
from .galat import BelumDikumpulkan, NilaiSendiri, PoinTidakSah, SoalTidakAda
from .gembok import lock_percobaan
from .selesai import settle_percobaan


@transaction.atomic
def mark_uraian(
    *, percobaan: Percobaan, nilai: Mapping[UUID, tuple[Mapping[str, int], str]], actor
) -> Percobaan:
    """Write a person's marks for essays: by question, points by criterion and a remark.

    The same marks again add nothing; other ones add a row, and the last row counts. Once every essay is
    marked, the attempt gets its mark. Locks the attempt.
    Raises BelumDikumpulkan, NilaiSendiri, SoalTidakAda, PoinTidakSah.
    """
    percobaan = lock_percobaan(percobaan)
    if percobaan.selesai_pada is None:
        raise BelumDikumpulkan(percobaan)
    if percobaan.peserta.anggota.akun_id == actor.pk:
        raise NilaiSendiri(percobaan)
    baru = [
        _store_nilai(percobaan, kunci, dict(poin), catatan, actor)
        for kunci, (poin, catatan) in nilai.items()
    ]
    if any(baru):
        langkah = settle_percobaan(percobaan, actor)
        sesudah = {"nilai_bp": percobaan.nilai_bp, "lulus": percobaan.lulus, "langkah": langkah}
        record_jejak(actor, "mark_uraian", percobaan, sesudah=sesudah)
    return percobaan


def _store_nilai(
    percobaan: Percobaan, kunci: UUID, poin: dict[str, int], catatan: str, actor
) -> bool:
    """Add one marking; False when nothing would change."""
    soal = find_soal(percobaan, kunci)
    jawaban = percobaan.jawaban.filter(soal_kunci=kunci).order_by("id").last()
    if soal is None or soal["jenis"] != rules.DINILAI_ORANG or jawaban is None:
        raise SoalTidakAda(kunci)
    if not rules.is_poin_sah(soal["isi"], poin):
        raise PoinTidakSah(kunci)
    lama = jawaban.nilai_uraian.order_by("id").last()
    if lama and (lama.poin, lama.catatan) == (poin, catatan):
        return False
    NilaiUraian.objects.create(
        jawaban=jawaban,
        poin=poin,
        nilai_bp=rules.mark_rubrik(soal["isi"], poin),
        catatan=catatan,
        penilai=actor,
    )
    return True
