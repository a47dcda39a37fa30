"""The front page's five questions, answered from rows."""

from dataclasses import dataclass

from cms.core.angka import Angka
from cms.core.panel import list_panel

from ..agenda import selectors as agenda
from ..berita import selectors as berita
from ..berita.selectors import BarisBerita
from ..transparansi import selectors as transparansi
from ..transparansi.selectors import BarisLaporan, UangKita

KABAR = 4
LAPORAN = 3
LAPORAN_BERDANA = 12  # among so many of the newest the last sum is looked for
ACARA = 3


@dataclass(frozen=True)
class PanelMuka:
    templat: str
    isi: dict


@dataclass(frozen=True)
class Muka:
    """All that the front page shows."""

    utama: BarisBerita | None
    lain: list[BarisBerita]
    kita: UangKita | None
    dilaporkan: Angka | None
    laporan: list[BarisLaporan]
    panel: list[PanelMuka]


def get_muka() -> Muka:
    kabar = berita.list_terbaru(KABAR)
    kita = transparansi.get_uang()
    laporan = [] if kita else transparansi.list_terbaru(LAPORAN_BERDANA)
    return Muka(
        utama=kabar[0] if kabar else None,
        lain=kabar[1:],
        kita=kita,
        dilaporkan=_get_dilaporkan(laporan),
        laporan=laporan[:LAPORAN],
        panel=[PanelMuka(panel.templat, isi) for panel, isi in list_panel()],
    )


def _get_dilaporkan(laporan: list[BarisLaporan]) -> Angka | None:
    """The sum for the latest day."""
    ada = [satu.dana for satu in laporan if satu.dana]
    return max(ada, key=lambda dana: dana.per_tanggal, default=None)


def get_panel_agenda() -> dict | None:
    """Home's own panel: what comes next."""
    acara = agenda.list_mendatang(ACARA)
    return {"acara": acara} if acara else None


def get_panel_laporan() -> dict | None:
    """The newest documents, where a page shows no sum of money."""
    laporan = transparansi.list_terbaru(LAPORAN)
    return {"laporan": laporan} if laporan else None
