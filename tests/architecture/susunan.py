"""The order of rooms and slices, read from where it is written: import-linter's contracts."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
RUANG_BERIRISAN = ("home", "pelatihan", "musyawarah", "aset")


@dataclass(frozen=True)
class Lapis:
    """One layer: its members, and whether these may know one another."""

    anggota: frozenset[str]
    saling_kenal: bool


@cache
def get_kontrak() -> dict[str, dict]:
    isi = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
    return {k["id"]: k for k in isi["tool"]["importlinter"]["contracts"]}


@cache
def get_lapis(kontrak: str) -> tuple[Lapis, ...]:
    """The layers of a contract from the highest to the lowest."""
    return tuple(_read_lapis(baris) for baris in get_kontrak()[kontrak]["layers"])


def _read_lapis(baris: str) -> Lapis:
    nama = baris.replace("|", ":").split(":")
    return Lapis(frozenset(n.strip().strip("()") for n in nama), saling_kenal=":" in baris)


def may_know(kontrak: str, atas: str, bawah: str) -> bool:
    """Whether `atas` may know `bawah`: itself, a lower layer, or a neighbour joined by a colon."""
    if atas == bawah:
        return True
    naik, turun = _rank(kontrak, atas), _rank(kontrak, bawah)
    return naik < turun or (naik == turun and get_lapis(kontrak)[naik].saling_kenal)


def _rank(kontrak: str, nama: str) -> int:
    return next(i for i, lapis in enumerate(get_lapis(kontrak)) if nama in lapis.anggota)


def list_irisan(akar: Path = AKAR) -> list[Path]:
    """The folders of all slices of the rooms that are cut into slices."""
    bukan = {"migrations", "management", "templatetags"}
    return [
        p.parent
        for ruang in RUANG_BERIRISAN
        for p in sorted((akar / ruang).glob("*/__init__.py"))
        if p.parent.name not in bukan
    ]
