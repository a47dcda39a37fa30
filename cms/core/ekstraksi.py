"""Finding the messages our code and templates use. Needs Babel, which only engineers install."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize

from .katalog import KEPALA, get_entries, get_files, get_folder

FUNGSI = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
RUANG_CMS = ("core", "accounts", "notifikasi", "komunitas", "demo")
RUANG = ("home", "pelatihan", "musyawarah", "aset")
FOLDER = {"account": "accounts", "mfa": "accounts"}  # folders whose names allauth gives


def get_sources() -> Iterator[tuple[str, Path]]:
    """Pairs of catalogue name and source file."""
    for nama in (*RUANG, *RUANG_CMS):
        akar = settings.BASE_DIR / ("" if nama in RUANG else "cms") / nama
        yield from ((nama, p) for p in akar.rglob("*") if p.suffix in {".py", ".html", ".txt"})
    for path in (settings.BASE_DIR / "templates").rglob("*.*"):
        ruang = path.relative_to(settings.BASE_DIR / "templates").parts[0]
        yield FOLDER.get(ruang, ruang if ruang in (*RUANG, *RUANG_CMS) else "core"), path


def extract_messages() -> dict[tuple[str | None, str], tuple[str, str | None]]:
    """`{(context, id): (catalogue, plural)}` of everything marked for translation."""
    hasil: dict = {}
    for nama, path in get_sources():
        for kunci, jamak in _extract(path):
            hasil.setdefault(kunci, (nama, jamak))
    return hasil


def _extract(path: Path) -> Iterator[tuple[tuple[str | None, str], str | None]]:
    teks = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # what stands between the tags is blanked out, yet its indentation would be read as Python's
        teks = dedent_lines(templatize(teks, origin=str(path)))
    berkas = io.BytesIO(teks.encode())
    for _baris, fungsi, pesan, _komentar in extract_python(berkas, FUNGSI, (), {}):
        yield from _read_call(str(fungsi), pesan if isinstance(pesan, tuple) else (pesan,))


def dedent_lines(teks: str) -> str:
    return "\n".join(baris.lstrip() for baris in teks.split("\n"))


def _read_call(fungsi: Any, pesan: tuple) -> Iterator:
    konteks = pesan[0] if "pgettext" in fungsi else None
    sisa = pesan[1:] if konteks else pesan
    if sisa and sisa[0]:
        yield (konteks, sisa[0]), (sisa[1] if fungsi.startswith("n") and len(sisa) > 1 else None)


def find_missing() -> dict[tuple[str | None, str], tuple[str, str | None]]:
    """Messages in use that no catalogue holds."""
    ada = {(e.msgctxt, e.msgid) for e in get_entries(get_files())}
    return {k: v for k, v in extract_messages().items() if k not in ada}


def append_missing() -> int:
    """Write missing ids with empty translations into their room's file; returns how many."""
    hilang = find_missing()
    for nama in {v[0] for v in hilang.values()}:
        po = _open_po(get_folder() / f"{nama}.po")
        for (konteks, id_), (ruang, jamak) in sorted(hilang.items(), key=lambda x: x[0][1]):
            if ruang == nama:
                po.append(_make_entry(konteks, id_, jamak))
        po.save()
    return len(hilang)


def _open_po(path: Path) -> polib.POFile:
    if path.exists():
        return polib.pofile(str(path), wrapwidth=100)
    po = polib.POFile(wrapwidth=100)
    po.metadata = KEPALA
    po.fpath = str(path)
    return po


def _make_entry(konteks: str | None, id_: str, jamak: str | None) -> polib.POEntry:
    if jamak:
        return polib.POEntry(msgctxt=konteks, msgid=id_, msgid_plural=jamak, msgstr_plural={0: ""})
    return polib.POEntry(msgctxt=konteks, msgid=id_, msgstr="")
