"""GIFT in all its corners: every kind, marks, categories, and files that are broken or hostile."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pelatihan.muat.gift import read_gift


def one(teks: str):
    soal = read_gift(teks).soal
    assert len(soal) == 1 and not soal[0].alasan, [s.alasan for s in soal]
    return soal[0]


def refused(teks: str) -> str:
    return read_gift(teks).soal[0].alasan


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Siapa?{=Ani ~Budi}", "pilihan-tunggal"),
        ("Siapa?{=Ani ~%50%Budi ~%-25%Cici}", "pilihan-tunggal"),
        ("Siapa saja?{~%50%Ani ~%50%Budi ~%-100%Cici}", "pilihan-ganda"),
        ("Siapa saja?{=Ani =Budi ~Cici}", "pilihan-ganda"),
        ("Benar?{TRUE}", "benar-salah"),
        ("Benar?{F#a#b####c}", "benar-salah"),
        ("Ibu kota?{=Yogyakarta =Jogja}", "isian-singkat"),
        ("Berapa?{#3..5}", "angka"),
        ("Jodohkan.{=kas -> kasir =buku -> sekretaris}", "menjodohkan"),
        ("// jenis: mengurutkan\nUrutkan.{=satu =dua =tiga}", "mengurutkan"),
        ("Rapat memilih {=ketua =koordinator} dulu.", "rumpang"),
        ("// jenis: rumpang\nAda [[1]] dan [[2]].{=1 -> a =2 -> 33}", "rumpang"),
        ("Ceritakan.{}", "uraian"),
        ("Ceritakan.{ ####Baik.}", "uraian"),
        ("Baca dulu halaman ini.", "keterangan"),
    ],
)
def test_every_kind_is_recognised(teks, jenis):
    assert one(teks).jenis == jenis


def test_several_plain_right_answers_share_the_mark():
    pilihan = one("Mana saja?{=a =b ~c ~d}").isi["pilihan"]
    assert [p["bobot"] for p in pilihan] == [5000, 5000, -5000, -5000]


def test_short_answers_keep_weights_and_a_word_for_the_rest():
    isi = one("Apa?{=gotong royong#Tepat =%50%kerja bakti#Hampir =%0%*#Belum}").isi
    assert [(i["teks"], i["bobot"], i["umpan_balik"]) for i in isi["isian"]] == [
        ("gotong royong", 10000, "Tepat"),
        ("kerja bakti", 5000, "Hampir"),
    ]
    assert isi["umpan_lain"] == "Belum"
    assert (isi["toleransi_ejaan"], isi["peka_huruf"]) == (0, False)


def test_pairs_with_an_extra_right_side():
    isi = one("Jodohkan.{\n=kas -> kasir\n=notulen -> sekretaris\n= -> pengawas\n}").isi
    assert [(p["kiri"], p["kanan"]) for p in isi["pasangan"]] == [
        ("kas", "kasir"),
        ("notulen", "sekretaris"),
    ]
    assert isi["pengecoh"] == ["pengawas"]


def test_missing_word_keeps_the_blanks_round_the_gap():
    rumpang = one("Dana {~abadi =bergulir#Tepat} kembali ke warga.").isi["rumpang"]
    assert rumpang["teks"] == "Dana [[1]] kembali ke warga."
    celah = rumpang["celah"][0]
    assert (celah["id"], celah["jenis"], celah["bobot"]) == ("1", "pilihan", 1)
    assert [p["bobot"] for p in celah["pilihan"]] == [0, 10000]


def test_gaps_of_several_kinds():
    teks = (
        "// jenis: rumpang; celah 1: bobot 2, ejaan 1\n"
        "Lewat [[1]] hadir [[2]] orang, [[3]].{\n"
        "=1 -> musyawarah =1 -> %50%rembug =2 -> 33:1 =3 -> sah#ya ~3 -> batal#bukan\n}"
    )
    satu, dua, tiga = one(teks).isi["rumpang"]["celah"]
    assert (satu["jenis"], satu["bobot"], satu["toleransi_ejaan"]) == ("isian", 2, 1)
    assert [i["bobot"] for i in satu["isian"]] == [10000, 5000]
    assert dua["angka"][0]["nilai"] == "33" and dua["angka"][0]["toleransi"] == "1"
    assert [p["umpan_balik"] for p in tiga["pilihan"]] == ["ya", "bukan"]


def test_essay_with_rubric_and_without():
    isi = one("// rubrik: 4 = menyebut kuorum | 6 = memberi contoh; contoh: Ya\\nlalu\nApa?{}").isi
    assert [(r["kriteria"], r["poin"]) for r in isi["rubrik"]] == [
        ("menyebut kuorum", 4),
        ("memberi contoh", 6),
    ]
    assert isi["contoh_jawaban"] == "Ya\nlalu"
    assert sum(r["poin"] for r in one("Apa?{}").isi["rubrik"]) == 10


@pytest.mark.parametrize(
    ("teks", "nilai", "toleransi"),
    [
        ("5", "5", "0"),
        ("-2.5:0.1", "-2.5", "0.1"),
        ("=58,2:0,05", "58.2", "0.05"),
        ("=2.950.000", "2950000", "0"),
        ("1..2", "1.5", "0.5"),
        ("2..-1", "0.5", "1.5"),
        ("1e3", "1000", "0"),
    ],
)
def test_numbers(teks, nilai, toleransi):
    angka = one(f"Berapa?{{#{teks}}}").isi["angka"][0]
    assert (angka["nilai"], angka["toleransi"]) == (nilai, toleransi)


@pytest.mark.parametrize("teks", ["x", "1:-2", "NaN", "1e999999", "9" * 50, "1..", "..", "1:2:3"])
def test_what_is_no_number(teks):
    assert refused(f"Berapa?{{#{teks}}}") == "angka-salah"


def test_categories_become_topics_and_a_comment_goes_before():
    soal = read_gift(
        "$CATEGORY: $course$/top/Kas\n\nA?{T}\n\n$CATEGORY: Rembug/Sah//batal\n"
        "// kesukaran: 3\nB?{T}\n\n// topik: lain\nC?{T}\n\n$CATEGORY: $course$\n\nD?{T}"
    ).soal
    assert [s.keterangan.get("topik") for s in soal] == ["Kas", "Sah/batal", "lain", None]
    assert soal[1].keterangan["kesukaran"] == "3"


def test_format_marks():
    soal = one(
        "[html]<p>Kas &amp; buku.</p><p>Siapa <b>memegang</b>?</p>{=[plain]<b>a</b> ~[html]<i>b</i>}"
    )
    assert (soal.isi["bacaan"], soal.isi["soal"]) == ("Kas & buku.", "Siapa memegang?")
    assert [p["teks"] for p in soal.isi["pilihan"]] == ["<b>a</b>", "b"]
    assert one("[markdown]**Kas**\\n\\nSiapa?{T}").isi["bacaan"] == "**Kas**"


@pytest.mark.parametrize(
    "jahat",
    [
        "<script>alert(1)</script>",
        "<IMG SRC=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "<iframe src='//x'>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
@pytest.mark.parametrize("tempat", ["{}{{T}}", "A?{{={} ~b}}", "A?{{=a#{} ~b}}"])
def test_hostile_markup_is_refused_wherever_it_stands(jahat, tempat):
    lepas = jahat.replace("=", "\\=").replace(":", "\\:")
    assert refused("[html]" + tempat.format(lepas)) or "&lt;" in jahat
    for tanda in ("", "[html]"):
        soal = read_gift(tempat.format(tanda + lepas)).soal[0]
        assert soal.alasan == "html-berbahaya" or (tanda == "" and "&lt;" in jahat)


def test_a_picture_in_the_text_is_named():
    assert refused('[html]<img src\\="@@PLUGINFILE@@/a.png"> Apa?{T}') == "gambar-di-teks"


def test_a_bad_question_does_not_stop_the_next_ones():
    teks = "A?{=x ~y\n\n::Dua::B?{T}\n\nC? =x}\n\nD?{T} {F}\n\n::E\n\nF?{\n=a\n\n~b\n}\n"
    soal = read_gift(teks).soal
    assert [(s.nomor, s.alasan) for s in soal] == [
        (1, "kurung-timpang"),
        (2, ""),
        (3, "kurung-timpang"),
        (4, "kurung-banyak"),
        (5, "judul-terbuka"),
        (6, ""),
    ]
    assert soal[0].judul == "A?" and soal[0].jenis is None


@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark(akhir):
    teks = "\ufeff// judul: Kas\n\nA?{\n=x\n\n~y\n}\n\nB?{T}\n".replace("\n", akhir)
    berkas = read_gift(teks)
    assert berkas.keterangan == {"judul": "Kas"}
    assert [s.jenis for s in berkas.soal] == ["pilihan-tunggal", "benar-salah"]


def test_control_characters_are_refused():
    assert refused("A\x00?{T}") == refused("A?{=\x0ex ~b}") == "huruf-kendali"


SERPIH = st.lists(
    st.sampled_from(
        [
            *"=~#{}:\\%\n ",
            "->",
            "####",
            "::",
            "[html]",
            "<b>",
            "</p>",
            "//",
            "T",
            "kas",
            "50",
            "..",
            "[[1]]",
        ]
        + [
            "// jenis: rumpang\n",
            "$CATEGORY: a/b\n",
            "\n\n",
            "&lt;",
            "<script",
            "\r\n",
            "\x00",
            "1 -> ",
        ]
    ),
    max_size=60,
).map("".join)


@given(SERPIH | st.text())
@settings(max_examples=400)
def test_no_text_raises_anything(teks):
    for nomor, soal in enumerate(read_gift(teks).soal, start=1):
        assert soal.nomor == nomor
        assert bool(soal.alasan) != bool(soal.isi)


@pytest.mark.parametrize(
    "teks",
    [
        "{" * 300_000,
        "a{\n\n" * 4000,
        "A?{" + "=a ~" * 100_000 + "}",
        "\\" * 300_000,
        "<a " * 100_000 + "{T}",
        "A{#" + "1" * 300_000 + "}",
        "[html]" + "<b>" * 6_000 + "{T}",
        "[html]" + "<" * 20_000 + "{T}",
        "A?{=" + "%" * 300_000 + "}",
        "::" + "\n" * 300_000,
        "$CATEGORY: " + "/" * 300_000,
    ],
)
def test_time_stays_bounded(teks):
    mulai = perf_counter()
    read_gift(teks)
    assert perf_counter() - mulai < 5
