"""Who needs a word and what was learnt, on plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.hasil import rules

NILAI = st.integers(0, 10_000)
STATUS = st.sampled_from(["hadir", "terlambat", "izin", "sakit", "alpa"])


@pytest.mark.parametrize(
    ("status", "absen"),
    [
        ([], False),
        (["alpa"], False),
        (["alpa", "alpa"], True),
        (["hadir", "alpa", "alpa"], True),
        (["alpa", "alpa", "hadir"], False),
        (["alpa", "izin", "alpa"], False),
    ],
)
def test_absent_twice_in_a_row(status, absen):
    assert rules.is_absen_beruntun(status) is absen


@given(st.lists(STATUS), STATUS)
def test_who_came_last_time_is_not_absent(status, terakhir):
    absen = rules.is_absen_beruntun([*status, terakhir])
    assert absen == (terakhir == "alpa" and status[-1:] == ["alpa"])


def test_standing_still_begins_on_the_day():
    kini = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert rules.count_hari_macet(kini - timedelta(days=14), kini, 14) == 14
    assert rules.count_hari_macet(kini - timedelta(days=13, hours=23), kini, 14) is None


@pytest.mark.parametrize(
    ("awal", "akhir", "hasil"),
    [(4000, 7000, 5000), (10_000, 9000, None), (0, 1, 1), (5000, 2500, -5000), (7000, 8000, 3333)],
)
def test_normalised_gain(awal, akhir, hasil):
    assert rules.count_perolehan_bp(awal, akhir) == hasil


@given(NILAI, NILAI)
def test_gain_has_the_sign_of_the_change_and_its_bounds(awal, akhir):
    hasil = rules.count_perolehan_bp(awal, akhir)
    if awal == 10_000:
        assert hasil is None
        return
    assert hasil <= 10_000 and (hasil == 10_000) == (
        akhir == 10_000 or 2 * (10_000 - akhir) * 10_000 <= 10_000 - awal
    )
    assert (hasil > 0) == (akhir > awal)
    assert abs(hasil * (10_000 - awal) - 10_000 * (akhir - awal)) * 2 <= 10_000 - awal


@given(NILAI, NILAI, NILAI)
def test_more_in_the_second_test_is_never_less_gain(awal, satu, dua):
    if awal < 10_000 and satu <= dua:
        assert rules.count_perolehan_bp(awal, satu) <= rules.count_perolehan_bp(awal, dua)


@given(st.integers(0, 500))
def test_public_figures_move_in_steps_of_five(banyak):
    hasil = rules.count_umum(banyak)
    assert hasil % 5 == 0 and hasil <= banyak < hasil + 5


@given(st.lists(st.tuples(st.integers(1, 5), NILAI), min_size=1))
def test_the_mark_of_an_aim_lies_between_its_questions(butir):
    nilai = [n for _bobot, n in butir]
    assert min(nilai) <= rules.mark_tujuan(butir) <= max(nilai)
    assert rules.mark_tujuan([]) is None


@given(st.lists(NILAI, min_size=1))
def test_mean(nilai):
    rata = rules.count_rata(nilai)
    assert abs(2 * rata * len(nilai) - 2 * sum(nilai)) <= len(nilai)
    assert rules.count_rata([]) is None


def test_could_not_before_and_can_now():
    assert rules.is_baru_bisa(6999, 7000, 7000)
    assert not rules.is_baru_bisa(7000, 9000, 7000)
    assert not rules.is_baru_bisa(0, 6999, 7000)


@pytest.mark.parametrize(
    ("nama", "hasil"),
    [
        ("m02 hasil kambing", (2, "hasil kambing")),
        ("m10-rapat tinjauan", (10, "rapat tinjauan")),
        ("m02-2", (None, "m02-2")),
        ("membaca kas", (None, "membaca kas")),
    ],
)
def test_an_aim_says_its_module_in_words(nama, hasil):
    assert rules.split_tujuan(nama) == hasil
