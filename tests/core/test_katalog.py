"""Catalogues compile on a machine without gettext."""

import gettext
import shutil

from cms.core import katalog


def test_compiles_without_gettext_programs(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert shutil.which("msgfmt") is None
    mo, mo_js = katalog.compile_katalog()
    assert (mo.name, mo_js.name) == ("django.mo", "djangojs.mo")
    with mo.open("rb") as berkas:
        katalog_id = gettext.GNUTranslations(berkas)
    assert katalog_id.gettext("News editor") != "News editor"


def test_faults_are_named(tmp_path):
    kepala = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "a.po").write_text(
        f'{kepala}msgid "One"\nmsgstr ""\n\n#, fuzzy\nmsgid "Two"\nmsgstr "Dua"\n\n'
        'msgid "Three"\nmsgstr "Tiga"\n'
    )
    (tmp_path / "b.po").write_text(f'{kepala}msgid "Three"\nmsgstr "Tri"\n')
    assert katalog.find_faults(sorted(tmp_path.glob("*.po"))) == [
        "a.po: 'One'",
        "a.po: 'Two'",
        "b.po: 'Three' has two translations",
    ]
