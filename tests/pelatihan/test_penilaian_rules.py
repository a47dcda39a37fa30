"""Marking: worked by hand, then by machine."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.kursus.rules import drop_id, find_faults, hash_isi, weigh_pilihan
from pelatihan.penilaian import rules

CADANGAN = {
    "soal": "Berapa cadangan risiko?",
    "angka": [
        {"nilai": "2950000", "toleransi": "0", "bobot": 10000, "umpan_balik": "Tepat."},
        {"nilai": "2950000", "toleransi": "50000", "bobot": 5000, "umpan_balik": "Hampir."},
    ],
    "umpan_balik": "Kalikan saldo dengan persennya.",
}


def make_ganda(benar: list[bool]) -> dict:
    bobot = weigh_pilihan(benar)
    return {
        "soal": "Mana yang benar?",
        "pilihan": [
            {"id": str(n), "teks": f"Pilihan {n}", "bobot": b, "umpan_balik": ""}
            for n, b in enumerate(bobot)
        ],
    }


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("2950000", "2950000"),
        (" Rp 2.950.000 ", "2950000"),
        ("Rp. 2.950.000,-", "2950000"),
        ("rp2.950.000,00", "2950000"),
        ("1,5%", "1.5"),
        ("1.5", "1.5"),
        ("-3", "-3"),
        ("1.500", "1500"),
    ],
)
def test_reads_indonesian_numbers(teks, nilai):
    assert rules.parse_angka(teks) == Decimal(nilai)


@pytest.mark.parametrize(
    "teks", ["", "dua juta", "1,000.50", "1.2.3", "٣٠٠", "1e6", "nan", "--1", "9" * 41, "1 000"]
)
def test_refuses_what_is_no_number(teks):
    assert rules.parse_angka(teks) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_number_round_trip(nilai):
    tulisan = f"{nilai:,.2f}".translate(str.maketrans(",.", ".,"))
    assert rules.parse_angka(tulisan) == nilai


@pytest.mark.parametrize(
    ("teks", "nilai"), [("2.950.000", 10000), ("2.900.000", 5000), ("2.899.999", 0), ("?", 0)]
)
def test_tolerance(teks, nilai):
    assert rules.mark_jawaban("angka", CADANGAN, {"teks": teks}) == nilai


def test_feedback_of_the_matching_number_then_the_general_one():
    kata = rules.list_umpan_balik("angka", CADANGAN, {"teks": "2.960.000"})
    assert kata == ["Hampir.", "Kalikan saldo dengan persennya."]


def test_single_choice_takes_exactly_one():
    isi = {"pilihan": [{"id": "a", "bobot": 10000}, {"id": "b", "bobot": 0}]}
    assert rules.mark_jawaban("pilihan-tunggal", isi, {"pilihan": ["a"]}) == 10000
    assert rules.mark_jawaban("pilihan-tunggal", isi, {"pilihan": ["b"]}) == 0
    assert rules.mark_jawaban("pilihan-tunggal", isi, {"pilihan": ["a", "b"]}) == 0
    assert rules.mark_jawaban("pilihan-tunggal", isi, {}) == 0


def test_partial_credit_worked_by_hand():
    isi = make_ganda([True, True, False, False])
    assert rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": ["0"]}) == 5000
    assert rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": ["0", "2"]}) == 0
    assert rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": ["0", "1", "2"]}) == 5000
    assert rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": ["0", "1"]}) == 10000


BENAR = st.lists(st.booleans(), min_size=2, max_size=8).filter(any)


@given(BENAR, st.data())
def test_multiple_choice_never_rewards_guessing(benar, data):
    isi = make_ganda(benar)
    semua = [p["id"] for p in isi["pilihan"]]
    pilih = data.draw(st.lists(st.sampled_from(semua), unique=True))
    nilai = rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": pilih})
    tepat = set(pilih) == {p["id"] for p in isi["pilihan"] if p["bobot"] > 0}
    assert 0 <= nilai <= 10000
    assert (nilai == 10000) == tepat
    if len(pilih) == len(semua) and not all(benar):
        assert nilai < 10000 // sum(benar)


@given(BENAR, st.data())
def test_one_more_right_answer_never_costs(benar, data):
    isi = make_ganda(benar)
    pilih = set(data.draw(st.lists(st.sampled_from([p["id"] for p in isi["pilihan"]]))))
    tambah = data.draw(st.sampled_from([p["id"] for p in isi["pilihan"] if p["bobot"] > 0]))

    def nilai(ids):
        return rules.mark_jawaban("pilihan-ganda", isi, {"pilihan": list(ids)})

    assert nilai(pilih | {tambah}) >= nilai(pilih - {tambah})


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 10000)), min_size=1))
def test_attempt_mark_lies_between_its_answers(butir):
    nilai = rules.mark_percobaan(butir)
    assert min(n for _b, n in butir) <= nilai <= max(n for _b, n in butir)


def test_attempt_mark_rounds_half_up():
    assert rules.mark_percobaan([(1, 10000), (1, 10000), (1, 0)]) == 6667
    assert rules.mark_percobaan([(1, 1), (1, 0)]) == 1
    assert rules.mark_percobaan([]) == 0


def test_order_is_fixed_by_the_seed_for_ever():
    pilihan = [{"id": huruf} for huruf in "abcd"]
    urut = rules.shuffle_pilihan(pilihan, benih=11, soal_kunci="s")
    assert "".join(p["id"] for p in urut) == "bacd"
    lain = {
        "".join(p["id"] for p in rules.shuffle_pilihan(pilihan, benih=n, soal_kunci="s"))
        for n in range(200)
    }
    assert len(lain) > 20


@pytest.mark.parametrize(
    ("jenis", "isi", "kode"),
    [
        ("pilihan-tunggal", {"soal": "", "pilihan": []}, "tanpa-soal"),
        ("pilihan-tunggal", {"soal": "x", "pilihan": [{"id": "a", "teks": "A"}]}, "pilihan-kurang"),
        ("angka", {"soal": "x", "angka": []}, "tanpa-jawaban-benar"),
        (
            "angka",
            {"soal": "x", "angka": [{"nilai": "x", "toleransi": "0", "bobot": 10000}]},
            "angka-salah",
        ),
        (
            "angka",
            {"soal": "x", "angka": [{"nilai": "1", "toleransi": "-1", "bobot": 10000}]},
            "angka-salah",
        ),
    ],
)
def test_faults_of_a_question(jenis, isi, kode):
    assert kode in find_faults(jenis, isi)


def test_complete_questions_have_no_faults():
    assert find_faults("angka", CADANGAN) == []
    assert find_faults("pilihan-ganda", make_ganda([True, False, True])) == []


def test_digest_ignores_block_ids_but_not_texts():
    satu = [{"type": "teks", "value": "<p>a</p>", "id": "1"}]
    dua = [{"type": "teks", "value": "<p>a</p>", "id": "2"}]
    tiga = [{"type": "teks", "value": "<p>b</p>", "id": "1"}]
    assert hash_isi(drop_id(satu)) == hash_isi(drop_id(dua)) != hash_isi(drop_id(tiga))
