"""What the rooms add to the agenda of the site: events that are no pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from .ics import AcaraIcs


@dataclass(frozen=True)
class Acara:
    """One event in the agenda's list; instants are aware."""

    judul: str
    url: str
    mulai: datetime
    selesai: datetime | None
    tempat: str
    ringkasan: str
    batal: bool


@dataclass(frozen=True)
class SumberAcara:
    """`daftar(mulai, banyak)` for the list, `kalender(mulai, banyak)` for calendars; one query each."""

    daftar: Callable[[datetime, int], list[Acara]]
    kalender: Callable[[datetime, int], list[AcaraIcs]]


_sumber: dict[str, SumberAcara] = {}


def register_acara(kode: str, sumber: SumberAcara) -> None:
    """Called in `AppConfig.ready`; a room shows only what everybody may see, without names."""
    _sumber[kode] = sumber


def list_acara(mulai: datetime, banyak: int) -> list[Acara]:
    """Events of all rooms from an instant on, the next one first."""
    semua = [a for s in _sumber.values() for a in s.daftar(mulai, banyak)]
    return sorted(semua, key=lambda a: a.mulai)[:banyak]


def list_kalender(mulai: datetime, banyak: int) -> list[AcaraIcs]:
    return [a for s in _sumber.values() for a in s.kalender(mulai, banyak)]
