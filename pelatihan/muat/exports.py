"""What leaves the bank: questions as a GIFT file, and the sheet that makers fill in."""

from cms.core.xlsx import Lembar, write_buku

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
    contoh = [[satu.get(nama, "") for nama in KOLOM] for satu in CONTOH]
    return write_buku(
        Lembar("Soal", [KOLOM, *contoh], {"A": 20, "E": 30, "F": 60}, tepercaya=True),
        Lembar("Petunjuk", [("kolom", "isinya"), *PENJELASAN], {"A": 24, "B": 110}, tepercaya=True),
    )
