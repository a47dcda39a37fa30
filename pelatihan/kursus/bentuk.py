"""The shape of the ten kinds of `Soal.isi`, version 1, and what can be wrong with one. Plain values.

Common: {"versi": 1, "bacaan": Markdown shown above, "soal": the question itself, "umpan_balik": general
feedback, "petunjuk": [str], "gambar": null or {"bawaan": drawing | "kunci": uuid of an image, "alt": str}}.
By kind (weights `bobot` in basis points, a positive one is right):
    pilihan-*, benar-salah: "pilihan" [{"id", "teks", "bobot", "umpan_balik"}]
    angka: "angka" [{"nilai", "toleransi", "bobot", "umpan_balik"}], "umpan_lain"
    isian-singkat: "isian" [{"teks", "bobot", "umpan_balik"}], "toleransi_ejaan" 0..2, "peka_huruf",
        "umpan_lain"
    menjodohkan: "pasangan" [{"id", "kiri", "kanan"}], "pengecoh" [str]
    mengurutkan: "urutan" [{"id", "teks"}] in the right order
    rumpang: "rumpang" {"teks": "… [[1]] …", "celah": [{"id", "jenis": pilihan|isian|angka,
        as above, "bobot"}]}
    uraian: "rubrik" [{"id", "kriteria", "poin"}], "contoh_jawaban"
    keterangan: nothing more; it is read, never answered.
"""

import hashlib
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

VERSI = 1
PENUH = 10_000
EJAAN_MAKS = 2
CELAH = re.compile(r"\[\[(\w{1,20})\]\]")


def make_id(teks: str) -> str:
    """A name for a text that tells nothing about its place or its worth."""
    return hashlib.sha256(teks.encode()).hexdigest()[:8]


def make_umum(soal: str = "", **lain: Any) -> dict:
    """What every question has, with the version."""
    kosong = {"bacaan": "", "soal": soal, "umpan_balik": "", "petunjuk": [], "gambar": None}
    return {"versi": VERSI, **kosong, **lain}


def find_faults(jenis: str, isi: dict) -> list[str]:
    """Codes of what is wrong with a question; an empty list means it can be published."""
    faults = [] if _ada(isi.get("soal")) else ["tanpa-soal"]
    try:
        faults += _PERIKSA[jenis](isi)
    except (AttributeError, KeyError, TypeError, ValueError):
        faults.append("bentuk-salah")
    return faults + _find_gambar_faults(isi.get("gambar"))


def _ada(teks: Any) -> bool:
    return bool(str(teks or "").strip())


def _find_gambar_faults(gambar: Any) -> list[str]:
    if not gambar:
        return []
    if not isinstance(gambar, dict) or bool(gambar.get("bawaan")) == bool(gambar.get("kunci")):
        return ["gambar-salah"]
    return [] if _ada(gambar.get("alt")) else ["gambar-tanpa-alt"]


def _find_pilihan_faults(pilihan: list[dict], *, satu: bool = True) -> list[str]:
    """`satu`: exactly one answer carries the full mark."""
    benar = [p for p in pilihan if p.get("bobot", 0) > 0]
    penuh = [p for p in benar if p["bobot"] == PENUH]
    faults = []
    if len(pilihan) < 2:
        faults.append("pilihan-kurang")
    if not all(_ada(p.get("teks")) for p in pilihan):
        faults.append("pilihan-kosong")
    if _kembar([p.get("id") for p in pilihan]):
        faults.append("pilihan-kembar")
    if not benar or (satu and len(penuh) != 1):
        faults.append("tanpa-jawaban-benar")
    return faults


def _kembar(ids: list) -> bool:
    return len(set(ids)) != len(ids)


def _find_angka_faults(isi: dict) -> list[str]:
    angka = isi.get("angka") or []
    if not any(a.get("bobot") == PENUH for a in angka):
        return ["tanpa-jawaban-benar"]
    try:
        batas = [Decimal(a["toleransi"]) for a in angka]
        wajar = all(Decimal(a["nilai"]).is_finite() for a in angka)
    except (InvalidOperation, KeyError, TypeError):
        return ["angka-salah"]
    return [] if wajar and all(b.is_finite() and b >= 0 for b in batas) else ["angka-salah"]


