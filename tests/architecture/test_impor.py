"""The contracts of import-linter hold, and they speak of the house that stands."""

from importlinter.cli import lint_imports

from .susunan import AKAR, get_lapis, list_irisan, may_know


def test_kontrak_ditepati(capsys):
    """The contracts also forbid a slice without a place: those of slices are exhaustive."""
    hasil = lint_imports(config_filename=str(AKAR / "pyproject.toml"), no_cache=True)
    assert hasil == 0, capsys.readouterr().out


def test_setiap_irisan_punya_tempat():
    for folder in list_irisan():
        nama = {n for lapis in get_lapis(f"irisan-{folder.parent.name}") for n in lapis.anggota}
        assert folder.name in nama


def test_urutan_terbaca_dari_kontrak():
    assert may_know("ruang", "home", "cms.core")
    assert not may_know("ruang", "cms.core", "home")
    assert not may_know("ruang", "pelatihan", "aset")
    assert may_know("lapis", "selectors", "permissions")
