"""Everything that editor and koordinator see in the office is Indonesian."""

import os
import subprocess
import sys
from pathlib import Path

import polib
import wagtail
from django.conf import settings

from cms.core import katalog

from .teks import find_plain

BERTANDA = [f"tests/kantor/{n}.py" for n in ("bertanda", "bertanda_ruang", "bertanda_kirim")]


def test_office_on_a_marked_catalogue():
    """In a process of its own: labels are computed once, so marks must stand before Django starts."""
    perintah = [sys.executable, "-m", "pytest", "-q", "-p", "tests.kantor.tanda", "-p"]
    perintah += ["no:cacheprovider", "-p", "no:xdist", *BERTANDA]
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    hasil = subprocess.run(
        perintah, cwd=settings.BASE_DIR, env=lingkungan, capture_output=True, text=True, timeout=180
    )
    assert hasil.returncode == 0, hasil.stdout[-6000:] + hasil.stderr[-2000:]


def test_scripts_of_the_office_find_their_words():
    asal = Path(wagtail.__file__).parent / "admin/locale/en/LC_MESSAGES/djangojs.po"
    kamus = polib.mofile(str(katalog.compile_katalog()[1]))
    ada = {(e.msgctxt, e.msgid) for e in kamus if e.msgstr or any(e.msgstr_plural.values())}
    perlu = {(e.msgctxt, e.msgid) for e in polib.pofile(str(asal)) if not e.obsolete}
    assert len(perlu) > 50
    assert perlu - ada == set()


def test_what_stands_without_marks_is_found():
    html = (
        '<p>⟦Simpan⟧</p><p>⟦Lihat <a href="/">caranya</a> di sini⟧</p><h1>Panen raya</h1>'
        '<a title="Delete">⟦Hapus⟧</a><input placeholder="Search"><b>Draft</b><p>⟦Terpotong'
        '<i data-x=\'{"label": "Bold", "name": "bold"}\'></i></p><kbd>Ctrl + b</kbd>'
    )
    assert find_plain(html, ["Panen raya"], {"Draft"}) == {"Delete", "Search", "Bold"}
