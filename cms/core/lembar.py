"""Pages of a list at constant cost: one row more than shown tells whether there is a next page."""

from collections.abc import Sequence
from dataclasses import dataclass

MAKS = 100
BANYAK = 12


@dataclass(frozen=True)
class Lembar:
    """One page of rows, in the shape `components/lembar.html` reads."""

    isi: Sequence
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def get_nomor(request, nama: str = "p") -> int:
    """The page number asked for: 1 to 100, whatever was typed."""
    angka = request.GET.get(nama, "")
    nomor = int(angka) if angka.isascii() and angka.isdigit() and len(angka) < 5 else 1
    return min(max(nomor, 1), MAKS)


def potong(query, nomor: int, banyak: int = BANYAK) -> Lembar:
    """That page of an ordered queryset or list, in one query."""
    mulai = (nomor - 1) * banyak
    isi = list(query[mulai : mulai + banyak + 1])
    return Lembar(isi[:banyak], nomor, len(isi) > banyak and nomor < MAKS)
