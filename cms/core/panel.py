"""Panels of pages that gather: rooms register what they can show, the page draws what has rows."""

from collections.abc import Callable
from dataclasses import dataclass

Ambil = Callable[[], dict | None]

BERANDA = "beranda"  # the front page
RINGKASAN = "ringkasan"  # the page of a personal link


@dataclass(frozen=True)
class Panel:
    """`ambil()` gives the template's context, or None while there is nothing to show."""

    kode: str
    urutan: int
    ambil: Ambil
    templat: str
    tempat: tuple[str, ...] = (BERANDA,)


_daftar: dict[str, Panel] = {}


def register_panel(
    kode: str, urutan: int, ambil: Ambil, templat: str, *, tempat: tuple[str, ...] = (BERANDA,)
) -> None:
    """Called in `AppConfig.ready`; `tempat` names the pages. One panel may use two queries."""
    _daftar[kode] = Panel(kode, urutan, ambil, templat, tempat)


def list_panel(tempat: str = BERANDA) -> list[tuple[Panel, dict]]:
    """The panels of a page that have something to show, in order, each with its context."""
    di_sini = (panel for panel in _daftar.values() if tempat in panel.tempat)
    urut = sorted(di_sini, key=lambda p: (p.urutan, p.kode))
    isi = ((panel, panel.ambil()) for panel in urut)
    return [(panel, data) for panel, data in isi if data is not None]
