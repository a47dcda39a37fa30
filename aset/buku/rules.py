"""Arithmetic of the books on plain values: balance, numbers, and the canonical form of what is hashed."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

TERBESAR = 10**15 - 1  # rupiah on one line, as in cms.core.rupiah


@dataclass(frozen=True)
class Baris:
    """One line to be written: the account's code, and whole rupiah on one side."""

    akun: str
    debit: int = 0
    kredit: int = 0


def debit(akun: str, jumlah: int) -> Baris:
    return Baris(akun, debit=jumlah)


def kredit(akun: str, jumlah: int) -> Baris:
    return Baris(akun, kredit=jumlah)


def find_fault(baris: Sequence[Baris]) -> str:
    """Empty for an entry that may be posted, else why not: kurang, satu-sisi, terlalu-besar, timpang."""
    if len(baris) < 2:
        return "kurang"
    if any(min(b.debit, b.kredit) != 0 or max(b.debit, b.kredit) <= 0 for b in baris):
        return "satu-sisi"
    if any(max(b.debit, b.kredit) > TERBESAR for b in baris):
        return "terlalu-besar"
    if sum(b.debit for b in baris) != sum(b.kredit for b in baris):
        return "timpang"
    return ""


def reverse_baris(baris: Iterable[Baris]) -> list[Baris]:
    """The same lines on the other side."""
    return [Baris(b.akun, debit=b.kredit, kredit=b.debit) for b in baris]


def make_nomor(jenis: str, dana: str, tahun: int, urut: int) -> str:
    """The human number of an entry: BKK/UPK/2026/0001."""
    return f"{jenis}/{dana.upper()}/{tahun}/{urut:04d}"


def get_bulan(hari: date) -> date:
    """The first day of the month that names it."""
    return hari.replace(day=1)


def hash_pihak(garam: bytes, nama: str, keterangan: str) -> str:
    """SHA-256 over the salt and the canonical JSON of the personal part."""
    isi = json.dumps([nama, keterangan], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(garam + isi.encode()).hexdigest()
