"""The one door to spreadsheets: opened when harmless and modest, written with formulas disarmed.

openpyxl weighs 18 MB in every process, so it is imported when a sheet is read or written, not before.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

TERPENDAM = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # letters that XML cannot carry
LEBAR_BIASA = 20


class BukuBesar(Exception):
    """A small file that would grow past the limit when it is unpacked."""


@dataclass(frozen=True)
class Lembar:
    """One sheet to write: its first row is the head; `lebar` gives columns their width by letter.

    `tepercaya` is our own text, where a dash at the beginning means a dash.
    """

    nama: str
    baris: Iterable[Sequence[Any]]
    lebar: Mapping[str, int] = field(default_factory=dict)
    beku: str = "A2"
    tepercaya: bool = False


def guard_rumus(nilai):
    """Text that a spreadsheet would take for a formula is marked as text."""
    berbahaya = isinstance(nilai, str) and nilai.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    return f"'{nilai}" if berbahaya else nilai


def open_lembar(isi: bytes, *, bongkar_maks: int, rumus: bool = False):
    """The first sheet of a workbook, to be read row by row; `rumus` shows formulas, not their results.

    Raises BukuBesar over `bongkar_maks` bytes unpacked; a broken workbook fails in a dozen ways.
    """
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        if sum(satu.file_size for satu in arsip.infolist()) > bongkar_maks:
            raise BukuBesar
    buku = load_workbook(io.BytesIO(isi), read_only=True, data_only=not rumus, keep_links=False)
    lembar = buku.worksheets[0]
    lembar.reset_dimensions()  # what the file says of its own size may be a lie
    return lembar


def write_buku(*semua: Lembar) -> bytes:
    """Written line by line, so that thousands of rows fit into little memory."""
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    for satu in semua:
        _write_lembar(buku.create_sheet(satu.nama), satu)
    hasil = io.BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def _write_lembar(lembar, isi: Lembar) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    baris = iter(isi.baris)
    kepala = [WriteOnlyCell(lembar, value=satu) for satu in _clean(next(baris))]
    for sel in kepala:
        sel.font, sel.fill = Font(bold=True), PatternFill("solid", fgColor="FFE9DCC3")
    lembar.freeze_panes = isi.beku
    for huruf, lebar in isi.lebar.items():
        lembar.column_dimensions[huruf].width = lebar
    lembar.append(kepala)
    bungkus = Alignment(wrap_text=True, vertical="top") if isi.lebar else None
    for satu in baris:
        sel_bersih = satu if isi.tepercaya else _clean(satu)
        lembar.append([_wrap(lembar, sel, bungkus) for sel in sel_bersih])


def _wrap(lembar, nilai, bungkus):
    from openpyxl.cell import WriteOnlyCell

    if bungkus is None:
        return nilai
    sel = WriteOnlyCell(lembar, value=nilai)
    sel.alignment = bungkus
    return sel


def _clean(baris: Iterable) -> list:
    return [guard_rumus(TERPENDAM.sub("", s)) if isinstance(s, str) else s for s in baris]
