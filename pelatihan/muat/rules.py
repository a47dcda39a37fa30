"""Course files into plain blocks: TOML front matter, restricted Markdown, call-outs. No database.

Call-outs are block quotes whose first line is a mark: `> [!contoh]`, `[!penting]`, `[!ingat]`,
`[!cerita]`, `[!latihan]` (with `[!jawaban]` after it) and `[!fasilitator]`.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MD = MarkdownIt("commonmark", {"html": False}).enable("table")
_DEPAN = re.compile(r"\A\+\+\+\n(.*?)^\+\+\+\n", re.DOTALL | re.MULTILINE)
_TANDA = re.compile(r"\[!(\w+)\]\s*")
SOROT = {"contoh", "penting", "ingat", "cerita"}


class BerkasSalah(Exception):
    """A course file is not as agreed; the message says what is wrong."""


@dataclass(frozen=True)
class Berkas:
    """A file's front matter and body."""

    depan: dict
    isi: str


def split_depan(teks: str) -> Berkas:
    """Front matter and body. Raises BerkasSalah."""
    cocok = _DEPAN.match(teks)
    if cocok is None:
        raise BerkasSalah("tanpa +++ di awal")
    try:
        return Berkas(tomllib.loads(cocok[1]), teks[cocok.end() :].strip())
    except tomllib.TOMLDecodeError as salah:
        raise BerkasSalah(str(salah)) from salah


def render_markdown(teks: str) -> str:
    """Markdown as HTML; raw HTML in it is shown as text, links lead only to web addresses."""
    html: str = _MD.render(teks)
    return html.strip()


def build_blok(teks: str, *, kursus: str) -> list[dict]:
    """A lesson's body as plain StreamField data."""
    blok: list[dict] = []
    biasa: list[Token] = []
    for kelompok in _split_atas(_MD.parse(teks)):
        khusus = _read_khusus(kelompok, kursus)
        if khusus is None:
            biasa += kelompok
            continue
        _flush(biasa, blok)
        _append(blok, khusus)
    _flush(biasa, blok)
    return blok


def _split_atas(tokens: list[Token]) -> list[list[Token]]:
    """Tokens grouped by top-level element."""
    kelompok: list[list[Token]] = []
    dalam = 0
    for token in tokens:
        if dalam == 0:
            kelompok.append([])
        kelompok[-1].append(token)
        dalam += token.nesting
    return kelompok


def _read_khusus(kelompok: list[Token], kursus: str) -> dict | None:
    """What becomes a block of its own: table, picture, call-out."""
    jenis = kelompok[0].type
    if jenis == "table_open":
        return {"type": "tabel", "value": _read_tabel(kelompok)}
    if jenis == "blockquote_open":
        return _read_sorot(kelompok)
    anak = kelompok[1].children if jenis == "paragraph_open" else None
    if anak and len(anak) == 1 and anak[0].type == "image":
        return {"type": "gambar", "value": _read_gambar(anak[0], kursus)}
    return None


def _read_gambar(token: Token, kursus: str) -> dict:
    nama = PurePosixPath(str(token.attrs["src"])).name
    return {
        "gambar": None,
        "bawaan": f"{kursus}/{nama}",
        "alt": token.content,
        "keterangan": str(token.attrs.get("title") or ""),
    }


def _read_tabel(kelompok: list[Token]) -> dict:
    baris: list[list[str]] = []
    for token in kelompok:
        if token.type == "tr_open":
            baris.append([])
        elif token.type == "inline":
            baris[-1].append("".join(t.content for t in token.children or [] if t.content))
    return {
        "data": baris,
        "cell": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": "",
    }


def _read_sorot(kelompok: list[Token]) -> dict | None:
    dalam = kelompok[1:-1]
    inline = next((t for t in dalam if t.type == "inline"), None)
    cocok = _TANDA.match(inline.content) if inline else None
    if cocok is None:
        return None
    tanda = cocok[1]
    teks = _render(_drop_tanda(dalam, cocok[0]))
    if tanda in SOROT:
        return {"type": "sorot", "value": {"jenis": tanda, "judul": "", "teks": teks}}
    if tanda == "latihan":
        return {"type": "latihan", "value": {"judul": "", "teks": teks, "jawaban": ""}}
    if tanda in ("jawaban", "fasilitator"):
        return {"type": {"fasilitator": "catatan"}.get(tanda, tanda), "value": {"teks": teks}}
    raise BerkasSalah(f"tanda [!{tanda}] tidak dikenal")


def _drop_tanda(tokens: list[Token], tanda: str) -> list[Token]:
    """The quote without its mark; a paragraph that held nothing else goes with it."""
    nomor = next(n for n, t in enumerate(tokens) if t.type == "inline")
    sisa = tokens[nomor].content[len(tanda) :]
    if not sisa.strip():
        return tokens[: nomor - 1] + tokens[nomor + 2 :]
    return [*tokens[:nomor], *_MD.parseInline(sisa), *tokens[nomor + 1 :]]


def _append(blok: list[dict], baru: dict) -> None:
    """An answer joins the exercise before it."""
    if baru["type"] != "jawaban":
        blok.append(baru)
        return
    if not blok or blok[-1]["type"] != "latihan":
        raise BerkasSalah("[!jawaban] tanpa [!latihan] di depannya")
    blok[-1]["value"]["jawaban"] = baru["value"]["teks"]


def _flush(biasa: list[Token], blok: list[dict]) -> None:
    if biasa:
        blok.append({"type": "teks", "value": _render(biasa)})
        biasa.clear()


def _render(tokens: list[Token]) -> str:
    html: str = _MD.renderer.render(tokens, _MD.options, {})
    return html.strip()
