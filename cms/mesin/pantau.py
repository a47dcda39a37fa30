"""`make dev`: the worker is started again when a Python file changes (the web server sees to itself)."""

import time
from collections.abc import Callable

from cms.mesin.penjaga import Penjaga
from cms.mesin.stempel import AKAR, RUANG


class Pantau:
    """Looks at modification times once a second."""

    def __init__(self, penjaga: Penjaga, lain: Callable[[], None]):
        self.penjaga, self.lain = penjaga, lain
        self.lagi, self.terakhir = 0.0, find_newest()

    def look(self) -> None:
        self.lain()
        if time.monotonic() < self.lagi:
            return
        self.lagi = time.monotonic() + 1.0
        terbaru = find_newest()
        if terbaru > self.terakhir:
            self.terakhir = terbaru
            self.penjaga.restart("worker")


def find_newest() -> float:
    """The latest modification time of the rooms' Python files."""
    berkas = (p for ruang in RUANG for p in (AKAR / ruang).rglob("*.py"))
    return max((p.stat().st_mtime for p in berkas), default=0.0)
