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


@dataclass(frozen=True)
class Pintasan:
    """What a person begins most often, one tap from the first page."""

    judul: str
    url: str


AmbilPintasan = Callable[[Any], Iterable[Pintasan]]

_pintasan: dict[str, tuple[int, AmbilPintasan]] = {}


def register_pintasan(kode: str, urutan: int, ambil: AmbilPintasan) -> None:
    """`ambil(user)` gives what this account may begin. Called in `AppConfig.ready`."""
    _pintasan[kode] = (urutan, ambil)


def list_pintasan(user) -> list[Pintasan]:
    """Everything this account may begin, room by room in their order."""
    urut = sorted(_pintasan.items(), key=lambda satu: (satu[1][0], satu[0]))
    return [satu for _kode, (_urutan, ambil) in urut for satu in ambil(user)]
