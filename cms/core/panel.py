"""Panels of the front page: rooms register what they can show, home only draws what has rows."""

from collections.abc import Callable
from dataclasses import dataclass

Ambil = Callable[[], dict | None]


@dataclass(frozen=True)
class Panel:
    """`ambil()` gives the template's context, or None while there is nothing to show."""

    kode: str
    urutan: int
    ambil: Ambil
    templat: str


_daftar: dict[str, Panel] = {}


def register_panel(kode: str, urutan: int, ambil: Ambil, templat: str) -> None:
    """Called in `AppConfig.ready`. One panel may use two queries."""
    _daftar[kode] = Panel(kode, urutan, ambil, templat)


def list_panel() -> list[tuple[Panel, dict]]:
    """The panels that have something to show, in order, each with its context."""
    urut = sorted(_daftar.values(), key=lambda p: (p.urutan, p.kode))
    isi = ((panel, panel.ambil()) for panel in urut)
    return [(panel, data) for panel, data in isi if data is not None]
