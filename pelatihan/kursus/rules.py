"""The content of questions and of releases as plain values. The shape of each kind stands in bentuk.py."""

import hashlib
import json
from typing import Any

from .bentuk import PENUH, VERSI, find_faults, make_id, make_umum

__all__ = [
    "PENUH",
    "VERSI",
    "drop_id",
    "find_faults",
    "hash_isi",
    "make_id",
    "make_umum",
    "weigh_pilihan",
]


def hash_isi(isi: Any) -> str:
    """SHA-256 of plain JSON, whatever the order of its keys."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def drop_id(isi: Any) -> Any:
    """Plain StreamField data without the random ids of its blocks, so that equal texts are equal."""
    if isinstance(isi, list):
        return [drop_id(satu) for satu in isi]
    if isinstance(isi, dict):
        blok = "type" in isi and "value" in isi
        return {k: drop_id(v) for k, v in isi.items() if not (blok and k == "id")}
    return isi


def weigh_pilihan(benar: list[bool]) -> list[int]:
    """Weights of the choices of a question with several answers: ticking everything earns nothing."""
    n_benar, n_salah = sum(benar), len(benar) - sum(benar)
    if not n_benar:
        return [0] * len(benar)
    return [PENUH // n_benar if satu else -(PENUH // n_salah) for satu in benar]
