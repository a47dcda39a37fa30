"""Points of an assignment and where it stands, on plain values. No Django here.

Points are given in halves: half of 15 is 7,5. They are counted in half points (15 of them are 7,5), so that
sums stay whole. A released assignment is {judul, petunjuk, lulus_poin, terima, berkas_maks, perbaikan_hari,
rubrik: [{id, kriteria, poin, minimal, penuh, separuh}]}, its own points whole.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

DITERIMA, DIKEMBALIKAN = "diterima", "dikembalikan"
BELUM, MENUNGGU = "belum", "menunggu"
PANJANG = 20_000
_POIN = re.compile(r"(\d{1,3})(?:[.,]([05])0?)?", re.ASCII)


def parse_poin(teks: str) -> int | None:
    """ "7,5" as 15 half points; None for what is no whole or half number."""
    cocok = _POIN.fullmatch(teks.strip())
    return 2 * int(cocok[1]) + (cocok[2] == "5") if cocok else None


def format_poin(paruh: int) -> str:
    """15 half points as "7,5"."""
    return f"{paruh // 2},5" if paruh % 2 else str(paruh // 2)


def is_poin_sah(isi: dict, poin: Any) -> bool:
    """Whether every line of the rubric has half points, none more than it holds."""
    penuh = {r["id"]: 2 * r["poin"] for r in isi["rubrik"]}
    return (
        isinstance(poin, dict)
        and set(poin) == set(penuh)
        and all(type(n) is int and 0 <= n <= penuh[kunci] for kunci, n in poin.items())
    )


def sum_poin(isi: dict, poin: Mapping[str, int]) -> int:
    """All half points given."""
    return sum(poin[r["id"]] for r in isi["rubrik"])


def sum_penuh(isi: dict) -> int:
    """All points of the rubric, whole."""
    return sum(r["poin"] for r in isi["rubrik"])


def list_kurang(isi: dict, poin: Mapping[str, int]) -> list[str]:
    """What stands against accepting: "jumlah", and ids of the lines below their least."""
    kurang = [r["id"] for r in isi["rubrik"] if poin[r["id"]] < 2 * r["minimal"]]
    return (["jumlah"] if sum_poin(isi, poin) < 2 * isi["lulus_poin"] else []) + kurang


def get_keadaan(putusan: Sequence[str | None]) -> str:
    """Where an assignment stands, from the last verdict of every version in order (None: not read yet)."""
    if DITERIMA in putusan:
        return DITERIMA
    if not putusan:
        return BELUM
    return putusan[-1] or MENUNGGU


def may_submit(keadaan: str) -> bool:
    """A further version is welcome until one is accepted, also while the last one still waits."""
    return keadaan != DITERIMA


def is_kosong(teks: str, banyak_berkas: int) -> bool:
    """Whether there is nothing in a version at all."""
    return not teks.strip() and not banyak_berkas


def check_jenis(isi: dict, jenis: Iterable[str]) -> list[str]:
    """Media types among these that this assignment does not take."""
    boleh = isi["terima"]
    return [satu for satu in jenis if ("foto" if satu.startswith("image/") else "pdf") not in boleh]
