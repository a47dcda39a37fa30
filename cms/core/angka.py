"""Figures turned round: rooms register sources here, the public face reads only this registry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Angka:
    """A figure with what makes it honest: unit, the date it holds for, and where it comes from."""

    nilai: int
    satuan: str
    per_tanggal: date
    asal_url: str = ""


@dataclass(frozen=True)
class SumberAngka:
    """`hitung(tanggal)` gives the figure on that date, or None while there is nothing to show."""

    kode: str
    judul: str
    periode: str
    hitung: Callable[[date], Angka | None]


_sumber: dict[str, SumberAngka] = {}


def register_sumber(sumber: SumberAngka) -> None:
    _sumber[sumber.kode] = sumber


def get_angka(kode: str, tanggal: date) -> Angka | None:
    """The figure, or None when no room offers it or it has no data yet."""
    sumber = _sumber.get(kode)
    return sumber.hitung(tanggal) if sumber else None


def get_daftar_sumber() -> list[SumberAngka]:
    return sorted(_sumber.values(), key=lambda s: s.kode)
