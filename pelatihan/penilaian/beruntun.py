"""Answers from the queue of a device: many at once, in its order, and no conflict settled silently."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from cms.core import waktu

from ..kursus.models import Umpan
from ..kursus.selectors import get_isi
from . import rules
from .capaian import keep_jawaban, list_jawaban, list_soal
from .models import Jawaban, Percobaan
from .services import SoalTidakAda, lock_percobaan


@dataclass(frozen=True)
class Usulan:
    """An answer as a device recorded it. `dasar` is the answer it follows there; None asks nothing."""

    soal_kunci: UUID
    isi: dict
    kunci: UUID
    dasar: UUID | str | None = None


@dataclass(frozen=True)
class Terima:
    """What became of it, and the answer that stands now ("" where none does)."""

    nasib: str
    kini: str = ""


TERSIMPAN, BENTROK, TERLAMBAT, TIDAK_SAH = "tersimpan", "bentrok", "terlambat", "tidak-sah"


class _Lembar:
    """The answers of one locked attempt, and what is added to them."""

    def __init__(self, percobaan: Percobaan):
        self.percobaan = percobaan
        self.soal = {UUID(satu["kunci"]): satu for satu in list_soal(percobaan)}
        habis = percobaan.is_habis(waktu.sekarang())
        self.tertutup = bool(percobaan.selesai_pada) or habis
        self.tetap = get_isi(percobaan.isi.sidik).get("umpan") == Umpan.LANGSUNG
        self.terakhir: dict[UUID, Jawaban] = {}
        self.ada: dict[UUID, Jawaban] = {}
        self.setara: dict[UUID | str | None, UUID] = {}
        self.baru: list[Jawaban] = []
        self.semua = list_jawaban(percobaan)
        for satu in self.semua:
            self.terakhir[satu.soal_kunci] = self.ada[satu.kunci] = satu

    def take(self, usul: Usulan) -> Terima:
        """Judge one answer and store it if it may be."""
        if usul.soal_kunci not in self.soal:
            raise SoalTidakAda(usul.soal_kunci)
        kini = self.terakhir.get(usul.soal_kunci)
        nasib, berdiri = self._judge(usul, kini)
        if nasib == TERSIMPAN and berdiri is None and (kini or rules.is_terjawab(usul.isi)):
            berdiri = self._add(usul)
        if nasib == TERSIMPAN and berdiri:
            self.setara[usul.kunci] = berdiri.kunci
        return Terima(nasib, str(berdiri.kunci) if berdiri else "")

    def _judge(self, usul: Usulan, kini: Jawaban | None) -> tuple[str, Jawaban | None]:
        """(what becomes of it, the answer that stands where nothing new is stored)."""
        lama = self.ada.get(usul.kunci)
        for satu in (lama, kini):
            if satu and satu.isi == usul.isi:
                return TERSIMPAN, satu
        if self.tertutup:
            return TERLAMBAT, kini
        soal = self.soal[usul.soal_kunci]
        if not rules.is_sah(soal["jenis"], soal["isi"], usul.isi):
            return TIDAK_SAH, kini
        if lama or (kini and self.tetap) or not self._follows(usul, kini):
            return BENTROK, kini
        return TERSIMPAN, None

    def _follows(self, usul: Usulan, kini: Jawaban | None) -> bool:
        """Whether whoever answered had seen the answer that stands."""
        if usul.dasar is None:
            return True
        return str(self.setara.get(usul.dasar, usul.dasar)) == (str(kini.kunci) if kini else "")

    def _add(self, usul: Usulan) -> Jawaban:
        soal = self.soal[usul.soal_kunci]
        satu = Jawaban(
            percobaan=self.percobaan,
            soal_kunci=usul.soal_kunci,
            kunci=usul.kunci,
            isi=usul.isi,
            nilai_bp=rules.mark_jawaban(soal["jenis"], soal["isi"], usul.isi),
        )
        self.baru.append(satu)
        self.terakhir[usul.soal_kunci] = self.ada[usul.kunci] = satu
        return satu


@transaction.atomic
def give_jawaban_beruntun(*, percobaan: Percobaan, usulan: Sequence[Usulan]) -> list[Terima]:
    """Store many answers of one attempt at once, in the order of the device that recorded them.

    An answer that does not follow the one that stands (another phone was faster) is BENTROK, one after
    handing in or after its time TERLAMBAT; neither is stored. Locks the attempt. Raises SoalTidakAda.
    """
    return give_beruntun_terkunci(percobaan=lock_percobaan(percobaan), usulan=usulan)


def give_beruntun_terkunci(*, percobaan: Percobaan, usulan: Sequence[Usulan]) -> list[Terima]:
    """The same for an attempt that this transaction has locked."""
    lembar = _Lembar(percobaan)
    hasil = [lembar.take(usul) for usul in usulan]
    keep_jawaban(percobaan, [*lembar.semua, *Jawaban.objects.bulk_create(lembar.baru)])
    return hasil
