"""The money field: what is typed, what is kept, what is said when it is refused."""

import pytest
from django import forms

from cms.core.forms import RupiahField


class Formulir(forms.Form):
    jumlah = RupiahField(label="Uang", minimal=1_000, maksimal=5_000_000)
    catatan = RupiahField(required=False)


@pytest.mark.parametrize("teks", ["284000", "284.000", "Rp 284.000,-", " rp 284.000 "])
def test_money_becomes_whole_rupiah(teks):
    form = Formulir({"jumlah": teks})
    assert form.is_valid() and form.cleaned_data == {"jumlah": 284_000, "catatan": None}


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("1,000", "rupiah utuh"),
        ("-5", "rupiah utuh"),
        ("9" * 30, "terlalu besar"),
        ("999", "Paling sedikit Rp 1.000."),
        ("5.000.001", "Paling banyak Rp 5.000.000."),
        ("", "wajib"),
        ("9" * 10_000, "terlalu besar"),
    ],
)
def test_refusals_say_what_to_do(teks, kata):
    form = Formulir({"jumlah": teks})
    assert not form.is_valid()
    assert kata in form.errors["jumlah"][0] or (
        not teks and "harus diisi" in form.errors["jumlah"][0]
    )


def test_what_was_typed_comes_back_and_what_was_stored_is_grouped():
    assert 'value="1,000"' in str(Formulir({"jumlah": "1,000"})["jumlah"])
    assert 'value="Rp 284.000"' in str(Formulir(initial={"jumlah": 284_000})["jumlah"])
