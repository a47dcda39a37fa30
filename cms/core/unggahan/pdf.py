"""A PDF is searched without following it: two programs may read its table of contents differently.

So every byte is looked at, names in any spelling (`/J#53`), and every object stream is unpacked.
Work and memory grow with the size of the file only: nothing is searched once per finding without a
limit on the findings.
"""

import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from .bongkar import OBJEK_TERPANJANG, AliranAneh, AliranObjek, spell, unpack_semua
from .dasar import UnggahanDitolak, make_bukan

PEMBUKA_TERBANYAK = 20
BERTINDAK = re.compile(
    spell(
        *("JavaScript", "Launch", "Rendition", "RichMedia", "SubmitForm", "ImportData"),
        *("GoToR", "GoToE", "EmbeddedFile", "EmbeddedFiles", "FileAttachment"),
    )
)
# So short that they also stand in packed bytes by chance: they count outside of these only.
BERTINDAK_PENDEK = re.compile(spell("JS", "AA", "XFA") + rb"[\x00\s]*(?=[(<\[\d])")
TERKUNCI = re.compile(spell("Encrypt"))
PEMBUKA = re.compile(spell("OpenAction") + rb"[\x00\s]*")
HALAMAN_WEB = re.compile(rb"<(?:html|script)[\s>]|<!doctype html", re.IGNORECASE)


def check_pdf(isi: bytes) -> bytes:
    """The PDF up to its own end. Raises UnggahanDitolak for what runs by itself when opened."""
    if not isi.startswith(b"%PDF-"):
        raise make_bukan()
    if b"%%EOF" not in isi[-2048:]:
        raise UnggahanDitolak(_("The PDF is not complete. Please send it again."))
    if TERKUNCI.search(isi):
        raise UnggahanDitolak(_("The PDF is locked. Please save it without a password."))
    if _is_bertindak(isi):
        raise UnggahanDitolak(
            _("The PDF holds a program or another file. Please print it to PDF anew.")
        )
    return _cut(isi)


def _is_bertindak(isi: bytes) -> bool:
    if HALAMAN_WEB.search(isi) or BERTINDAK.search(isi):
        return True
    try:
        aliran = unpack_semua(isi)
    except AliranAneh:
        return True
    luar = b"\n".join(_list_luar(isi))
    teks = [luar, *(satu.isi for satu in aliran)]
    if any(BERTINDAK.search(t) or BERTINDAK_PENDEK.search(t) for t in teks):
        return True
    semua = (t[k.end() : k.end() + OBJEK_TERPANJANG] for t in teks for k in PEMBUKA.finditer(t))
    pembuka = list(islice(semua, PEMBUKA_TERBANYAK + 1))
    return len(pembuka) > PEMBUKA_TERBANYAK or not all(
        _is_tampilan(nilai) for satu in pembuka for nilai in _follow(satu, luar, aliran)
    )


def _cut(isi: bytes) -> bytes:
    """Nothing follows the last mark of the end."""
    akhir = isi.rfind(b"%%EOF") + len(b"%%EOF")
    return isi[:akhir] + b"\n" if isi[akhir:].strip(b"\x00 \t\r\n") else isi


def _list_luar(isi: bytes) -> Iterator[bytes]:
    """What stands outside of the streams."""
    sini = 0
    while (awal := isi.find(b"stream", sini)) >= 0:
        akhir = isi.find(b"endstream", awal + 6)
        if akhir < 0:
            break
        yield isi[sini:awal]
        sini = akhir + len(b"endstream")
    yield isi[sini:]


def _follow(nilai: bytes, luar: bytes, aliran: list[AliranObjek]) -> list[bytes]:
    """The value as it stands, or every object to which it points; one of these may be the one read."""
    tunjuk = re.match(rb"(\d{1,9})\s+(\d{1,5})\s+R\b", nilai)
    if not tunjuk:
        return [nilai]
    kepala = re.compile(rb"(?<!\d)%s\s+%s\s+obj\s*" % tunjuk.groups())
    temuan = [luar[k.end() : k.end() + OBJEK_TERPANJANG] for k in kepala.finditer(luar)]
    temuan += [isi for satu in aliran for isi in satu.find(int(tunjuk[1]))]
    return temuan or [b""]


def _is_tampilan(nilai: bytes) -> bool:
    """A page and how it is shown, or going to one; anything else acts."""
    aksi = re.match(rb"<<([^<>]*)>>", nilai)
    if not aksi:
        return nilai.startswith((b"[", b"null"))
    return re.findall(rb"/S\s*/(\w+)", aksi[1]) == [b"GoTo"] and b"/Next" not in aksi[1]
