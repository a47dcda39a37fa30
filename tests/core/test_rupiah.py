"""Money in and out of words: worked examples, refusals, and num2words as the oracle."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from cms.core.rupiah import (
    MAKSIMUM,
    RupiahTidakSah,
    format_angka,
    format_rupiah,
    parse_rupiah,
    terbilang,
)

jumlah = st.integers(0, MAKSIMUM)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("2950000", 2_950_000),
        ("2.950.000", 2_950_000),
        ("Rp 2.950.000,-", 2_950_000),
        ("Rp. 25.000.000,-", 25_000_000),
        ("Rp2.950.000,00", 2_950_000),
        (" rp 1.000 ", 1_000),
        ("Rp\u00a01.000", 1_000),
        ("0", 0),
        ("999.999.999.999.999", MAKSIMUM),
    ],
)
def test_reads_what_people_write(teks, nilai):
    assert parse_rupiah(teks) == nilai


@pytest.mark.parametrize(
    "teks",
    [
        "1.00",
        "1,000",
        "2.95.000",
        "-5",
        "1e6",
        "٣٠٠",
        "1.000,50",
        "Rp",
        "1 000",
        "007",
        "1.000.",
        ",-",
    ]
    + ["0.950.000", "1_000", "１００", "Rp 1.000 ribu", "1.000\n2.000", "2950.000"],
)
def test_refuses_to_guess(teks):
    with pytest.raises(RupiahTidakSah) as salah:
        parse_rupiah(teks)
    assert salah.value.kode == "bentuk"


@pytest.mark.parametrize("teks", ["", "   ", "\u00a0\n"])
def test_empty_is_named(teks):
    with pytest.raises(RupiahTidakSah) as salah:
        parse_rupiah(teks)
    assert salah.value.kode == "kosong"


@pytest.mark.parametrize("teks", ["1.000.000.000.000.000", "1" * 16, "9" * 10_000])
def test_too_large_is_named(teks):
    with pytest.raises(RupiahTidakSah) as salah:
        parse_rupiah(teks)
    assert salah.value.kode == "terlalu_besar"


@given(jumlah)
def test_format_round_trips(nilai):
    assert parse_rupiah(format_rupiah(nilai)) == nilai
    assert parse_rupiah(format_angka(nilai)) == nilai


@given(st.text())
def test_any_text_is_a_number_or_a_named_refusal(teks):
    try:
        assert 0 <= parse_rupiah(teks) <= MAKSIMUM
    except RupiahTidakSah as salah:
        assert salah.kode in {"kosong", "bentuk", "terlalu_besar"}


def test_format_examples():
    assert format_rupiah(2_950_000) == "Rp 2.950.000"
    assert format_rupiah(0) == "Rp 0"
    assert format_rupiah(-12_380_000) == "−Rp 12.380.000"
    assert format_angka(-1_234) == "−1.234"


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol rupiah"),
        (11, "sebelas rupiah"),
        (284_000, "dua ratus delapan puluh empat ribu rupiah"),
        (1_000, "seribu rupiah"),
        (1_001_001, "satu juta seribu satu rupiah"),
        (21_000, "dua puluh satu ribu rupiah"),
        (101_000, "seratus satu ribu rupiah"),
        (25_000_000, "dua puluh lima juta rupiah"),
        (100_110, "seratus ribu seratus sepuluh rupiah"),
    ],
)
def test_spells_examples(nilai, kata):
    assert terbilang(nilai) == kata


@given(jumlah)
@example(1_001_000)
@example(MAKSIMUM)
def test_spells_like_num2words(nilai):
    kata = num2words(nilai, lang="id")
    if nilai // 1000 % 1000 == 1:
        kata = kata.replace("satu ribu", "seribu")
    assert terbilang(nilai) == f"{kata} rupiah"


@pytest.mark.parametrize("nilai", [-1, MAKSIMUM + 1])
def test_spelling_has_bounds(nilai):
    with pytest.raises(ValueError):
        terbilang(nilai)
