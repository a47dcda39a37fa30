"""Office files: a zip of modest size with what its name says, and nothing in it that acts."""

import html
import io
import re
import zipfile

from django.utils.translation import gettext as _

from .dasar import UnggahanDitolak, make_bukan

ARSIP_TERBANYAK = 200 * 1024 * 1024
ISI_TERBANYAK = 3000
DAFTAR_TERBANYAK = 2 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
JENIS_KANTOR = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": f"{_ODF}text",
    ".ods": f"{_ODF}spreadsheet",
    ".odp": f"{_ODF}presentation",
}
MAPA = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
PROGRAM = re.compile(
    r"vbaproject|(?:^|/)activex/|^xl/macrosheets/|^(?:basic|scripts)/"
    r"|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|hta|scr|lnk)$",
    re.IGNORECASE,
)
# Fetched when the file opens; links that a reader clicks stay.
DIAMBIL = {"attachedTemplate", "oleObject", "frame", "subDocument"}
JAUH = re.compile(r"(?i)(?:https?|ftp|mhtml):|//|\\\\|file:(?!///[A-Z]:)")
ATRIBUT = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def check_kantor(isi: bytes, akhiran: str) -> bytes:
    """The file as it came. Raises UnggahanDitolak."""
    if isi.startswith(OLE):
        raise UnggahanDitolak(
            _("This is an old or locked office file. Please save it as DOCX, XLSX or PDF.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _check_bentuk(arsip, isi, akhiran)
            _check_isi(arsip)
    except UnggahanDitolak:
        raise
    except Exception:  # a broken archive fails in a dozen ways
        raise make_bukan() from None
    return isi


def _check_bentuk(arsip: zipfile.ZipFile, isi: bytes, akhiran: str) -> None:
    """Only a zip from the first byte to the last, of modest size, with plain names."""
    daftar = arsip.infolist()
    nama = [satu.filename for satu in daftar]
    utuh = isi.startswith(b"PK\x03\x04") and isi.rfind(b"PK\x05\x06") == len(isi) - 22
    wajar = len(daftar) <= ISI_TERBANYAK and sum(s.file_size for s in daftar) <= ARSIP_TERBANYAK
    lurus = len(set(nama)) == len(nama) and not any(map(_is_menyimpang, nama))
    if not (utuh and wajar and lurus and _is_sesuai(arsip, set(nama), akhiran)):
        raise make_bukan()


def _is_menyimpang(nama: str) -> bool:
    return nama.startswith("/") or ".." in nama.split("/") or bool(set("\\:\x00") & set(nama))


def _is_sesuai(arsip: zipfile.ZipFile, nama: set[str], akhiran: str) -> bool:
    if akhiran in MAPA:
        return "[Content_Types].xml" in nama and any(n.startswith(MAPA[akhiran]) for n in nama)
    jenis = JENIS_KANTOR[akhiran].encode()
    return "mimetype" in nama and arsip.open("mimetype").read(100).strip() == jenis


def _check_isi(arsip: zipfile.ZipFile) -> None:
    for satu in arsip.infolist():
        daftar = satu.filename == "[Content_Types].xml" or satu.filename.endswith(".rels")
        with arsip.open(satu) as bagian:
            awal = bagian.read(DAFTAR_TERBANYAK if daftar else 1024)
        _check_bagian(satu.filename, awal)
        if daftar:
            _check_daftar(awal)


def _check_bagian(nama: str, awal: bytes) -> None:
    if PROGRAM.search(nama):
        raise UnggahanDitolak(_("The file holds a program (macro). Please save it without."))
    if awal.startswith((OLE, b"MZ")):
        raise UnggahanDitolak(_("The file holds another file in it. Please save it as PDF."))
    if nama.endswith((".xml", ".rels")) and b"<!DOCTYPE" in awal.replace(b"\0", b"").upper():
        raise make_bukan()


def _check_daftar(isi: bytes) -> None:
    """What the file says of its parts: none with macros, none fetched from elsewhere."""
    teks = isi.decode()
    if "\x00" in teks or len(isi) == DAFTAR_TERBANYAK:
        raise make_bukan()
    if "macroenabled" in html.unescape(teks).lower():
        raise UnggahanDitolak(_("The file holds a program (macro). Please save it without."))
    if any(map(_is_jauh, re.split(r"<(?:\w+:)?Relationship\b", teks)[1:])):
        raise UnggahanDitolak(_("The file fetches a part from elsewhere. Please save it as PDF."))


def _is_jauh(hubungan: str) -> bool:
    ciri = {m[1]: html.unescape(m[2] or m[3] or "") for m in ATRIBUT.finditer(hubungan)}
    jenis = ciri.get("Type", "").rsplit("/", 1)[-1]
    return jenis in DIAMBIL and bool(JAUH.match(ciri.get("Target", "").strip()))
