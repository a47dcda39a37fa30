"""Marking an answer and an attempt; pure, in basis points (10,000 is full marks).

Answers as given: {"pilihan": [ids]} for choices; {"teks": str} for numbers, short answers and essays;
{"pasangan": {left id: right id}}; {"urutan": [ids]}; {"celah": {gap id: text or choice id}}.
"""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from ..kursus.bentuk import PENUH, make_id
from .cocok import match_angka, match_isian, parse_angka
from .undian import count_nilai, draw_soal, hash_bentuk, hash_soal, may_show_umpan

__all__ = [
    "PENUH",
    "count_nilai",
    "draw_soal",
    "hash_bentuk",
    "hash_soal",
    "match_angka",
    "match_isian",
    "may_show_umpan",
    "parse_angka",
]
TANPA_NILAI = "keterangan"
DINILAI_ORANG = "uraian"
PANJANG = {"angka": 40, "isian-singkat": 200, "uraian": 20_000}
PANJANG_CELAH = 200


def format_angka(nilai: str) -> str:
    """A stored number as Indonesians write it: "2950000" is 2.950.000, "58.2" is 58,2."""
    return f"{Decimal(nilai):,}".translate(str.maketrans(",.", ".,"))


# -- the shape of an answer ----------------------------------------------------------------------
def is_sah(jenis: str, isi: dict, jawaban: Any) -> bool:
    """Whether an answer, from wherever it came, has the shape and names only what is offered."""
    wadah = {"menjodohkan": "pasangan", "mengurutkan": "urutan", "rumpang": "celah"}
    kunci = "teks" if jenis in PANJANG else wadah.get(jenis, "pilihan")
    if jenis == TANPA_NILAI or not isinstance(jawaban, dict) or set(jawaban) != {kunci}:
        return False
    diberi = jawaban[kunci]
    if kunci == "teks":
        return _is_teks(diberi, PANJANG[jenis]) and (
            jenis != "angka" or not diberi or parse_angka(diberi) is not None
        )
    if kunci == "pilihan":
        ada = [p["id"] for p in isi["pilihan"]]
        return _is_pilihan(diberi, ada) and (jenis == "pilihan-ganda" or len(diberi) <= 1)
    if kunci == "urutan":
        ada = [u["id"] for u in isi["urutan"]]
        return _is_pilihan(diberi, ada) and len(diberi) in (0, len(ada))
    return isinstance(diberi, dict) and _is_isian(kunci, isi, diberi)


def _is_teks(teks: Any, batas: int) -> bool:
    return isinstance(teks, str) and len(teks) <= batas and "\0" not in teks


def _is_pilihan(diberi: Any, ada: list[str]) -> bool:
    wajar = isinstance(diberi, list) and len(diberi) <= len(ada)
    return wajar and all(isinstance(d, str) for d in diberi) and not set(diberi) - set(ada)


def _is_isian(kunci: str, isi: dict, diberi: dict) -> bool:
    if kunci == "pasangan":
        kiri, kanan = {p["id"] for p in isi["pasangan"]}, {k["id"] for k in list_kanan(isi)}
        return not set(diberi) - kiri and all(_is_salah_satu(v, kanan) for v in diberi.values())
    celah = {c["id"]: c for c in isi["rumpang"]["celah"]}
    return not set(diberi) - set(celah) and all(_is_celah(celah[k], v) for k, v in diberi.items())


def _is_salah_satu(nilai: Any, ada: set[str]) -> bool:
    return isinstance(nilai, str) and nilai in ada


def _is_celah(celah: dict, nilai: Any) -> bool:
    if celah["jenis"] == "pilihan":
        return _is_salah_satu(nilai, {p["id"] for p in celah["pilihan"]} | {""})
    if not _is_teks(nilai, PANJANG_CELAH):
        return False
    return celah["jenis"] != "angka" or not nilai or parse_angka(nilai) is not None


