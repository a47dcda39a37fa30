"""Marking an answer and an attempt; pure, in basis points (10,000 is full marks).

Answers as given: {"pilihan": ["a", …]} for choices, {"teks": "2.950.000"} for numbers.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

PENUH = 10_000
_ANGKA = re.compile(
    r"(?:rp\.?\s*)?(?P<tanda>[-−]?)(?P<utuh>\d{1,3}(?:\.\d{3})+|\d+)(?:(?P<koma>[.,])(?P<pecahan>\d+))?(?:,-)?\s*%?",
    re.IGNORECASE | re.ASCII,
)


def parse_angka(teks: str) -> Decimal | None:
    """A number as Indonesians write it: dots between thousands, a comma before decimals.

    "Rp 2.950.000", "1,5%", "-3" and, because keyboards differ, "1.5" are read; else None.
    """
    cocok = _ANGKA.fullmatch(teks.strip()) if len(teks) <= 40 else None
    if cocok is None:
        return None
    if cocok["koma"] == "." and "." in cocok["utuh"]:
        return None
    utuh = cocok["utuh"].replace(".", "")
    tanda = "-" if cocok["tanda"] else ""
    return Decimal(f"{tanda}{utuh}.{cocok['pecahan'] or 0}")


def format_angka(nilai: str) -> str:
    """A stored number as Indonesians write it: "2950000" is 2.950.000, "58.2" is 58,2."""
    return f"{Decimal(nilai):,}".translate(str.maketrans(",.", ".,"))


def mark_jawaban(jenis: str, isi: dict, jawaban: dict) -> int:
    """The mark of one answer, 0 to 10,000."""
    if jenis == "angka":
        cocok = match_angka(isi, jawaban)
        return _clip(cocok["bobot"]) if cocok else 0
    bobot = [p["bobot"] for p in list_dipilih(isi, jawaban)]
    if jenis != "pilihan-ganda":
        return _clip(bobot[0]) if len(bobot) == 1 else 0
    return _mark_ganda(isi, bobot)


def _mark_ganda(isi: dict, bobot: list[int]) -> int:
    """Partial credit; all right answers and nothing else is full marks even where weights do not add up."""
    benar = [p["bobot"] for p in isi["pilihan"] if p["bobot"] > 0]
    if sorted(bobot) == sorted(benar):
        return PENUH
    return min(_clip(sum(bobot)), PENUH - 1)


def list_dipilih(isi: dict, jawaban: dict) -> list[dict]:
    """The choices that were ticked, in the question's own order."""
    dipilih = set(jawaban.get("pilihan", ()))
    return [p for p in isi.get("pilihan", ()) if p["id"] in dipilih]


def match_angka(isi: dict, jawaban: dict) -> dict | None:
    """The first accepted number the answer falls within, its tolerance included."""
    nilai = parse_angka(jawaban.get("teks", ""))
    if nilai is None:
        return None
    diterima: list[dict] = isi.get("angka", [])
    for satu in diterima:
        if abs(nilai - Decimal(satu["nilai"])) <= Decimal(satu["toleransi"]):
            return satu
    return None


def list_umpan_balik(jenis: str, isi: dict, jawaban: dict) -> list[str]:
    """What the question has to say to this answer, the general word last."""
    if jenis == "angka":
        cocok = match_angka(isi, jawaban)
        khusus = [cocok["umpan_balik"] if cocok else isi.get("umpan_lain", "")]
    else:
        khusus = [p["umpan_balik"] for p in list_dipilih(isi, jawaban)]
    return [teks for teks in (*khusus, isi.get("umpan_balik", "")) if teks]


def mark_percobaan(butir: Iterable[tuple[int, int]]) -> int:
    """The mark of an attempt from (weight, mark) pairs: the weighted mean, rounded half up."""
    pasangan = list(butir)
    bobot = sum(b for b, _nilai in pasangan)
    if not bobot:
        return 0
    return (2 * sum(b * nilai for b, nilai in pasangan) + bobot) // (2 * bobot)


def shuffle_pilihan(pilihan: Sequence[dict], *, benih: int, soal_kunci: str) -> list[dict]:
    """The choices in an order that the seed alone decides, today and years later."""

    def urut(satu: dict) -> str:
        return hashlib.sha256(f"{benih}:{soal_kunci}:{satu['id']}".encode()).hexdigest()

    return sorted(pilihan, key=urut)


def _clip(nilai: int) -> int:
    return max(0, min(PENUH, nilai))
