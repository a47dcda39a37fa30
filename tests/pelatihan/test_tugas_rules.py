"""Points in halves, what stands against accepting, and where an assignment stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.tugas import rules

ISI = {
    "lulus_poin": 70,
    "terima": ["teks", "foto"],
    "rubrik": [
        {"id": "awal", "poin": 20, "minimal": 1},
        {"id": "sebab", "poin": 15, "minimal": 0},
        {"id": "hpp", "poin": 65, "minimal": 15},
    ],
}


@pytest.mark.parametrize(
    ("teks", "paruh"),
    [("7,5", 15), ("7.5", 15), (" 20 ", 40), ("0", 0), ("15,0", 30), ("7,50", 15)],
)
def test_points_are_read_as_people_write_them(teks, paruh):
    assert rules.parse_poin(teks) == paruh


@pytest.mark.parametrize(
    "teks", ["", "7,3", "-1", "1e3", "tujuh", "7,5,5", "1000", "٧", "7 5", "."]
)
def test_what_is_no_half_point_is_none(teks):
    assert rules.parse_poin(teks) is None


@given(st.integers(0, 1999))
def test_written_and_read_back(paruh):
    assert rules.parse_poin(rules.format_poin(paruh)) == paruh


@given(st.integers(0, 40), st.integers(0, 30), st.integers(0, 130))
def test_accepted_exactly_when_sum_and_every_least_are_there(awal, sebab, hpp):
    poin = {"awal": awal, "sebab": sebab, "hpp": hpp}
    assert rules.is_poin_sah(ISI, poin)
    kurang = rules.list_kurang(ISI, poin)
    assert ("jumlah" in kurang) == (awal + sebab + hpp < 140)
    assert ("awal" in kurang) == (awal < 2) and ("hpp" in kurang) == (hpp < 30)
    assert "sebab" not in kurang


@pytest.mark.parametrize(
    "poin",
    [
        None,
        [],
        {},
        {"awal": 40, "sebab": 30},
        {"awal": 41, "sebab": 30, "hpp": 0},
        {"awal": -1, "sebab": 30, "hpp": 0},
        {"awal": True, "sebab": 30, "hpp": 0},
        {"awal": 1.5, "sebab": 30, "hpp": 0},
        {"awal": 40, "sebab": 30, "hpp": 0, "lain": 0},
    ],
)
def test_points_off_the_rubric_are_refused(poin):
    assert not rules.is_poin_sah(ISI, poin)


PUTUSAN = st.sampled_from([None, rules.DITERIMA, rules.DIKEMBALIKAN])


@given(st.lists(PUTUSAN))
def test_state_follows_from_the_versions(putusan):
    keadaan = rules.get_keadaan(putusan)
    assert (keadaan == rules.DITERIMA) == (rules.DITERIMA in putusan)
    assert (keadaan == rules.BELUM) == (not putusan)
    if keadaan not in (rules.DITERIMA, rules.BELUM):
        assert (keadaan == rules.MENUNGGU) == (putusan[-1] is None)
    assert rules.may_submit(keadaan) == (rules.DITERIMA not in putusan)


def test_kinds_that_are_not_asked_for():
    assert rules.check_jenis(ISI, ["image/jpeg", "application/pdf"]) == ["application/pdf"]
    assert rules.check_jenis(ISI, ["image/png"]) == []


def test_nothing_at_all_is_empty():
    assert rules.is_kosong(" \n", 0)
    assert not rules.is_kosong("", 1) and not rules.is_kosong("a", 0)
