"""The registry of what can be found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True)
class Hasil:
    """One thing found."""

    judul: str
    url: str
    ringkasan: str = ""
    tanggal: date | None = None


Cari = Callable[[str, int, int], list[Hasil]]


@dataclass(frozen=True)
class Bagian:
    """`cari(kata, mulai, banyak)`: the public matches from `mulai` on, best first, in one query.

    `kata` holds only letters, digits and single spaces, never empty (see `rules.clean_kata`).
    """

    kode: str
    judul: str | Promise
    urutan: int
    cari: Cari


_daftar: dict[str, Bagian] = {}


def register_bagian(kode: str, judul: str | Promise, urutan: int, cari: Cari) -> None:
    """Called in `AppConfig.ready`; `kode` is the section's address below /cari/."""
    _daftar[kode] = Bagian(kode, judul, urutan, cari)


def get_bagian(kode: str) -> Bagian | None:
    return _daftar.get(kode)


def list_bagian() -> list[Bagian]:
    return sorted(_daftar.values(), key=lambda b: (b.urutan, b.kode))
