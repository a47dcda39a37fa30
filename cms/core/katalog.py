"""Message catalogues in pure Python: one .po per room in cms/locale/id/, compiled into one .mo.

A fresh machine has no gettext programs. Files named `js-*.po` make the catalogue for JavaScript.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import wagtail
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed

BAHASA = "id"
SENGAJA = "tanpa isian"
TANPA_NAMA = {"%s", "%d", "%i", "%f", "{}"}
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
    tujuan = {folder / "django.mo": False, folder / "djangojs.mo": True}
    for mo, js in tujuan.items():
        draft = mo.with_name(f".{mo.name}.{os.getpid()}")
        _merge([*get_wagtail_files(js=js), *get_files(js=js)]).save_as_mofile(str(draft))
        draft.replace(mo)
    forget_katalog()
    return list(tujuan)


def ensure_katalog() -> None:
    """Before words are stored for good: compile what was never compiled."""
    if not (get_folder() / "LC_MESSAGES" / "django.mo").exists():
        compile_katalog()


def forget_katalog() -> None:
    """Let this process read the catalogue anew: where none lay at its start, it would speak English."""
    translation_file_changed(None, get_folder() / "LC_MESSAGES" / "django.mo")


def get_wagtail_files(*, js: bool) -> list[Path]:
    """Wagtail's own Indonesian, which it calls id_ID, so that Django would never look for it."""
    akar = Path(wagtail.__file__).parent
    return sorted(akar.rglob(f"locale/id_ID/LC_MESSAGES/{'djangojs' if js else 'django'}.po"))


def _merge(files: list[Path]) -> polib.POFile:
    """One catalogue; of two translations of one id the later file's counts."""
    isi = {(e.msgctxt, e.msgid): e for e in get_entries(files) if e.translated()}
    hasil = polib.POFile()
    hasil.metadata = KEPALA
    hasil.extend(isi.values())
    return hasil


def get_entries(files: list[Path]) -> Iterator[polib.POEntry]:
    """Every entry of these files that is in use."""
    for path in files:
        yield from (e for e in polib.pofile(str(path)) if not e.obsolete)


def find_faults(files: list[Path]) -> list[str]:
    """Entries untranslated or fuzzy, other placeholders, and ids that two files translate differently."""
    keluhan, dikenal = [], {}
    for path in files:
        for entri in get_entries([path]):
            kata = entri.msgstr or "".join(entri.msgstr_plural.values())
            if not entri.translated():
                keluhan.append(f"{path.name}: {entri.msgid!r}")
            elif not _keeps_isian(entri, kata):
                keluhan.append(f"{path.name}: {entri.msgid!r} has other placeholders")
            if dikenal.setdefault((entri.msgctxt, entri.msgid), kata) != kata:
                keluhan.append(f"{path.name}: {entri.msgid!r} has two translations")
    return keluhan


def _keeps_isian(entri: polib.POEntry, kata: str) -> bool:
    """No placeholder lost and none added; Indonesian has one form, which serves every number.

    A translator's comment `tanpa isian` says that the value is left out on purpose.
    """
    if entri.tcomment == SENGAJA:
        return not _find_isian(kata)
    return _find_isian(kata) == _find_isian(entri.msgid_plural or entri.msgid)


def _find_isian(teks: str) -> dict[str, int]:
    """`{placeholder: how often}`; a name counts once, since it may be said twice."""
    isian = Counter(re.findall(r"%\(\w+\)[a-z]|\{\w*\}|%[sdif]", teks.replace("%%", "")))
    return {satu: n if satu in TANPA_NAMA else 1 for satu, n in isian.items()}
