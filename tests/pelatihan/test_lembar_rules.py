"""Reading what was typed from a sheet: every kind, odd spellings, and any text at all."""

from uuid import uuid4

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pelatihan.kursus.rules import make_id, make_umum
from pelatihan.lembar.rules import list_beda, read_ketikan
from pelatihan.lembar.susunan import list_butir, strip_markdown, write_celah, write_kunci
from pelatihan.penilaian.rules import PENUH, is_sah, mark_jawaban
from pelatihan.penilaian.undian import BENIH_MAKS, draw_soal


def soal(jenis, **isi):
    return {"kunci": str(uuid4()), "jenis": jenis, "bobot": 1, "isi": make_umum("Apa?") | isi}


def pilih(*bobot):
    return [
        {"id": f"p{n}", "teks": f"Pilihan {n}", "bobot": b, "umpan_balik": ""}
        for n, b in enumerate(bobot)
    ]


CELAH = [
    {"id": "2", "jenis": "isian", "isian": [{"teks": "kasir", "bobot": PENUH}], "bobot": 1},
    {"id": "1", "jenis": "pilihan", "pilihan": pilih(PENUH, 0), "bobot": 1},
    {"id": "3", "jenis": "angka", "angka": [{"nilai": "2", "toleransi": "0", "bobot": PENUH}]},
]
BENAR_SALAH = [
    {"id": "t", "teks": "Benar", "bobot": 0, "umpan_balik": ""},
    {"id": "f", "teks": "Salah", "bobot": PENUH, "umpan_balik": ""},
]
PASANGAN = [{"id": f"k{n}", "kiri": f"Kiri {n}", "kanan": f"Kanan {n}"} for n in range(3)]
URUTAN = [{"id": make_id(t), "teks": t} for t in ("Undang", "Bahas", "Putus", "Tulis")]
KUIS = {
    "acak_pilihan": True,
    "soal": [
        soal("pilihan-tunggal", pilihan=pilih(0, PENUH, 0, 0)),
        soal("keterangan"),
        soal("pilihan-ganda", pilihan=pilih(5000, -5000, 5000)),
        soal("benar-salah", pilihan=BENAR_SALAH),
        soal("angka", angka=[{"nilai": "2950000.5", "toleransi": "0", "bobot": PENUH}]),
        soal("menjodohkan", pasangan=PASANGAN, pengecoh=["Lain"]),
        soal("mengurutkan", urutan=URUTAN),
        soal("isian-singkat", isian=[{"teks": "rembug", "bobot": PENUH}], toleransi_ejaan=0),
        soal("rumpang", rumpang={"teks": "A [[2]] b [[1]] c [[3]].", "celah": CELAH}),
        soal("uraian", rubrik=[{"id": "r", "kriteria": "Alasan", "poin": 2}]),
    ],
}
BUTIR = list_butir(KUIS, 7)


def read(teks, butir=BUTIR):
    return {t.butir.nomor: t for t in read_ketikan(teks, butir).butir}


def get_id(nomor, huruf):
    butir = next(b for b in BUTIR if b.nomor == nomor)
    return next(o.id for o in butir.opsi if o.huruf == huruf.upper())


