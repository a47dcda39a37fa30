"""Reads docs/glosarium.md: one row per term, in alphabetical order."""

from dataclasses import dataclass

from .susunan import AKAR

DOKUMEN = AKAR / "docs" / "glosarium.md"
KOSONG = "-"


@dataclass(frozen=True)
class Baris:
    """A term, its meaning, and what carries it: models (`label.Model`), files, or nothing yet."""

    istilah: str
    arti: str
    kelas: tuple[str, ...]

    @property
    def model(self) -> set[str]:
        return {k for k in self.kelas if "/" not in k}

    @property
    def berkas(self) -> set[str]:
        return {k for k in self.kelas if "/" in k}


def read_baris(teks: str) -> list[Baris]:
    """The rows of the table, its two head lines left out."""
    tabel = [b for b in teks.splitlines() if b.startswith("| ")][1:]
    return [_read(b) for b in tabel]


def _read(baris: str) -> Baris:
    istilah, arti, kelas = (s.strip() for s in baris.strip("|").split("|"))
    nama = [k.strip(" `") for k in kelas.split(",")]
    return Baris(istilah, arti, tuple(k for k in nama if k != KOSONG))
