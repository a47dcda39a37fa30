"""What people upload: looked at by content, never by name, and pictures drawn anew.

Two doors: `read_unggahan` for private files, `read_dokumen` for public documents. What may be kept
comes back as `Unggahan`; everything else raises UnggahanDitolak with words for who sent it.
"""

from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from .dasar import Unggahan, UnggahanDitolak, read_isi
from .gambar import JENIS_GAMBAR, read_gambar, redraw_gambar
from .kantor import JENIS_KANTOR, check_kantor
from .nama import clean_nama
from .pdf import check_pdf
from .teks import check_teks

__all__ = [
    "Unggahan",
    "UnggahanDitolak",
    "clean_nama",
    "get_jenis",
    "put_isi",
    "read_dokumen",
    "read_gambar",
    "read_unggahan",
    "redraw_gambar",
]

PDF = "application/pdf"
TEKS = {".csv": "text/csv", ".txt": "text/plain"}
JENIS = {".pdf": PDF, **JENIS_KANTOR, **TEKS, **JENIS_GAMBAR}


def read_unggahan(berkas, *, pdf: bool = True) -> Unggahan:
    """The upload as it may be kept: a picture drawn anew, or a PDF. Raises UnggahanDitolak."""
    isi = read_isi(berkas)
    if not isi.startswith(b"%PDF-"):
        return read_gambar(berkas.name, isi)
    if not pdf:
        raise UnggahanDitolak(_("Please send a photo (JPEG, PNG or WebP)."))
    return Unggahan(clean_nama(berkas.name, ".pdf"), PDF, check_pdf(isi))


def read_dokumen(berkas) -> Unggahan:
    """What may be kept of a public document that is what its name says and opens without danger.

    PDF, office files without macros, plain text or tables, and pictures. Raises UnggahanDitolak.
    """
    akhiran = PurePosixPath(berkas.name).suffix.lower()
    if akhiran not in JENIS:
        raise UnggahanDitolak(_("Please send a PDF, an office file, a CSV table or a picture."))
    isi = read_isi(berkas)
    if akhiran in JENIS_GAMBAR:
        return read_gambar(berkas.name, isi)
    return Unggahan(clean_nama(berkas.name, akhiran), JENIS[akhiran], _check(akhiran, isi))


def _check(akhiran: str, isi: bytes) -> bytes:
    if akhiran in JENIS_KANTOR:
        return check_kantor(isi, akhiran)
    return check_teks(isi) if akhiran in TEKS else check_pdf(isi)


def get_jenis(nama: str) -> str:
    """The type under which a file of this name is handed out."""
    return JENIS.get(PurePosixPath(nama).suffix.lower(), "application/octet-stream")


def put_isi(berkas, bersih: Unggahan) -> None:
    """What was sent becomes what may be kept, in its place.

    Wagtail's upload of many files at once keeps what was sent, not what its form made of it.
    """
    berkas.file.seek(0)
    berkas.file.truncate()
    berkas.file.write(bersih.isi)
    berkas.file.flush()
    berkas.file.seek(0)
    berkas.name, berkas.size, berkas.content_type = bersih.nama, len(bersih.isi), bersih.jenis
