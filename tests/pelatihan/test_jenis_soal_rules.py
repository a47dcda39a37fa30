"""The kinds of question beyond ticking and counting: their shape, their marks, and what is refused."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelatihan.kursus.rules import find_faults, make_id, make_umum
from pelatihan.models import Soal
from pelatihan.penilaian import rules
from pelatihan.penilaian.cocok import count_beda, match_isian, match_pola, tidy_teks

KATA = st.text(alphabet="abcdeéñ ", min_size=0, max_size=12)


def isian(*teks, **lain) -> dict:
    bentuk = [{"teks": t, "bobot": 10000, "umpan_balik": ""} for t in teks]
    return make_umum("Apa?", isian=bentuk, **lain)


def pasangan(*isi) -> dict:
    baris = [{"id": f"k{n}", "kiri": f"Kiri {n}", "kanan": kanan} for n, kanan in enumerate(isi)]
    return make_umum("Cocokkan.", pasangan=baris, pengecoh=["lain"])


def urutan(banyak: int) -> dict:
    teks = [f"Langkah {n}" for n in range(banyak)]
    return make_umum("Urutkan.", urutan=[{"id": make_id(t), "teks": t} for t in teks])


@pytest.mark.parametrize(
    ("teks", "tepat"),
    [
        ("musyawarah", True),
        ("  Musyawarah. ", True),
        ("MUSYAWARAH", True),
        ("musyawarh", True),
        ("musaywarah", True),
        ("musyawaraah", True),
        ("musawarh", False),
        ("rembug", True),
        ("rembuk", True),
        ("kas", True),
        ("kes", False),
        ("", False),
        ("x" * 200, False),
    ],
)
def test_spelling_is_forgiven_in_long_words_only(teks, tepat):
    isi = isian("musyawarah", "rembug", "kas", toleransi_ejaan=1)
    assert rules.mark_jawaban("isian-singkat", isi, {"teks": teks}) == 10000 * tepat


def test_digits_are_never_a_slip_and_capitals_count_where_asked():
    isi = isian("tahun 2024", toleransi_ejaan=2)
    assert match_isian(isi, "tahn 2024") and not match_isian(isi, "tahun 2025")
    peka = isian("BKM", peka_huruf=True)
    assert match_isian(peka, "BKM") and not match_isian(peka, "bkm")


def test_an_exact_form_wins_over_a_near_one():
    isi = make_umum("Apa?", toleransi_ejaan=1)
    isi["isian"] = [{"teks": "modal", "bobot": 10000}, {"teks": "model", "bobot": 0}]
    assert match_isian(isi, "model")["bobot"] == 0
    assert match_isian(isi, "modall")["bobot"] == 10000


@pytest.mark.parametrize(
    ("pola", "teks", "cocok"),
    [
        ("rembug*", "rembug desa", True),
        ("*desa*", "di desa kami", True),
        ("a*b*c", "aXbYc", True),
        ("a*b*c", "acb", False),
        ("ab*ba", "aba", False),
        ("*a*" * 60, "b" * 200, False),
    ],
)
def test_a_star_stands_for_anything(pola, teks, cocok):
    assert match_pola(pola, teks) is cocok


@given(KATA, KATA)
def test_edit_distance_is_a_distance(satu, dua):
    jarak = count_beda(satu, dua)
    assert jarak == count_beda(dua, satu)
    assert (jarak == 0) == (satu == dua)
    assert abs(len(satu) - len(dua)) <= jarak <= max(len(satu), len(dua))


@given(KATA.filter(str.strip), st.text(alphabet="abcdeéñ", min_size=1, max_size=1))
def test_one_letter_more_is_one_step(kata, huruf):
    assert count_beda(kata, kata + huruf) == 1
    assert tidy_teks(tidy_teks(kata)) == tidy_teks(kata)


@given(st.lists(st.sampled_from(["uang", "buku", "rapat"]), min_size=2, max_size=6), st.data())
def test_matching_counts_right_pairs_and_equal_texts_may_be_swapped(kanan, data):
    isi = pasangan(*kanan)
    pilihan = [k["id"] for k in rules.list_kanan(isi)]
    diberi = {p["id"]: data.draw(st.sampled_from(pilihan)) for p in isi["pasangan"]}
    tepat = sum(diberi[p["id"]] == make_id(p["kanan"]) for p in isi["pasangan"])
    nilai = rules.mark_jawaban("menjodohkan", isi, {"pasangan": diberi})
    assert 0 <= nilai <= 10000 and abs(nilai - 10000 * tepat / len(kanan)) <= 0.5
    assert rules.is_sah("menjodohkan", isi, {"pasangan": diberi})


@pytest.mark.parametrize("banyak", [2, 3, 4, 5])
def test_orders_by_chance_are_worth_nothing_together(banyak):
    benar = [str(n) for n in range(banyak)]
    nilai = [rules.score_urutan(benar, urut) for urut in permutations(benar)]
    assert abs(sum(nilai)) <= len(nilai) and max(nilai) == 10000 and min(nilai) == -10000
    assert nilai.count(10000) == 1


@given(st.permutations(list(range(6))))
def test_order_and_its_reverse_cancel_out(urut):
    isi = urutan(6)
    ids = [isi["urutan"][n]["id"] for n in urut]
    benar = [u["id"] for u in isi["urutan"]]
    maju, mundur = rules.score_urutan(benar, ids), rules.score_urutan(benar, ids[::-1])
    assert abs(maju + mundur) <= 1
    assert rules.mark_jawaban("mengurutkan", isi, {"urutan": ids}) == max(0, maju)


RUMPANG = make_umum(
    "Lengkapi.",
    rumpang={
        "teks": "[[1]] dan [[2]]",
        "celah": [
            {"id": "1", "jenis": "isian", "bobot": 1, **isian("kasir")},
            {
                "id": "2",
                "jenis": "angka",
                "bobot": 3,
                "angka": [{"nilai": "1.5", "toleransi": "0", "bobot": 10000, "umpan_balik": ""}],
            },
        ],
    },
)


@pytest.mark.parametrize(
    ("celah", "nilai"),
    [({"1": "Kasir"}, 2500), ({"2": "1,5"}, 7500), ({"1": "kasir", "2": "1,5"}, 10000), ({}, 0)],
)
def test_gaps_weigh_as_told(celah, nilai):
    assert rules.mark_jawaban("rumpang", RUMPANG, {"celah": celah}) == nilai


def test_an_essay_is_marked_by_its_rubric_only():
    isi = make_umum("Mengapa?", rubrik=[{"id": "a", "kriteria": "x", "poin": 3}])
    isi["rubrik"].append({"id": "b", "kriteria": "y", "poin": 1})
    assert rules.mark_jawaban("uraian", isi, {"teks": "Karena"}) == 0
    assert rules.mark_rubrik(isi, {"a": 3, "b": 1}) == 10000
    assert rules.mark_rubrik(isi, {"a": 3}) == 7500
    assert rules.mark_rubrik(isi, {"a": 99}) == 10000


TUNGGAL = {"pilihan": [{"id": "a", "bobot": 10000}, {"id": "b", "bobot": 0}]}
CONTOH = [
    ("pilihan-tunggal", TUNGGAL),
    ("pilihan-ganda", TUNGGAL),
    ("benar-salah", TUNGGAL),
    ("angka", {"angka": [{"nilai": "1", "toleransi": "0", "bobot": 10000}]}),
    ("isian-singkat", isian("kas")),
    ("menjodohkan", pasangan("a", "b")),
    ("mengurutkan", urutan(3)),
    ("rumpang", RUMPANG),
    ("uraian", {"rubrik": []}),
    ("keterangan", {}),
]
GANJIL = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=5), isi, max_size=3),
)
KUNCI = st.sampled_from(["pilihan", "teks", "pasangan", "urutan", "celah", "lain"])


@pytest.mark.parametrize(("jenis", "isi"), CONTOH)
@given(jawaban=GANJIL | st.dictionaries(KUNCI, GANJIL, max_size=2))
def test_whatever_is_sent_is_judged_not_tripped_over(jenis, isi, jawaban):
    if rules.is_sah(jenis, isi, jawaban):
        assert 0 <= rules.mark_jawaban(jenis, isi, jawaban) <= 10000


@pytest.mark.parametrize(
    ("jenis", "isi", "jawaban"),
    [
        ("uraian", {}, {"teks": "x" * 20_001}),
        ("isian-singkat", isian("kas"), {"teks": "x\0"}),
        ("menjodohkan", pasangan("a", "b"), {"pasangan": {"k0": "a"}}),
        ("menjodohkan", pasangan("a", "b"), {"pasangan": {"k9": make_id("a")}}),
        ("mengurutkan", urutan(3), {"urutan": [make_id("Langkah 0")]}),
        ("rumpang", RUMPANG, {"celah": {"2": "dua"}}),
        ("rumpang", RUMPANG, {"celah": {"9": "x"}}),
        ("keterangan", {}, {"teks": ""}),
    ],
)
def test_what_is_not_offered_is_refused(jenis, isi, jawaban):
    assert not rules.is_sah(jenis, isi, jawaban)


def celah_salah(**ubah) -> dict:
    celah = RUMPANG["rumpang"]["celah"][0] | ubah
    return make_umum("x", rumpang={"teks": "[[1]]", "celah": [celah]})


@pytest.mark.parametrize(
    ("jenis", "isi", "kode"),
    [
        ("isian-singkat", isian(), "tanpa-jawaban-benar"),
        ("isian-singkat", isian("* *"), "isian-menerima-semua"),
        ("isian-singkat", isian("kas", toleransi_ejaan=5), "ejaan-salah"),
        ("menjodohkan", make_umum("x", pasangan=[]), "pasangan-kurang"),
        ("menjodohkan", pasangan("a", ""), "pasangan-kosong"),
        ("menjodohkan", pasangan("a", "lain"), "pengecoh-salah"),
        ("menjodohkan", pasangan("a", "a") | {"pengecoh": []}, "pasangan-sama"),
        ("mengurutkan", urutan(1), "urutan-kurang"),
        ("mengurutkan", make_umum("x", urutan=urutan(2)["urutan"] * 2), "urutan-kembar"),
        ("rumpang", make_umum("x"), "celah-kurang"),
        ("rumpang", celah_salah(id="2"), "celah-tak-sama"),
        ("rumpang", celah_salah(bobot=0), "celah-bobot"),
        ("rumpang", celah_salah(jenis="lain"), "bentuk-salah"),
        ("uraian", make_umum("x"), "rubrik-kurang"),
        ("uraian", make_umum("x", rubrik=[{"id": 1, "kriteria": "a", "poin": 0}]), "rubrik-poin"),
        ("keterangan", make_umum(""), "tanpa-soal"),
        ("keterangan", make_umum("x", gambar={"bawaan": "a.svg"}), "gambar-tanpa-alt"),
        ("keterangan", make_umum("x", gambar={"alt": "Kas"}), "gambar-salah"),
        ("pilihan-tunggal", make_umum("x", pilihan=["a", "b"]), "bentuk-salah"),
        ("menari", make_umum("x"), "bentuk-salah"),
    ],
)
def test_faults_by_kind(jenis, isi, kode):
    assert kode in find_faults(jenis, isi)


@pytest.mark.django_db
def test_the_factories_questions_are_complete():
    from tests.factories import pelatihan as pabrik

    for buat in ("isian", "jodoh", "urut", "rumpang", "uraian", "keterangan"):
        getattr(pabrik, f"make_{buat}")()
    assert Soal.objects.filter(status="terbit").count() == 6