def _find_isian_faults(isi: dict) -> list[str]:
    isian = isi.get("isian") or []
    faults = [] if all(_ada(i.get("teks")) for i in isian) else ["isian-kosong"]
    if not any(i.get("bobot") == PENUH for i in isian):
        faults.append("tanpa-jawaban-benar")
    if any(i.get("bobot", 0) > 0 and not i["teks"].strip("* ") for i in isian):
        faults.append("isian-menerima-semua")
    if isi.get("toleransi_ejaan", 0) not in range(EJAAN_MAKS + 1):
        faults.append("ejaan-salah")
    return faults


def _find_pasangan_faults(isi: dict) -> list[str]:
    pasangan = isi.get("pasangan") or []
    faults = [] if len(pasangan) >= 2 else ["pasangan-kurang"]
    if not all(_ada(p.get("kiri")) and _ada(p.get("kanan")) for p in pasangan):
        faults.append("pasangan-kosong")
    if _kembar([p.get("id") for p in pasangan]) or _kembar([p.get("kiri") for p in pasangan]):
        faults.append("pasangan-kembar")
    kanan = {p.get("kanan") for p in pasangan}
    pengecoh = isi.get("pengecoh") or []
    if len(kanan) + len(pengecoh) < 2:
        faults.append("pasangan-sama")
    return faults + (["pengecoh-salah"] if kanan & set(pengecoh) or not all(pengecoh) else [])


def _find_urutan_faults(isi: dict) -> list[str]:
    urutan = isi.get("urutan") or []
    faults = [] if len(urutan) >= 2 else ["urutan-kurang"]
    if not all(_ada(u.get("teks")) for u in urutan):
        faults.append("urutan-kosong")
    if _kembar([u.get("id") for u in urutan]) or _kembar([u.get("teks") for u in urutan]):
        faults.append("urutan-kembar")
    return faults


_CELAH: dict[str, Callable[[dict], list[str]]] = {
    "pilihan": lambda celah: _find_pilihan_faults(celah.get("pilihan") or []),
    "isian": _find_isian_faults,
    "angka": _find_angka_faults,
}


def _find_rumpang_faults(isi: dict) -> list[str]:
    rumpang = isi.get("rumpang") or {}
    celah = rumpang.get("celah") or []
    if not celah:
        return ["celah-kurang"]
    ditulis = CELAH.findall(rumpang.get("teks") or "")
    faults = [] if sorted(ditulis) == sorted(c["id"] for c in celah) else ["celah-tak-sama"]
    if not all(isinstance(c.get("bobot", 1), int) and c.get("bobot", 1) >= 1 for c in celah):
        faults.append("celah-bobot")
    return faults + [kode for c in celah for kode in _CELAH[c["jenis"]](c)]


def _find_uraian_faults(isi: dict) -> list[str]:
    rubrik = isi.get("rubrik") or []
    faults = [] if rubrik else ["rubrik-kurang"]
    if not all(_ada(r.get("kriteria")) for r in rubrik):
        faults.append("rubrik-kosong")
    if not all(isinstance(r.get("poin"), int) and 1 <= r["poin"] <= 100 for r in rubrik):
        faults.append("rubrik-poin")
    return faults + (["rubrik-kembar"] if _kembar([r.get("id") for r in rubrik]) else [])


def _pilih(*, satu: bool = True) -> Callable[[dict], list[str]]:
    return lambda isi: _find_pilihan_faults(isi.get("pilihan") or [], satu=satu)


_PERIKSA: dict[str, Callable[[dict], list[str]]] = {
    "pilihan-tunggal": _pilih(),
    "pilihan-ganda": _pilih(satu=False),
    "benar-salah": _pilih(),
    "angka": _find_angka_faults,
    "isian-singkat": _find_isian_faults,
    "menjodohkan": _find_pasangan_faults,
    "mengurutkan": _find_urutan_faults,
    "rumpang": _find_rumpang_faults,
    "uraian": _find_uraian_faults,
    "keterangan": lambda isi: [],
}
