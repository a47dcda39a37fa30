"""Message catalogues in pure Python: one .po per room in cms/locale/id/, compiled into one .mo.

A fresh machine has no gettext programs. Files named `js-*.po` make the catalogue for JavaScript.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings

BAHASA = "id"
KEPALA = {
    "Language": BAHASA,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def get_folder() -> Path:
    return Path(settings.LOCALE_PATHS[0]) / BAHASA


def get_files(*, js: bool = False) -> list[Path]:
    """The rooms' catalogues, in a fixed order."""
    return sorted(p for p in get_folder().glob("*.po") if p.name.startswith("js-") == js)


def compile_katalog() -> list[Path]:
    """Write django.mo and djangojs.mo; returns the files written. Cheap enough for every start."""
    folder = get_folder() / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    tujuan = {folder / "django.mo": get_files(), folder / "djangojs.mo": get_files(js=True)}
    for mo, sumber in tujuan.items():
        draft = mo.with_name(f".{mo.name}.{os.getpid()}")
        _merge(sumber).save_as_mofile(str(draft))
        draft.replace(mo)
    return list(tujuan)


def _merge(files: list[Path]) -> polib.POFile:
    hasil = polib.POFile()
    hasil.metadata = KEPALA
    for entri in get_entries(files):
        if entri.translated():
            hasil.append(entri)
    return hasil


def get_entries(files: list[Path]) -> Iterator[polib.POEntry]:
    """Every entry of these files that is in use."""
    for path in files:
        yield from (e for e in polib.pofile(str(path)) if not e.obsolete)


def find_faults(files: list[Path]) -> list[str]:
    """Entries without translation, fuzzy ones, and ids that two files translate differently."""
    keluhan, dikenal = [], {}
    for path in files:
        for entri in get_entries([path]):
            id_ = (entri.msgctxt, entri.msgid)
            if not entri.translated():
                keluhan.append(f"{path.name}: {entri.msgid!r}")
            if dikenal.setdefault(id_, entri.msgstr) != entri.msgstr:
                keluhan.append(f"{path.name}: {entri.msgid!r} has two translations")
    return keluhan
