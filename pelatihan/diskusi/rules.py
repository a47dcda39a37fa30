"""Words of a question or an answer, on plain values. No Django here."""

import re
import unicodedata
from datetime import datetime, timedelta

PANJANG = 2_000
PANJANG_ALASAN = 300
# How long an author corrects a text, and how long the same words count as the same sending.
KOREKSI = timedelta(minutes=15)
KEMBAR = timedelta(minutes=10)
PETIKAN = 320
_BARIS = re.compile(r"\r\n?|\u2028|\u2029")
_KOSONG = re.compile(r"\n{3,}")
# They turn a line round or hide letters in it; joiners of scripts and of signs stay.
_ARAH = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_tulisan(teks: str) -> str:
    """Plain text as it is kept: lines as "\\n", at most one empty line, nothing unseen, nothing around it."""
    satu = _BARIS.sub("\n", teks)
    satu = "".join(h for h in satu if h == "\n" or not _is_tak_tampak(h)).replace("\t", " ")
    return _KOSONG.sub("\n\n", "\n".join(b.rstrip() for b in satu.split("\n"))).strip()


def _is_tak_tampak(huruf: str) -> bool:
    return huruf != "\t" and (huruf in _ARAH or unicodedata.category(huruf) in ("Cc", "Cs"))


def is_panjang_sah(teks: str) -> bool:
    """Whether there is something, and not too much."""
    return 0 < len(teks) <= PANJANG


def may_correct(dibuat: datetime, kini: datetime) -> bool:
    """Whether an author may still correct what was written at `dibuat`."""
    return kini - dibuat < KOREKSI


def petik(teks: str) -> tuple[str, bool]:
    """The beginning of a text for a list, and whether that is less than all; whole words only."""
    if len(teks) <= PETIKAN:
        return teks, False
    awal = teks[:PETIKAN].rsplit(None, 1)[0]
    return f"{awal}…", True
