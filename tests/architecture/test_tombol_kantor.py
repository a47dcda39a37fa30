"""Buttons of the office stand where they can be read."""

import re
from pathlib import Path

AKAR = Path(__file__).parents[2]
RUANG = ("cms", "home", "pelatihan", "musyawarah", "aset")
LAIN = re.compile(
    r"def header_more_buttons(?:(?!\n    def |\nclass ).)*?\bHeaderButton\(", re.DOTALL
)


def test_the_menu_with_three_dots_holds_plain_buttons():
    """A HeaderButton is dark on the dark menu; only a Button takes the menu's own colours."""
    berkas = [p for ruang in RUANG for p in (AKAR / ruang).rglob("*.py")]
    assert any("header_more_buttons" in p.read_text() for p in berkas)
    assert not [str(p.relative_to(AKAR)) for p in berkas if LAIN.search(p.read_text())]
