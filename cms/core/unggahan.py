"""What people upload: looked at by content, never by name, and pictures drawn anew.

Drawing a picture anew turns it upright and leaves behind everything that is not pixels: the place
where it was taken, a second file hidden in the first, a script.
"""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

BYTE_TERBANYAK = 10 * 1024 * 1024
PIKSEL_TERBANYAK = 50_000_000
SISI_TERPANJANG = 2400
ARSIP_TERBANYAK = 200 * 1024 * 1024
GAMBAR = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
AKHIRAN = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}


class UnggahanDitolak(Exception):
    """The file cannot be taken; the text says why, for the person who sent it."""


@dataclass(frozen=True)
class Unggahan:
    """A file that may be kept: its clean name, type and content."""

    nama: str
    jenis: str
    isi: bytes


def read_unggahan(berkas, *, pdf: bool = True) -> Unggahan:
    """The upload as it may be kept: a picture drawn anew, or a PDF. Raises UnggahanDitolak."""
    isi = _read(berkas)
    if isi.startswith(b"%PDF-"):
        if not pdf:
            raise UnggahanDitolak(_("Please send a photo (JPEG, PNG or WebP)."))
        return _build(berkas.name, "application/pdf", _check_pdf(isi))
    jenis, isi = redraw_gambar(isi)
    return _build(berkas.name, jenis, isi)


def read_dokumen(berkas) -> bytes:
    """What may be kept of a public document that is what its name says and opens without danger.

    A picture is drawn anew, as everywhere; the others stay as they came.

    PDF, office files without macros, plain text or tables, and pictures. Raises UnggahanDitolak.
    """
    isi = _read(berkas)
    akhiran = PurePosixPath(berkas.name).suffix.lower()
    periksa = _PERIKSA.get(akhiran)
    if periksa is None:
        raise UnggahanDitolak(_("Please send a PDF, an office file, a CSV table or a picture."))
    hasil = periksa(isi)
    return isi if hasil is None else hasil[1]


def _read(berkas) -> bytes:
    if berkas.size > BYTE_TERBANYAK:
        raise UnggahanDitolak(_("The file is larger than 10 MB. Please send a smaller one."))
    berkas.seek(0)
    isi = berkas.read(BYTE_TERBANYAK + 1)
    if not isi:
        raise UnggahanDitolak(_("The file is empty. Please choose it again."))
    return isi


def _check_pdf(isi: bytes) -> bytes:
    """A PDF ends as one; what runs by itself when opened is refused."""
    if b"%%EOF" not in isi[-2048:]:
        raise UnggahanDitolak(_("The PDF is not complete. Please send it again."))
    if re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b", isi):
        raise UnggahanDitolak(
            _("The PDF holds a program or another file. Please print it to PDF anew.")
        )
    return isi


def _check_pdf_dokumen(isi: bytes) -> None:
    if not isi.startswith(b"%PDF-"):
        raise UnggahanDitolak(_("The file is not what its name says. Please save it anew."))
    _check_pdf(isi)


def _check_kantor(isi: bytes) -> None:
    """An office file is a zip of modest size with a list of contents and no macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            nama = arsip.namelist()
            besar = sum(satu.file_size for satu in arsip.infolist())
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
        raise UnggahanDitolak(
            _("The file is not what its name says. Please save it anew.")
        ) from None
    if not {"[Content_Types].xml", "mimetype"} & set(nama) or besar > ARSIP_TERBANYAK:
        raise UnggahanDitolak(_("The file is not what its name says. Please save it anew."))
    if any("vbaproject" in n.lower() or n.lower().endswith((".exe", ".js")) for n in nama):
        raise UnggahanDitolak(_("The file holds a program (macro). Please save it without."))


def _check_teks(isi: bytes) -> None:
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = "\x00"
    if "\x00" in teks or teks.lstrip().startswith("<"):
        raise UnggahanDitolak(_("The file is not what its name says. Please save it anew."))


def redraw_gambar(isi: bytes) -> tuple[str, bytes]:
    """(type, bytes) of the picture upright, at most 2400 px a side, without anything hidden."""
    try:
        with Image.open(io.BytesIO(isi), formats=list(GAMBAR)) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                raise UnggahanDitolak(
                    _("The picture has too many pixels. Please send a smaller one.")
                )
            return GAMBAR[gambar.format or ""], _draw(gambar, gambar.format or "")
    except UnggahanDitolak:
        raise
    except Exception:
        raise UnggahanDitolak(
            _("This file is not a picture we can read. Please send JPEG, PNG, WebP or PDF.")
        ) from None


def _draw(gambar: Image.Image, bentuk: str) -> bytes:
    tegak = ImageOps.exif_transpose(gambar)
    tegak.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG))
    warna = "RGB" if bentuk == "JPEG" else ("RGBA" if "A" in tegak.getbands() else "RGB")
    hasil = io.BytesIO()
    bersih = Image.new(warna, tegak.size)
    bersih.paste(tegak.convert(warna))
    bersih.save(hasil, bentuk, quality=85, optimize=True)
    return hasil.getvalue()


def _build(nama: str, jenis: str, isi: bytes) -> Unggahan:
    return Unggahan(clean_nama(nama, jenis), jenis, isi)


_PERIKSA = {
    ".pdf": _check_pdf_dokumen,
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"), _check_kantor),
    **dict.fromkeys((".csv", ".txt"), _check_teks),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp"), redraw_gambar),
}


def clean_nama(nama: str, jenis: str) -> str:
    """The last part of a path, letters and digits only, with the ending that the content has."""
    dasar = PurePosixPath(str(nama).replace("\\", "/")).name.rsplit(".", 1)[0]
    polos = unicodedata.normalize("NFKD", dasar).encode("ascii", "ignore").decode()
    return (re.sub(r"[^A-Za-z0-9]+", "-", polos).strip("-")[:80] or "berkas") + AKHIRAN[jenis]
