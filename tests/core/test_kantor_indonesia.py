"""Wagtail's own words reach the office in Indonesian, its gaps filled by us."""

import pytest
from django.utils.translation import gettext

from cms.core import katalog


@pytest.mark.parametrize(
    ("id_", "kata"),
    [
        ("Submit for moderation", "Kirim untuk ditinjau"),  # a gap of Wagtail's that we fill
        ("Save draft", "Simpan konsep"),  # Wagtail's own catalogue, which Django alone never loads
        ("Waiting for review", "Menunggu tinjauan"),  # ours
    ],
)
def test_words_of_three_origins(id_, kata):
    assert gettext(id_) == kata


def test_lost_placeholders_are_found(tmp_path):
    po = tmp_path / "x.po"
    po.write_text('msgid "From %(nama)s"\nmsgstr "Dari %(name)s"\n', encoding="utf-8")
    assert katalog.find_faults([po]) == ["x.po: 'From %(nama)s' has other placeholders"]