def is_terjawab(jawaban: dict) -> bool:
    """Whether anything was given at all."""
    if celah := jawaban.get("celah"):
        return any(celah.values())
    return any(jawaban.get(k) for k in ("pilihan", "teks", "pasangan", "urutan"))


# -- marks ---------------------------------------------------------------------------------------
def has_uraian(soal: Iterable[dict]) -> bool:
    """Whether a person has to mark some of it."""
    return any(satu["jenis"] == DINILAI_ORANG for satu in soal)


def mark_jawaban(jenis: str, isi: dict, jawaban: dict) -> int:
    """The mark of one answer, 0 to 10,000. An essay has none until a person gives it."""
    if jenis in (DINILAI_ORANG, TANPA_NILAI):
        return 0
    if jenis in ("angka", "isian-singkat"):
        cocok = match_teks(jenis, isi, jawaban.get("teks", ""))
        return _clip(cocok["bobot"]) if cocok else 0
    if jenis == "menjodohkan":
        return _mark_pasangan(isi, jawaban.get("pasangan", {}))
    if jenis == "mengurutkan":
        return max(0, score_urutan([u["id"] for u in isi["urutan"]], jawaban.get("urutan", [])))
    if jenis == "rumpang":
        return mark_percobaan(
            (c.get("bobot", 1), mark_celah(c, jawaban.get("celah", {}).get(c["id"], "")))
            for c in isi["rumpang"]["celah"]
        )
    bobot = [p["bobot"] for p in list_dipilih(isi, jawaban)]
    if jenis != "pilihan-ganda":
        return _clip(bobot[0]) if len(bobot) == 1 else 0
    return _mark_ganda(isi, bobot)


def match_teks(jenis: str, isi: dict, teks: str) -> dict | None:
    """What an answer in words or figures was taken for."""
    return match_angka(isi, {"teks": teks}) if jenis == "angka" else match_isian(isi, teks)


def _mark_ganda(isi: dict, bobot: list[int]) -> int:
    """Partial credit; all right answers and nothing else is full marks even where weights do not add up."""
    benar = [p["bobot"] for p in isi["pilihan"] if p["bobot"] > 0]
    if sorted(bobot) == sorted(benar):
        return PENUH
    return min(_clip(sum(bobot)), PENUH - 1)


def _mark_pasangan(isi: dict, diberi: dict) -> int:
    pasangan = isi["pasangan"]
    tepat = sum(diberi.get(p["id"]) == make_id(p["kanan"]) for p in pasangan)
    return _share(tepat, len(pasangan))


def score_urutan(benar: Sequence[str], diberi: Sequence[str]) -> int:
    """Pairs in the right order less pairs in the wrong one, of all pairs: -10,000 to 10,000.

    All orders together come to nothing, so an order by chance is worth nothing (Kendall's tau).
    """
    if sorted(benar) != sorted(diberi):
        return 0
    tempat = {satu: n for n, satu in enumerate(diberi)}
    arah = [1 if tempat[a] < tempat[b] else -1 for a, b in combinations(benar, 2)]
    return _share(sum(arah), len(arah))


def mark_celah(celah: dict, diberi: str) -> int:
    """The mark of one gap."""
    if celah["jenis"] == "pilihan":
        return _clip(sum(p["bobot"] for p in celah["pilihan"] if p["id"] == diberi))
    cocok = match_teks(celah["jenis"], celah, diberi)
    return _clip(cocok["bobot"]) if cocok else 0


def mark_rubrik(isi: dict, poin: dict[str, int]) -> int:
    """The mark of an essay from its points by criterion."""
    penuh = sum(r["poin"] for r in isi["rubrik"])
    return _clip(_share(sum(poin.get(r["id"], 0) for r in isi["rubrik"]), penuh))