def test_numbers_skip_mere_text():
    assert [b.nomor for b in BUTIR] == [1, 0, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize(
    "teks", ["1b 2AC 3s", "1 B 2 a c 3S", "1. b; 2) CA\n3=S", "3 salah 2ac 1b"]
)
def test_letters_in_any_spelling(teks):
    hasil = read(teks)
    assert hasil[1].isi == {"pilihan": [get_id(1, "b")]}
    assert hasil[2].isi == {"pilihan": sorted([get_id(2, "a"), get_id(2, "c")])}
    assert hasil[3].isi == {"pilihan": ["f"]}
    assert read_ketikan(teks, BUTIR).is_bersih


def test_the_line_of_the_manual():
    hasil = read("1A 2C 4 2950000 5 1c 2a 6 cabd 7 rembug 8 kasir / a / 2")
    assert hasil[4].isi == {"teks": "2950000"}
    assert hasil[5].isi == {"pasangan": {"k0": get_id(5, "c"), "k1": get_id(5, "a")}}
    assert hasil[6].isi == {"urutan": [get_id(6, h) for h in "cabd"]}
    assert hasil[7].isi == {"teks": "rembug"}
    celah = hasil[8].isi["celah"]
    assert (celah["2"], celah["3"]) == ("kasir", "2") and celah["1"] in ("p0", "p1")
    assert hasil[3].isi is None and not hasil[3].galat and hasil[9].isi is None


@pytest.mark.parametrize(
    ("teks", "nomor", "isi"),
    [
        ("4 Rp 2.950.000 5 1c", 4, {"teks": "Rp 2.950.000"}),
        ("4: 1,5", 4, {"teks": "1,5"}),
        ("4 5 5 1a", 4, {"teks": "5"}),
        ('7 "8 tahun lalu" 8 kasir', 7, {"teks": "8 tahun lalu"}),
        ("7 rapat 33 warga 8 kasir", 7, {"teks": "rapat 33 warga"}),
        ("9 supaya jujur\n2 orang menghitung", 9, {"teks": "supaya jujur\n2 orang menghitung"}),
        ("4 -", 4, None),
    ],
)
def test_figures_and_words_end_where_they_should(teks, nomor, isi):
    assert read(teks)[nomor].isi == isi
    assert read_ketikan(teks, BUTIR).is_bersih


def test_pairs_by_letters_alone_and_a_pair_that_looks_like_a_question():
    assert read("5 bca")[5].isi == read("5 1b2c 3a")[5].isi == read("5 1B 2C 3A")[5].isi
    hasil = read("5 1c 2a 6cabd 1a")  # 1 is used already, so it is question 1
    assert set(hasil[5].isi["pasangan"]) == {"k0", "k1"} and hasil[1].isi


@pytest.mark.parametrize(
    ("teks", "nomor", "galat"),
    [
        ("1AB", 1, "satu-huruf"),
        ("1Z", 1, "huruf-tak-ada"),
        ("1A 1B", 1, "kembar"),
        ("1", 1, "tanpa-jawaban"),
        ("4 banyak", 4, "bukan-angka"),
        ("5 9c", 5, "pasangan-tak-ada"),
        ("5 1c 1a", 5, ""),
        ("5 ???", 5, "bukan-pasangan"),
        ("6 cab", 6, "urutan-kurang"),
        ("6 caba", 6, "urutan-kurang"),
        ("8 a/b/c/d", 8, "celah-lebih"),
        ("8 kasir/q", 8, "huruf-tak-ada"),
        (f"7 {'a' * 201}", 7, "terlalu-panjang"),
    ],
)
def test_what_is_wrong_has_a_name(teks, nomor, galat):
    assert read(teks)[nomor].galat == galat


def test_what_belongs_to_no_question_is_shown():
    assert read_ketikan("halo 1A\n99B", BUTIR).sisa == ("halo", "99B")


@given(st.integers(0, 2 * BENIH_MAKS - 1))
def test_the_key_typed_as_printed_earns_full_marks(benih):
    butir = list_butir(KUIS, benih)
    teks = "\n".join(f"{b.nomor} {write_kunci(b)}" for b in butir if b.nomor and b.nomor < 9)
    bacaan = read_ketikan(teks, butir)
    assert bacaan.is_bersih
    for t in bacaan.butir[:-1]:
        assert mark_jawaban(t.butir.jenis, t.butir.isi, t.isi) == PENUH, t


ABJAD = st.text(alphabet='0123456789abcdABCDSBsb -.,;:/()="“\n\r\t\0٣²→', max_size=80)


@given(ABJAD | st.text(max_size=200))
@example("5 ١c")
@example("1" * 5000)
@example('7 "')
def test_any_text_is_read_and_what_counts_is_sound(teks):
    bacaan = read_ketikan(teks, BUTIR)
    assert len(bacaan.butir) == 9
    for t in bacaan.butir:
        assert t.isi is None or is_sah(t.butir.jenis, t.butir.isi, t.isi)
        assert t.isi is None or t.kata


def test_both_forms_draw_the_same_and_shuffle_differently():
    bank = [soal("pilihan-tunggal", pilihan=pilih(0, PENUH, 0, 0, 0, 0)) for _ in range(30)]
    for satu in bank:
        satu |= {"topik": "kas", "kesukaran": 2}
    undian = [{"topik": "kas", "kesukaran": None, "banyak": 8}]
    kuis = {"acak_pilihan": True, "soal": [], "undian": undian, "bank": bank}
    a, b = draw_soal(kuis, 5), draw_soal(kuis, 5 + BENIH_MAKS)
    assert a == b != draw_soal(kuis, 6)
    huruf = [[o.id for s in list_butir(kuis, n) for o in s.opsi] for n in (5, 5 + BENIH_MAKS)]
    assert huruf[0] != huruf[1]


def test_paper_shows_words_not_marks():
    assert strip_markdown("## Cerita\n**Kas** di [buku](x) _lama_") == "Cerita\nKas di buku lama"
    rumpang = next(b for b in BUTIR if b.jenis == "rumpang")
    assert "(1) ____" in write_celah(rumpang) and "[[" not in write_celah(rumpang)


def test_two_typings_differ_by_question():
    assert list_beda({"a": {"teks": "1"}}, {"a": {"teks": "1"}, "b": {"teks": "2"}}) == {"b"}
