"""Search results in sections."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DatabaseError

from cms.core.lembar import Lembar
from cms.core.pencarian import Bagian, Hasil, list_bagian

log = logging.getLogger(__name__)

RINGKAS = 4
HITUNG = 50


@dataclass(frozen=True)
class Temuan:
    """One section's first results; `banyak` is exact up to fifty, `lebih` says there are more."""

    kode: str
    judul: str
    hasil: Sequence[Hasil]
    banyak: int
    lebih: bool

    @property
    def sisa(self) -> bool:
        return self.banyak > len(self.hasil)


def search_semua(kata: str) -> list[Temuan]:
    """Every section that has something, one query each."""
    temuan = [_temuan(bagian, _cari(bagian, kata, 0, HITUNG + 1)) for bagian in list_bagian()]
    return [t for t in temuan if t.hasil]


def search_lembar(bagian: Bagian, kata: str, nomor: int, banyak: int = 12) -> Lembar:
    """One page of one section's results."""
    hasil = _cari(bagian, kata, (nomor - 1) * banyak, banyak + 1) if kata else []
    return Lembar(hasil[:banyak], nomor, len(hasil) > banyak)


def _temuan(bagian: Bagian, hasil: list[Hasil]) -> Temuan:
    banyak = min(len(hasil), HITUNG)
    return Temuan(bagian.kode, str(bagian.judul), hasil[:RINGKAS], banyak, len(hasil) > HITUNG)


def _cari(bagian: Bagian, kata: str, mulai: int, banyak: int) -> list[Hasil]:
    """A section whose engine stumbles is left out and logged; the reader still gets the others."""
    try:
        return bagian.cari(kata, mulai, banyak)
    except DatabaseError:
        log.exception("search section failed", extra={"bagian": bagian.kode})
        return []
