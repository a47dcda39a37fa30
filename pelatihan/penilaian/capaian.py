"""What a learner's attempts hold and count."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cms.core import waktu

from ..kursus.alur import list_kuis_dari
from ..kursus.models import Umpan
from ..kursus.selectors import find_kuis, get_isi, list_kuis, list_langkah
from ..peserta.models import Peserta
from . import rules
from .models import Jawaban, Percobaan
from .tampak import Buka


@dataclass(frozen=True)
class NilaiKuis:
    """What a quiz counts for a learner: the mark over the attempts, and whether it is passed."""

    nilai_bp: int | None
    lulus: bool
    banyak: int


def list_soal(percobaan: Percobaan) -> list[dict]:
    """The released questions of this attempt, in its order."""
    return rules.draw_soal(get_isi(percobaan.isi.sidik), percobaan.benih)


def find_soal(percobaan: Percobaan, kunci: UUID) -> dict | None:
    """A question of this attempt."""
    return next((soal for soal in list_soal(percobaan) if soal["kunci"] == str(kunci)), None)


def is_langsung(percobaan: Percobaan) -> bool:
    """Whether feedback follows every answer, which is final then."""
    return get_isi(percobaan.isi.sidik).get("umpan") == Umpan.LANGSUNG


def list_jawaban(percobaan: Percobaan) -> list[Jawaban]:
    """The answers as they came; prefetched rows are used where they are."""
    return sorted(percobaan.jawaban.all(), key=lambda satu: satu.pk)


def keep_jawaban(percobaan: Percobaan, semua: list[Jawaban]) -> None:
    """Under its lock nobody else answers: what this transaction read and added is not read again."""
    kueri: Any = Jawaban.objects.filter(percobaan=percobaan)
    kueri._result_cache = semua
    vars(percobaan).setdefault("_prefetched_objects_cache", {})["jawaban"] = kueri


def is_dijawab(percobaan: Percobaan, kunci: UUID) -> bool:
    """Whether anything was stored for a question."""
    return any(j.soal_kunci == kunci for j in list_jawaban(percobaan))


def get_nilai_kuis(peserta: Peserta, kuis: dict) -> NilaiKuis:
    """The counted mark; `kuis` is its entry in the learner's release."""
    semua = peserta.percobaan.filter(kuis_kunci=kuis["kunci"])
    return count_nilai_kuis(kuis, semua)


def count_nilai_kuis(kuis: dict, percobaan: Iterable[Percobaan]) -> NilaiKuis:
    """The same from attempts already read."""
    bernilai = sorted((p for p in percobaan if p.nilai_bp is not None), key=lambda p: p.nomor)
    nilai, lulus = rules.count_nilai(
        [(p.nilai_bp or 0, bool(p.lulus)) for p in bernilai],
        cara=kuis.get("cara_nilai", "terbaik"),
        lulus_bp=kuis["lulus_bp"],
    )
    lulus = lulus or any(p.lulus_dijaga for p in bernilai)
    return NilaiKuis(nilai, lulus, len(bernilai))


def list_langkah_lulus(peserta: Peserta) -> list[str]:
    """Keys of the steps (quizzes and their lessons) that this learner's attempts complete.

    A step once done stays done: a later attempt that counts less takes nothing back.
    """
    menurut: dict[str, list[Percobaan]] = {}
    for satu in peserta.percobaan.order_by("nomor"):
        menurut.setdefault(str(satu.kuis_kunci), []).append(satu)
    lulus = {
        kuis["kunci"]
        for kuis in list_kuis(peserta.rilis)
        if has_lulus(kuis, menurut.get(kuis["kunci"], []))
    }
    return list_kuis_dari(list_langkah(peserta.rilis), lulus)


def list_langkah_dari(percobaan: Percobaan) -> list[str]:
    """Keys of the steps that a marked attempt completes; where the mean counts, with those before it."""
    peserta = percobaan.peserta
    kuis = find_kuis(peserta.rilis, percobaan.kuis_kunci)
    if kuis is None:
        return []
    lulus = bool(percobaan.lulus)
    if kuis.get("cara_nilai") == "rata":
        semua = peserta.percobaan.filter(kuis_kunci=percobaan.kuis_kunci).order_by("nomor")
        lulus = has_lulus(kuis, list(semua))
    return list_kuis_dari(list_langkah(peserta.rilis), {kuis["kunci"]} if lulus else ())


def has_lulus(kuis: dict, percobaan: list[Percobaan]) -> bool:
    """Whether the counted mark passed after any of the attempts."""
    return any(count_nilai_kuis(kuis, percobaan[:n]).lulus for n in range(1, len(percobaan) + 1))


def get_buka(percobaan: Percobaan, *, terjawab: bool, penuh: bool = False) -> Buka:
    """How much of a question is open: as the quiz says, to those who teach (`penuh`) all once handed in.

    Right answers open only to who passed.
    """
    selesai = percobaan.selesai_pada is not None
    umpan = (penuh and selesai) or rules.may_show_umpan(
        get_isi(percobaan.isi.sidik),
        selesai=selesai,
        terjawab=terjawab,
        lulus=bool(percobaan.lulus),
        hari=waktu.hari_ini().isoformat(),
    )
    return Buka(umpan=umpan, kunci=umpan and bool(percobaan.lulus))


def list_habis() -> list[Percobaan]:
    """Open attempts whose time and grace are over."""
    terbuka = Percobaan.objects.filter(selesai_pada__isnull=True)
    return list(terbuka.filter(tutup_pada__lt=waktu.sekarang()).order_by("tutup_pada")[:500])
