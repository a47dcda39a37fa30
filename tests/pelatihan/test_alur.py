"""The way through a release: order, locks and tests, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from pelatihan.kursus.alur import (
    AKHIR,
    AWAL,
    LANJUTAN,
    LangkahRilis,
    find_terkunci,
    list_kuis_dari,
    list_langkah,
    list_tes_terbuka,
)


def pelajaran(kunci, **lebih):
    return {"kunci": kunci, "judul": kunci.upper(), "menit": 5, "sidik": "s", **lebih}


SUSUNAN = [
    {
        "kunci": "m1",
        "judul": "Satu",
        "pelajaran": [
            pelajaran("a"),
            pelajaran("b", cara="kuis", kuis={"kunci": "k1", "judul": "K"}),
        ],
        "kuis": {"kunci": "k2", "judul": "Kuis"},
    },
    {
        "kunci": "m2",
        "judul": "Dua",
        "pelajaran": [pelajaran("c", syarat=["b"])],
        "kuis": {"kunci": "k2", "judul": "Kuis"},
    },
]


def langkah(kunci, *syarat):
    return LangkahRilis(kunci, kunci, "pelajaran", "baca", "m", {}, syarat)


def test_steps_stand_in_order_and_a_quiz_used_twice_once():
    assert [satu.kunci for satu in list_langkah(SUSUNAN)] == ["a", "b", "k1", "k2", "c"]


def test_a_passed_quiz_completes_its_lesson_too():
    assert list_kuis_dari(list_langkah(SUSUNAN), {"k1"}) == ["b", "k1"]
    assert list_kuis_dari(list_langkah(SUSUNAN), {"asing"}) == []


def test_a_lesson_waits_for_the_lessons_it_asks_for():
    semua = list_langkah(SUSUNAN)
    assert find_terkunci(semua, set(), berurutan=False) == {"c": ["b"]}
    assert find_terkunci(semua, {"b"}, berurutan=False) == {}


def test_one_after_the_other():
    semua = [langkah("a"), langkah("b"), langkah("c")]
    assert find_terkunci(semua, set(), berurutan=True) == {"b": ["a"], "c": ["b"]}
    assert find_terkunci(semua, {"a"}, berurutan=True) == {"c": ["b"]}


def test_what_was_done_stays_open():
    assert find_terkunci([langkah("a"), langkah("b", "a")], {"b"}, berurutan=False) == {}


@given(
    st.lists(st.sets(st.integers(0, 9), max_size=4), min_size=1, max_size=10),
    st.booleans(),
    st.data(),
)
def test_every_course_can_be_walked_to_its_end(syarat, berurutan, data):
    """Whatever is asked for, circles and the lesson itself included, something is always open."""
    semua = [langkah(str(n), *map(str, s)) for n, s in enumerate(syarat)]
    selesai: set[str] = set()
    while len(selesai) < len(semua):
        terkunci = find_terkunci(semua, selesai, berurutan=berurutan)
        terbuka = [s.kunci for s in semua if s.kunci not in selesai and s.kunci not in terkunci]
        assert terbuka
        selesai.add(data.draw(st.sampled_from(terbuka)))


def test_which_tests_are_open():
    assert list_tes_terbuka(tamat=False, lanjut=False) == [AWAL]
    assert list_tes_terbuka(tamat=True, lanjut=False) == [AKHIR]
    assert list_tes_terbuka(tamat=True, lanjut=True) == [AKHIR, LANJUTAN]
