"""Texts kept as Markdown files, as blocks of a page. Headings, paragraphs, lists and callouts."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from markdown_it import MarkdownIt
from wagtail.rich_text import RichText

DATA = Path(__file__).parent / "data"
_MD = MarkdownIt("commonmark", {"html": False})


def read_naskah(nama: str) -> list[tuple]:
    """The blocks of a text in this slice's data folder."""
    return build_isi((DATA / f"{nama}.md").read_text(encoding="utf-8"))


def build_isi(teks: str) -> list[tuple]:
    """Blocks for a StreamField: "## " and "### " head a part, "> " is a callout, the rest is text."""
    bagian = [b.strip() for b in teks.split("\n\n") if b.strip()]
    return [blok for jenis, isi in groupby(bagian, key=_jenis) for blok in _blok(jenis, list(isi))]


def _jenis(bagian: str) -> str:
    return "judul" if bagian.startswith("#") else "sorot" if bagian.startswith("> ") else "paragraf"


def _blok(jenis: str, isi: list[str]) -> Iterator[tuple]:
    if jenis == "paragraf":
        yield jenis, RichText(_MD.render("\n\n".join(isi)).strip())
        return
    for satu in isi:
        if jenis == "judul":
            pagar, _spasi, teks = satu.partition(" ")
            yield jenis, {"teks": teks, "tingkat": str(min(len(pagar), 3))}
        else:
            polos = satu.removeprefix("> ").replace("\n> ", "\n")
            yield jenis, {"judul": "", "isi": RichText(_MD.render(polos).strip())}
