"""What a page says: its text nodes, the attributes people hear or see, and words in its JSON."""

import json
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment
from bs4.element import Doctype

from cms.core.tulisan import BULAN, BULAN_PENDEK, HARI

ATRIBUT = ("title", "aria-label", "placeholder", "alt", "aria-description", "data-tippy-content")
BISU = {"script", "style", "template", "svg"}
KUNCI = re.compile(r"label|help|text|title|placeholder|description|message|heading", re.I)
PINTASAN = re.compile(r"\b(Ctrl|Shift|Alt|Esc)\b|v?\d[\d.]+\w*")
TANGGAL = re.compile(
    rf"\b(({'|'.join(HARI)}), )?\d{{1,2}}\s({'|'.join((*BULAN, *BULAN_PENDEK))})(\s\d{{4}})?"
)
TANDA = re.compile(r"⟦[^⟦⟧]*⟧")
HURUF = re.compile(r"[^\W\d_]{2,}")


def find_plain(html: str, data: list[str], boleh: set[str]) -> set[str]:
    """Texts that are neither translated, nor data, nor allowed."""
    return {sisa for teks in _list_teks(html) if (sisa := _strip(teks, data)) and sisa not in boleh}


def _strip(teks: str, data: list[str]) -> str:
    """What is left of a text without messages, data and figures; empty if that says nothing."""
    asal = teks = " ".join(teks.split())
    teks = TANGGAL.sub(" ", teks)
    while teks != (teks := TANDA.sub(" ", teks)):
        continue
    teks = teks.split("⟦")[0]  # a message that goes on in the next element, or is cut short
    if not HURUF.search(PINTASAN.sub("", teks)):
        return ""
    for nilai in data:
        teks = teks.replace(" ".join(nilai.split()), " ")
    return asal[:120] if HURUF.search(PINTASAN.sub("", teks)) else ""


def _list_teks(html: str) -> Iterator[str]:
    sup = BeautifulSoup(html, "html.parser")
    dalam = 0  # inside how many messages: one may span elements, as a sentence with a link does
    for simpul in sup.find_all(string=True):
        if isinstance(simpul, (Comment, Doctype)) or simpul.parent.name in BISU:
            continue
        yield "⟦" * dalam + str(simpul)
        dalam = max(0, dalam + simpul.count("⟦") - simpul.count("⟧"))
    for unsur in sup.find_all(True):
        yield from (unsur[a] for a in ATRIBUT if a in unsur.attrs)
        if unsur.name == "input" and unsur.get("type") in {"submit", "button"}:
            yield unsur.get("value", "")
        yield from _list_json(unsur)
    for templat in sup.find_all("template"):
        yield from _list_teks(templat.decode_contents())


def _list_json(unsur) -> Iterator[str]:
    isi = [v for k, v in unsur.attrs.items() if k.startswith("data-") and isinstance(v, str)]
    if unsur.name == "script" and unsur.get("type") == "application/json":
        isi.append(unsur.string or "")
    for teks in isi:
        if teks[:1] in "[{":
            try:
                yield from _walk(json.loads(teks))
            except ValueError:
                continue


def _walk(isi, kunci: str = "") -> Iterator[str]:
    """Values under keys that hold words for people, at any depth."""
    if isinstance(isi, dict):
        for k, v in isi.items():
            yield from _walk(v, "label" if kunci == "strings" else k)
    elif isinstance(isi, list):
        for v in isi:
            yield from _walk(v, kunci)
    elif isinstance(isi, str) and KUNCI.search(kunci):
        yield from _list_teks(isi) if "<" in isi else [isi]
