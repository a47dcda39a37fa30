"""What leaves the bank: questions as a GIFT file, and the sheet that makers fill in."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from ..kursus.models import Soal
from .naskah import Naskah, write_gift
from .petunjuk import CONTOH, PENJELASAN
from .tabel import KOLOM


def export_gift(soal) -> str:
    """The questions of a queryset as one file."""
    return write_gift(_make_naskah(satu) for satu in soal.order_by("topik", "judul", "pk"))


def _make_naskah(soal: Soal) -> Naskah:
    return Naskah(soal.kunci, soal.judul, soal.jenis, soal.isi, soal.topik, soal.kesukaran)


def make_templat() -> bytes:
    """The sheet with one example of every kind, and a second one that explains the columns."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "Soal"
    lembar.append(list(KOLOM))
    for contoh in CONTOH:
        lembar.append([contoh.get(nama, "") for nama in KOLOM])
    _dress(lembar, {"F": 60, "E": 30})
    penjelasan = buku.create_sheet("Petunjuk")
    penjelasan.append(["kolom", "isinya"])
    for baris in PENJELASAN:
        penjelasan.append(list(baris))
    _dress(penjelasan, {"A": 24, "B": 110})
    hasil = io.BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


def _dress(lembar, lebar: dict[str, int]) -> None:
    for sel in lembar[1]:
        sel.font, sel.fill = Font(bold=True), PatternFill("solid", fgColor="FFE9DCC3")
        lembar.column_dimensions[sel.column_letter].width = lebar.get(sel.column_letter, 20)
    for baris in lembar.iter_rows(min_row=2):
        for sel in baris:
            sel.alignment = Alignment(wrap_text=True, vertical="top")
    lembar.freeze_panes = "A2"
