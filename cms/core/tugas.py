"""What waits for a person today: rooms register, the office's first page lists."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Tugas:
    """One thing to do: what, with whom or why, since when, and where."""

    judul: str
    keterangan: str
    url: str
    tombol: str
    sejak: datetime | None = None


Ambil = Callable[[Any], Iterable[Tugas]]

_daftar: dict[str, tuple[int, Ambil]] = {}


def register_tugas(kode: str, urutan: int, ambil: Ambil) -> None:
    """`ambil(user)` gives what waits for this account. Called in `AppConfig.ready`."""
    _daftar[kode] = (urutan, ambil)


def list_tugas(user) -> list[Tugas]:
    """Everything that waits, room by room in their order."""
    urut = sorted(_daftar.items(), key=lambda satu: (satu[1][0], satu[0]))
    return [tugas for _kode, (_urutan, ambil) in urut for tugas in ambil(user)]
