"""Links of the documents that lead nowhere: relative files and headings."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

PAGAR = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
KODE = re.compile(r"`[^`\n]*`")
TAUTAN = re.compile(
    r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE
)
JUDUL = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
LUAR = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)


def find_tautan(teks: str) -> Iterator[str]:
    """Targets of the links in a Markdown text, code left out."""
    for inline, rujukan in TAUTAN.findall(KODE.sub("", PAGAR.sub("", teks))):
        yield inline or rujukan


def find_jangkar(teks: str) -> set[str]:
    """The anchors that headings make, as GitHub makes them."""
    return {_slug(judul) for judul in JUDUL.findall(PAGAR.sub("", teks))}


def _slug(judul: str) -> str:
    polos = re.sub(r"[^\w\- ]", "", judul.replace("`", "").lower())
    return polos.replace(" ", "-")


def find_putus(dokumen: Path) -> list[str]:
    """Relative links of a document whose file or heading is missing."""
    teks = dokumen.read_text(encoding="utf-8")
    return [t for t in find_tautan(teks) if not LUAR.match(t) and not _leads(dokumen, unquote(t))]


def _leads(dokumen: Path, tautan: str) -> bool:
    nama, _pagar, jangkar = tautan.partition("#")
    tujuan = (dokumen.parent / nama).resolve() if nama else dokumen
    if not tujuan.exists():
        return False
    return not jangkar or jangkar in find_jangkar(tujuan.read_text(encoding="utf-8"))
