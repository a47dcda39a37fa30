"""Which questions an attempt holds, what counts over several attempts, when feedback shows; pure."""

import hashlib
from collections.abc import Sequence

from ..kursus.rules import hash_isi, is_cocok, sort_undian

# Seeds of attempts are below. Seeds that differ by a multiple of it draw the same questions from the
# bank and shuffle them differently: the forms of a printed quiz.
BENIH_MAKS = 2**53


# -- which questions an attempt holds --------------------------------------------------------------
def draw_soal(kuis: dict, benih: int) -> list[dict]:
    """The questions of one attempt, in its order: a function of released content and seed alone.

    Fixed questions come first, then those drawn from the frozen bank in the order of the draws;
    with `acak_soal` all are shuffled. Content released before there were draws has only fixed ones.
    """
    soal = [*kuis["soal"], *_draw_bank(kuis, benih)]
    if kuis.get("acak_soal"):
        soal.sort(key=lambda satu: _mix(benih, "urut", satu["kunci"]))
    return soal


def _draw_bank(kuis: dict, benih: int) -> list[dict]:
    benih %= BENIH_MAKS
    undian, hasil = kuis.get("undian") or [], {}
    sisa = sorted(kuis.get("bank") or [], key=lambda satu: _mix(benih, "undi", satu["kunci"]))
    for nomor in sort_undian(undian):
        cocok = [s for s in sisa if is_cocok(undian[nomor], s)][: undian[nomor]["banyak"]]
        hasil[nomor] = cocok
        terpakai = {s["kunci"] for s in cocok}
        sisa = [s for s in sisa if s["kunci"] not in terpakai]
    return [soal for nomor in range(len(undian)) for soal in hasil[nomor]]


def _mix(benih: int, untuk: str, kunci: str) -> str:
    return hashlib.sha256(f"{benih}:{untuk}:{kunci}".encode()).hexdigest()


# -- what counts ------------------------------------------------------------------------------------
def count_nilai(
    percobaan: Sequence[tuple[int, bool]], *, cara: str, lulus_bp: int
) -> tuple[int | None, bool]:
    """(mark, passed) of a quiz from the (mark, passed) of its marked attempts, oldest first.

    `cara`: terbaik, terakhir or rata (rounded half up). (None, False) before the first attempt.
    """
    if not percobaan:
        return None, False
    if cara == "terakhir":
        return percobaan[-1]
    if cara == "rata":
        rata = (2 * sum(nilai for nilai, _l in percobaan) + len(percobaan)) // (2 * len(percobaan))
        return rata, rata >= lulus_bp
    return max(nilai for nilai, _lulus in percobaan), any(lulus for _nilai, lulus in percobaan)


def may_show_umpan(kuis: dict, *, selesai: bool, terjawab: bool, lulus: bool, hari: str) -> bool:
    """Whether a learner may see what was right; `hari` is today as ISO text."""
    umpan = kuis.get("umpan") or "selesai"
    if umpan == "langsung":
        return selesai or terjawab
    if umpan == "lulus":
        return selesai and lulus
    if umpan == "tanggal":
        return selesai and hari >= (kuis.get("umpan_tanggal") or "")
    return selesai


# -- corrections of released questions --------------------------------------------------------------
def hash_soal(soal: dict) -> str:
    """The version of a released question: its kind and content, wherever it stands."""
    return hash_isi({"jenis": soal["jenis"], "isi": soal["isi"]})


def hash_bentuk(soal: dict) -> str:
    """What a question asks and offers, whatever counts as right: versions alike here share a correction."""
    isi = soal["isi"]
    celah = [
        (c["id"], c["jenis"], [(p["id"], p["teks"]) for p in c.get("pilihan", ())])
        for c in isi.get("rumpang", {}).get("celah", ())
    ]
    bentuk = {
        "jenis": soal["jenis"],
        "soal": [isi["soal"], isi.get("bacaan", ""), isi.get("rumpang", {}).get("teks", "")],
        "pilihan": sorted((p["id"], p["teks"]) for p in isi.get("pilihan", ())),
        "pasangan": sorted((p["id"], p["kiri"]) for p in isi.get("pasangan", ())),
        "kanan": sorted({*(p["kanan"] for p in isi.get("pasangan", ())), *isi.get("pengecoh", ())}),
        "urutan": sorted((u["id"], u["teks"]) for u in isi.get("urutan", ())),
        "celah": celah,
        "rubrik": isi.get("rubrik", []),
    }
    return hash_isi(bentuk)
