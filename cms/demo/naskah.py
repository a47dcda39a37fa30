"""The sample's texts: Markdown files of items with a head of `key: value` lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from cms.core.tulisan import format_tanggal

HARI = re.compile(r"\{hari (-?\d+)\}")
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Naskah:
    """One item: its head as a mapping, its body as Markdown."""

    kepala: dict[str, str]
    isi: str

    def __getitem__(self, kunci: str) -> str:
        return self.kepala.get(kunci, "")


def read_naskah(nama: str) -> Iterator[Naskah]:
    """The items of a file in the data folder, in its order."""
    bagian = (DATA / f"{nama}.md").read_text(encoding="utf-8").split("---\n")[1:]
    for kepala, isi in zip(bagian[::2], bagian[1::2], strict=True):
        baris = (b.partition(": ") for b in kepala.strip().splitlines())
        yield Naskah({kunci: nilai.strip() for kunci, _titik, nilai in baris}, isi.strip())


def fill_hari(teks: str, hari_ini: date) -> str:
    """Write the day for {hari 12}, twelve days ago, and {hari -2}, the day after tomorrow."""
    return HARI.sub(
        lambda cocok: format_tanggal(hari_ini - timedelta(days=int(cocok[1])), "hari"), teks
    )
