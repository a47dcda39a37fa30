"""Who needs a word, and what was learnt between two tests, on plain values. No Django here."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

PENUH = 10_000
BERUNTUN = 2  # absences in a row, and failures of one quiz, from which on a learner needs a word
SEL_TERKECIL = 5  # people behind a public figure


def is_absen_beruntun(status: Sequence[str]) -> bool:
    """Whether the last sessions were all missed without a word; being excused or ill breaks the row."""
    return len(status) >= BERUNTUN and all(s == "alpa" for s in status[-BERUNTUN:])


def count_hari_macet(terakhir: datetime, kini: datetime, batas: int) -> int | None:
    """Whole days since the last sign of work, once they reach the limit."""
    hari = (kini - terakhir).days
    return hari if hari >= batas else None


def is_lewat_perbaikan(kembali: date, hari_ini: date, batas: int) -> bool:
    """Whether what was returned has been left lying for longer than so many days."""
    return hari_ini > kembali + timedelta(days=batas)


def is_lewat_kelas(sampai: date | None, hari_ini: date) -> bool:
    """Whether the class is over, by whose end everything was to be handed in."""
    return sampai is not None and hari_ini > sampai


def count_perolehan_bp(awal: int, akhir: int) -> int | None:
    """Normalised gain of two marks in basis points: what was won of what there was to win, half up.

    None where there was nothing to win. Never above 10000; below nothing for who knows less than before.
    """
    sisa = PENUH - awal
    if sisa <= 0:
        return None
    return (2 * PENUH * (akhir - awal) + sisa) // (2 * sisa)


def count_rata(nilai: Sequence[int]) -> int | None:
    """The mean, half up; None of nothing."""
    return (2 * sum(nilai) + len(nilai)) // (2 * len(nilai)) if nilai else None


def split_tujuan(nama: str) -> tuple[int | None, str]:
    """(module, words) of an aim whose bank name begins with its module: "m02 hasil kambing"."""
    cocok = re.fullmatch(r"m(\d{1,2})[ -]+(\D.*)", nama)
    return (int(cocok[1]), cocok[2]) if cocok else (None, nama)


def is_baru_bisa(awal: int, akhir: int, batas: int) -> bool:
    """Could not before and can now."""
    return awal < batas <= akhir


def count_umum(banyak: int) -> int:
    """How many of so many people a public figure is reckoned from.

    It only moves in steps of five, so that no two readings differ by one person.
    """
    return banyak - banyak % SEL_TERKECIL


def mark_tujuan(butir: Sequence[tuple[int, int]]) -> int | None:
    """The mark of an aim from (weight, mark) of its questions; None without any weight."""
    bobot = sum(b for b, _nilai in butir)
    if not bobot:
        return None
    return (2 * sum(b * n for b, n in butir) + bobot) // (2 * bobot)
