"""The headline sum of the village's money, on plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cms.core.angka import Angka

# The figures that make up the revolving fund, and whether each adds or takes away.
SUSUNAN = (
    ("dana.kas", 1),
    ("dana.dipinjam", 1),
    ("dana.cadangan", -1),
    ("dana.tabungan", -1),
)


@dataclass(frozen=True)
class Uang:
    """A sum that adds up before the reader: `baris` are (code, rupiah), signed."""

    total: int
    baris: tuple[tuple[str, int], ...]
    per_tanggal: date
    asal_url: str


def sum_uang(angka: Mapping[str, Angka | None]) -> Uang | None:
    """The fund of the citizens; None until cash and loans are both known."""
    ada = [(kode, tanda, a) for kode, tanda in SUSUNAN if (a := angka.get(kode)) is not None]
    if not {"dana.kas", "dana.dipinjam"} <= {kode for kode, _tanda, _a in ada}:
        return None
    baris = tuple((kode, tanda * a.nilai) for kode, tanda, a in ada)
    return Uang(
        total=sum(n for _kode, n in baris),
        baris=baris,
        per_tanggal=min(a.per_tanggal for _kode, _tanda, a in ada),
        asal_url=ada[0][2].asal_url,
    )
