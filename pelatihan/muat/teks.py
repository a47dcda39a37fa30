"""Texts of a question file: format marks, HTML made plain, and what is not let in at all."""

import re

from cms.core.sanitasi import clean_teks

from .potong import RUSAK, show

PANJANG_MAKS = 20_000
TAG_MAKS = 400
_FORMAT = re.compile(r"\[(html|markdown|moodle|plain)\]", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]{0,4000}>?")
_LARANG = re.compile(
    r"</?\s{0,5}(?:script|style|iframe|frame|object|embed|applet|form|input|button|svg|math|link|meta|base)\b",
    re.IGNORECASE,
)
_ATRIBUT = re.compile(r"""[\s"'/]on[a-z]{3,30}\s{0,9}=""", re.IGNORECASE)
_SKEMA = re.compile(r"(?:javascript|vbscript|data)\s{0,9}:", re.IGNORECASE)
_TAUTAN = re.compile(r"\]\(\s{0,9}<?\s{0,9}(?:javascript|vbscript|data)\s{0,9}:", re.IGNORECASE)
_GAMBAR = re.compile(r"<(?:img|video|audio|source)\b", re.IGNORECASE)
_ALINEA = re.compile(r"</?(?:p|div|ul|ol|table|blockquote|h[1-6])\b[^<>]{0,4000}>", re.IGNORECASE)
_BARIS = re.compile(r"<(?:br|li|tr)\b[^<>]{0,4000}>", re.IGNORECASE)
_ENTITAS = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,20});", re.IGNORECASE)


class TolakSoal(Exception):
    """This question cannot be taken: a code of alasan.py, and its kind as far as known."""

    def __init__(self, kode: str, jenis: str | None = None):
        super().__init__(kode)
        self.kode, self.jenis = kode, jenis


def read_teks(mentah: str) -> str:
    """A hidden text as it will be kept: plain, or Markdown where that is shown. Raises TolakSoal."""
    if RUSAK in mentah:
        raise TolakSoal("huruf-kendali")
    mentah = mentah.strip()
    tanda = _FORMAT.match(mentah)
    teks = show(mentah[tanda.end() :] if tanda else mentah)
    if len(teks) > PANJANG_MAKS:
        raise TolakSoal("teks-panjang")
    check_bahaya(teks)
    if tanda and tanda[1].lower() in ("html", "moodle"):
        return _flatten(teks, lipat=tanda[1].lower() == "html")
    return teks


def mark_teks(teks: str) -> str:
    """Put before a text that by chance begins like a format mark."""
    return f"[plain]{teks}" if _FORMAT.match(teks) else teks


def check_bahaya(teks: str) -> None:
    """Markup that runs, loads or hides something is refused, even where it would be shown as text."""
    if _TAUTAN.search(teks):
        raise TolakSoal("html-berbahaya")
    for tag in _TAG.findall(teks):
        if _LARANG.match(tag) or _ATRIBUT.search(tag) or _SKEMA.search(tag):
            raise TolakSoal("html-berbahaya")


def _flatten(teks: str, *, lipat: bool) -> str:
    """Formatted text as plain text: paragraphs and lines stay, pictures cannot."""
    if _GAMBAR.search(teks):
        raise TolakSoal("gambar-di-teks")
    tag = _TAG.findall(teks)
    if not tag and not _ENTITAS.search(teks):
        return teks
    if len(tag) > TAG_MAKS:
        raise TolakSoal("html-rumit")
    if lipat:
        teks = re.sub(r"[ \t\n]+", " ", teks)
    teks = clean_teks(_BARIS.sub("\n", _ALINEA.sub("\n\n", teks)))
    baris = "\n".join(satu.strip() for satu in teks.split("\n"))
    datar = re.sub(r"\n{3,}", "\n\n", baris).strip()
    check_bahaya(datar)
    return datar
