"""The content of questions and of releases as plain values. The shape of each kind stands in bentuk.py."""

import hashlib
import json
from collections.abc import Callable
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


# -- drawing from the bank -----------------------------------------------------------------------
def is_cocok(undian: dict, soal: dict) -> bool:
    """Whether a draw may take this question of the bank."""
    return soal["topik"] == undian["topik"] and undian["kesukaran"] in (None, soal["kesukaran"])


def sort_undian(undian: list[dict]) -> list[int]:
    """Places of the draws, narrow ones first, so that a wide one never takes what they need."""
    return sorted(range(len(undian)), key=lambda n: (undian[n]["kesukaran"] is None, n))


def keep_bank(undian: list[dict], bank: list[dict]) -> list[dict]:
    """The part of the bank that some draw may take."""
    return [soal for soal in bank if any(is_cocok(satu, soal) for satu in undian)]


def find_undian_kurang(undian: list[dict], bank: list[dict]) -> dict | None:
    """The first draw for which the bank holds too few questions; every question is drawn once."""
    sisa = list(bank)
    for nomor in sort_undian(undian):
        cocok = [soal for soal in sisa if is_cocok(undian[nomor], soal)]
        if len(cocok) < undian[nomor]["banyak"]:
            return undian[nomor]
        terpakai = {soal["kunci"] for soal in cocok[: undian[nomor]["banyak"]]}
        sisa = [soal for soal in sisa if soal["kunci"] not in terpakai]
    return None


def count_soal(kuis: dict) -> int:
    """How many questions an attempt asks; mere text is none."""
    tetap = sum(satu["jenis"] != "keterangan" for satu in kuis["soal"])
    undian: list[dict] = kuis.get("undian") or []
    return int(tetap + sum(satu["banyak"] for satu in undian))


# -- what a release would change --------------------------------------------------------------------
ATURAN_AWAL = {
    "acak_soal": False,
    "batas_menit": None,
    "toleransi_detik": 120,
    "percobaan_maks": 0,
    "cara_nilai": "terbaik",
    "umpan": "selesai",
    "umpan_tanggal": None,
    "undian": [],
    "bank": [],
}


def is_kuis_sama(satu: dict, dua: dict) -> bool:
    """Whether two released quizzes ask and count the same, whenever they were written."""
    return {**ATURAN_AWAL, **satu} == {**ATURAN_AWAL, **dua}


def compare_susunan(
    lama: list[dict], baru: list[dict], sama: Callable[[dict, dict], bool]
) -> list[dict]:
    """What differs between two lists of releases: {jenis, kunci, judul, ubah} in the order of `baru`.

    jenis: bagian, pelajaran, kuis, tugas; ubah: baru, hilang, berubah, urutan. `sama` says whether two
    quizzes of the same key, but of other digests, are alike.
    """
    dulu, kini = _list_isi(lama), _list_isi(baru)
    hasil = []
    for kunci, (jenis, satu) in kini.items():
        ubah = "baru" if kunci not in dulu else _judge(jenis, dulu[kunci][1], satu, sama)
        if ubah:
            hasil.append({"jenis": jenis, "kunci": kunci[1], "judul": satu["judul"], "ubah": ubah})
    for kunci, (jenis, satu) in dulu.items():
        if kunci not in kini:
            isi = {"jenis": jenis, "kunci": kunci[1], "judul": satu["judul"], "ubah": "hilang"}
            hasil.append(isi)
    tetap = [k for k in kini if k in dulu]
    if tetap != [k for k in dulu if k in kini]:
        hasil.append({"jenis": "bagian", "kunci": "", "judul": "", "ubah": "urutan"})
    return hasil


def _list_isi(susunan: list[dict]) -> dict[tuple[str, str], tuple[str, dict]]:
    """Every module, lesson and quiz by kind and key, in order."""
    hasil = {}
    for bagian in susunan:
        hasil["bagian", bagian["kunci"]] = ("bagian", bagian)
        for satu in bagian["pelajaran"]:
            hasil["pelajaran", satu["kunci"]] = ("pelajaran", satu)
            if kuis := satu.get("kuis"):
                hasil["kuis", kuis["kunci"]] = ("kuis", kuis)
            if tugas := satu.get("tugas"):
                hasil["tugas", tugas["kunci"]] = ("tugas", tugas)
        if bagian["kuis"]:
            hasil["kuis", bagian["kuis"]["kunci"]] = ("kuis", bagian["kuis"])
    return hasil


def _judge(jenis: str, lama: dict, baru: dict, sama: Callable[[dict, dict], bool]) -> str:
    if jenis == "bagian":
        return "berubah" if lama["judul"] != baru["judul"] else ""
    if all(lama.get(nama) == baru.get(nama) for nama in ("sidik", "menit", "cara", "syarat")):
        return ""
    return "" if jenis == "kuis" and sama(lama, baru) else "berubah"
