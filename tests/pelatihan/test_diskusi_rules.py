"""Words of a question as they are kept, on plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.diskusi import rules


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("  Apa itu kas?  ", "Apa itu kas?"),
        ("Satu\r\nDua\rTiga\u2028Empat", "Satu\nDua\nTiga\nEmpat"),
        ("Satu\n\n\n\n\nDua", "Satu\n\nDua"),
        ("Satu \t \n \nDua", "Satu\n\nDua"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("gaji\u202egpj.exe\u200b", "gajigpj.exe"),
        ("harga < 5.000 & > 0", "harga < 5.000 & > 0"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Bu Yati 👩‍🌾 ucapkan matur nuwun", "Bu Yati 👩‍🌾 ucapkan matur nuwun"),
        ("\ud800rusak", "rusak"),
        ("\u200b\u202e\n\t", ""),
    ],
)
def test_kept_words(teks, hasil):
    assert rules.clean_tulisan(teks) == hasil


@given(st.text(alphabet=st.characters(), max_size=300))
def test_cleaning_twice_changes_nothing_and_leaves_nothing_unseen(teks):
    bersih = rules.clean_tulisan(teks)
    assert rules.clean_tulisan(bersih) == bersih == bersih.strip()
    assert "\n\n\n" not in bersih and "\r" not in bersih and "\x00" not in bersih
    bersih.encode()


@pytest.mark.parametrize(("panjang", "sah"), [(0, False), (1, True), (2000, True), (2001, False)])
def test_length(panjang, sah):
    assert rules.is_panjang_sah("a" * panjang) is sah


def test_correcting_ends_after_a_quarter_of_an_hour():
    awal = datetime(2026, 11, 24, 23, 50, tzinfo=UTC)
    assert rules.may_correct(awal, awal + timedelta(minutes=14, seconds=59))
    assert not rules.may_correct(awal, awal + timedelta(minutes=15))


@given(st.text(alphabet="ab \n", max_size=900))
def test_beginning_of_a_text_is_its_beginning(teks):
    awal, potong = rules.petik(teks)
    assert teks.startswith(awal.removesuffix("…")) and potong is (len(teks) > rules.PETIKAN)
    assert len(awal) <= rules.PETIKAN + 1


def test_one_long_word_is_cut_too():
    awal, potong = rules.petik("a" * 2000)
    assert potong and 1 < len(awal) <= rules.PETIKAN + 1
