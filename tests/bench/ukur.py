"""Measuring: rounds in turn, medians with their spread."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ukuran:
    """Median of the rounds, and how far the middle half of them spreads (percent of the median)."""

    median: float
    sebaran: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ±{self.sebaran:.0f}%"


def summarise(nilai: list[float]) -> Ukuran:
    tengah = statistics.median(nilai)
    bawah, _t, atas = statistics.quantiles(nilai, n=4)
    return Ukuran(tengah, (atas - bawah) / 2 / tengah * 100 if tengah else 0)


def run_rounds(kerja: dict[str, Callable[[], float]], putaran: int = 5) -> dict[str, Ukuran]:
    """Every candidate once per round, so that a slow minute of the machine falls on all alike."""
    hasil: dict[str, list[float]] = {nama: [] for nama in kerja}
    for _ke in range(putaran):
        for nama, satu in kerja.items():
            hasil[nama].append(satu())
    return {nama: summarise(nilai) for nama, nilai in hasil.items()}


def time_cpu(kerja: Callable[[], object], kali: int) -> float:
    """CPU milliseconds of this process per call."""
    awal = time.process_time()
    for _ke in range(kali):
        kerja()
    return (time.process_time() - awal) / kali * 1000


def ratio(atas: Ukuran, bawah: Ukuran) -> str:
    return f"{atas.median / bawah.median:.2f}"
