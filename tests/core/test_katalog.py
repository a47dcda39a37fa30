"""Catalogues compile on a machine without gettext."""

import gettext
import shutil

import polib
import pytest
from django.utils.translation import gettext as ambil

from cms.core import katalog


def test_compiles_without_gettext_programs(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert shutil.which("msgfmt") is None
    mo, mo_js = katalog.compile_katalog()
    assert (mo.name, mo_js.name) == ("django.mo", "djangojs.mo")
    with mo.open("rb") as berkas:
        katalog_id = gettext.GNUTranslations(berkas)
    assert katalog_id.gettext("News editor") != "News editor"


def test_a_process_that_found_no_catalogue_speaks_indonesian_once_it_is_compiled(
    settings, tmp_path
):
    shutil.copytree(katalog.get_folder(), tmp_path / "id", ignore=shutil.ignore_patterns("*.mo"))
    settings.LOCALE_PATHS = [tmp_path]
    try:
        katalog.forget_katalog()
        assert ambil("News editor") == "News editor"
        katalog.ensure_katalog()
        assert ambil("News editor") != "News editor"
    finally:
        katalog.forget_katalog()


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


@pytest.mark.parametrize(
    ("id_", "jamak", "kata", "sama"),
    [
        ("From %(nama)s", "", "Dari %(nama)s", True),
        ("From %(nama)s", "", "Dari", False),
        ("From %(nama)s", "", "Dari %(nama)s, ya, %(nama)s", True),
        ("From %(nama)s", "", "Dari %(nama)s %(lain)s", False),
        ("Page {satu} of {dua}", "", "Halaman {satu} dari {dua}", True),
        ("Page {satu} of {dua}", "", "Halaman {satu}", False),
        ("%d of %d", "", "%d dari %d", True),
        ("%d of %d", "", "%d", False),
        ("Not %s", "", "Bukan %d", False),
        ("50%% done", "", "50%% selesai", True),
        ("One file", "%(n)d files", "%(n)d berkas", True),
        ("One file", "%(n)d files", "Satu berkas", False),
    ],
)
def test_placeholders_neither_lost_nor_added(tmp_path, id_, jamak, kata, sama):
    isian = {"msgid_plural": jamak, "msgstr_plural": {0: kata}} if jamak else {"msgstr": kata}
    po = polib.POFile()
    po.metadata = katalog.KEPALA
    po.append(polib.POEntry(msgid=id_, **isian))
    po.save(str(tmp_path / "x.po"))
    assert (katalog.find_faults([tmp_path / "x.po"]) == []) == sama
