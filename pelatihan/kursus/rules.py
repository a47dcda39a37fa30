"""The shape of a question and of released content, on plain values.

`Soal.isi`, version 1:
    {"versi": 1, "bacaan": Markdown shown above, "soal": the question itself, "umpan_balik": general feedback,
     "pilihan": [{"id": "a", "teks": …, "bobot": basis points, "umpan_balik": …}],   for choices
     "angka": [{"nilai": "2950000", "toleransi": "0", "bobot": 10000, "umpan_balik": …}],
     "umpan_lain": what to say to any other number}                                         for numbers
A choice with a positive weight is right; in pilihan-ganda a wrong one may carry a negative weight.
"""

import hashlib
import json
from decimal import Decimal, InvalidOperation
from typing import Any

VERSI = 1
PENUH = 10_000


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


def find_faults(jenis: str, isi: dict) -> list[str]:
    """Codes of what is wrong with a question; an empty list means it can be published."""
    faults = [] if (isi.get("soal") or "").strip() else ["tanpa-soal"]
    if jenis == "angka":
        return faults + _find_angka_faults(isi.get("angka") or [])
    return faults + _find_pilihan_faults(jenis, isi.get("pilihan") or [])


def _find_pilihan_faults(jenis: str, pilihan: list[dict]) -> list[str]:
    benar = [p for p in pilihan if p.get("bobot", 0) > 0]
    penuh = [p for p in benar if p["bobot"] == PENUH]
    faults = []
    if len(pilihan) < 2:
        faults.append("pilihan-kurang")
    if any(not str(p.get("teks", "")).strip() for p in pilihan):
        faults.append("pilihan-kosong")
    if len({p.get("id") for p in pilihan}) != len(pilihan):
        faults.append("pilihan-kembar")
    if not benar or (jenis != "pilihan-ganda" and len(penuh) != 1):
        faults.append("tanpa-jawaban-benar")
    return faults


def _find_angka_faults(angka: list[dict]) -> list[str]:
    if not any(a.get("bobot") == PENUH for a in angka):
        return ["tanpa-jawaban-benar"]
    try:
        batas = [Decimal(a["toleransi"]) for a in angka]
        wajar = all(Decimal(a["nilai"]).is_finite() for a in angka)
    except (InvalidOperation, KeyError, TypeError):
        return ["angka-salah"]
    return [] if wajar and all(b.is_finite() and b >= 0 for b in batas) else ["angka-salah"]
