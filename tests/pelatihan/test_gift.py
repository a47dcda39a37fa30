"""GIFT: the forms we read, what is refused, and escapes that survive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.muat.gift import GiftSalah, escape, parse_gift


def one(teks: str):
    return parse_gift(teks).soal[0]


def test_single_choice_with_feedback():
    soal = one("::Judul::Mana?{\n=ya#tepat\n~tidak#belum\n####umum\n}")
    assert (soal.judul, soal.jenis, soal.isi["soal"]) == ("Judul", "pilihan-tunggal", "Mana?")
    assert [(p["teks"], p["bobot"], p["umpan_balik"]) for p in soal.isi["pilihan"]] == [
        ("ya", 10000, "tepat"),
        ("tidak", 0, "belum"),
    ]
    assert soal.isi["umpan_balik"] == "umum"


def test_several_answers_with_weights():
    soal = one("Mana saja?{~%50%a ~%50%b ~%-33.33333%c}")
    assert soal.jenis == "pilihan-ganda"
    assert [p["bobot"] for p in soal.isi["pilihan"]] == [5000, 5000, -3333]


@pytest.mark.parametrize(
    ("jawab", "benar", "umpan"),
    [("TRUE#salah#tepat", "b", {"s": "salah", "b": "tepat"}), ("F", "s", {"s": "", "b": ""})],
)
def test_true_false_gives_wrong_feedback_first(jawab, benar, umpan):
    pilihan = one(f"Betul?{{{jawab}}}").isi["pilihan"]
    assert [p["id"] for p in pilihan if p["bobot"] == 10000] == [benar]
    assert {p["id"]: p["umpan_balik"] for p in pilihan} == umpan


def test_numbers_with_tolerance_range_and_fallback():
    isi = one("Berapa?{#\n=58.2:0.05#tepat\n=%50%57..59#dekat\n~#bagi dulu\n}").isi
    assert [(a["nilai"], a["toleransi"], a["bobot"]) for a in isi["angka"]] == [
        ("58.2", "0.05", 10000),
        ("58", "1", 5000),
    ]
    assert isi["umpan_lain"] == "bagi dulu"
    assert one("Berapa?{#3}").isi["angka"][0]["toleransi"] == "0"


def test_comments_belong_to_the_file_and_to_each_question():
    berkas = parse_gift(
        "// judul: Kuis\n// lulus: 75\n\n// kunci: x; topik: kuorum; kesukaran: 3\nA?{T}\n\nB?{F}\n"
    )
    assert berkas.keterangan == {"judul": "Kuis", "lulus": "75"}
    assert berkas.soal[0].keterangan == {"kunci": "x", "topik": "kuorum", "kesukaran": "3"}
    assert berkas.soal[1].keterangan == {}


def test_what_stands_before_the_question_is_read_first():
    isi = one("Saldo 10 juta.\\n\\nBerapa?{#3}").isi
    assert (isi["bacaan"], isi["soal"]) == ("Saldo 10 juta.", "Berapa?")


@pytest.mark.parametrize(
    "salah",
    ["A?{=satu", "A?{satu}", "A?{#x}", "A?{~%200%a =b}", "A?{ {T} }", "A?{=a -> b =c}"],
)
def test_refuses_with_the_number_of_the_question(salah):
    with pytest.raises(GiftSalah) as tangkap:
        parse_gift(f"B?{{T}}\n\n{salah}")
    assert tangkap.value.nomor == 2


KATA = st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=1).filter(
    lambda t: t.strip() == t and not t.startswith("/") and t.upper()[0] not in "TF%"
)


@given(KATA, KATA, KATA, KATA)
def test_escaped_text_comes_back_as_it_was(judul, soal, benar, salah):
    hasil = one(
        f"::{escape(judul)}::{escape(soal)}{{\n={escape(benar)}\n~{escape(salah)}#{escape(judul)}\n}}"
    )
    assert (hasil.judul, hasil.isi["soal"]) == (judul, soal)
    assert [p["teks"] for p in hasil.isi["pilihan"]] == [benar, salah]
    assert hasil.isi["pilihan"][1]["umpan_balik"] == judul