def is_poin_sah(isi: dict, poin: Any) -> bool:
    """Whether points are given to every criterion of the rubric, none more than it holds."""
    penuh = {r["id"]: r["poin"] for r in isi["rubrik"]}
    return (
        isinstance(poin, dict)
        and set(poin) == set(penuh)
        and all(type(n) is int and 0 <= n <= penuh[kunci] for kunci, n in poin.items())
    )


def mark_percobaan(butir: Iterable[tuple[int, int]]) -> int:
    """The mark of an attempt from (weight, mark) pairs: the weighted mean, rounded half up."""
    pasangan = list(butir)
    bobot = sum(b for b, _nilai in pasangan)
    if not bobot:
        return 0
    return (2 * sum(b * nilai for b, nilai in pasangan) + bobot) // (2 * bobot)


def _share(banyak: int, dari: int) -> int:
    """A part of the full mark, rounded half up."""
    return (2 * banyak * PENUH + dari) // (2 * dari) if dari else 0


def _clip(nilai: int) -> int:
    return max(0, min(PENUH, nilai))


# -- what is shown -------------------------------------------------------------------------------
def list_dipilih(isi: dict, jawaban: dict) -> list[dict]:
    """The choices that were ticked, in the question's own order."""
    dipilih = set(jawaban.get("pilihan", ()))
    return [p for p in isi.get("pilihan", ()) if p["id"] in dipilih]


def list_umpan_balik(jenis: str, isi: dict, jawaban: dict) -> list[str]:
    """What the question has to say to this answer, the general word last."""
    if jenis in ("angka", "isian-singkat"):
        cocok = match_teks(jenis, isi, jawaban.get("teks", ""))
        khusus = [cocok["umpan_balik"] if cocok else isi.get("umpan_lain", "")]
    elif jenis == "rumpang":
        diberi = jawaban.get("celah", {})
        khusus = [get_umpan_celah(c, diberi.get(c["id"], "")) for c in isi["rumpang"]["celah"]]
    else:
        khusus = [p["umpan_balik"] for p in list_dipilih(isi, jawaban)]
    return [teks for teks in (*khusus, isi.get("umpan_balik", "")) if teks]


def get_umpan_celah(celah: dict, diberi: str) -> str:
    if celah["jenis"] == "pilihan":
        cocok = next((p for p in celah["pilihan"] if p["id"] == diberi), None)
    else:
        cocok = match_teks(celah["jenis"], celah, diberi)
    return str(cocok.get("umpan_balik", "") if cocok else celah.get("umpan_lain", ""))


def list_kanan(isi: dict) -> list[dict]:
    """The right sides of a matching, decoys among them, each text once, as {"id", "teks"}."""
    teks = dict.fromkeys([*(p["kanan"] for p in isi["pasangan"]), *isi.get("pengecoh", ())])
    return [{"id": make_id(satu), "teks": satu} for satu in teks]


def shuffle_pilihan(pilihan: Sequence[dict], *, benih: int, soal_kunci: str) -> list[dict]:
    """The choices in an order that the seed alone decides, today and years later."""

    def urut(satu: dict) -> str:
        return hashlib.sha256(f"{benih}:{soal_kunci}:{satu['id']}".encode()).hexdigest()

    return sorted(pilihan, key=urut)


def apply_koreksi(
    soal: dict, koreksi: dict, nilai: int | None, jawaban: dict | None
) -> tuple[int, int | None]:
    """(weight, mark) of a question under a correction: {cara: kunci, penuh or gugur, isi: what replaces}.

    `nilai` is the mark until now, `jawaban` the answer given or None.
    """
    if koreksi["cara"] == "gugur":
        return 0, 0
    if koreksi["cara"] == "penuh":
        return soal["bobot"], PENUH
    if jawaban is None or not is_terjawab(jawaban):
        return soal["bobot"], nilai
    return soal["bobot"], mark_jawaban(soal["jenis"], {**soal["isi"], **koreksi["isi"]}, jawaban)
