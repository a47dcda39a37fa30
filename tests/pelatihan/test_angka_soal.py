"""Figures of questions: reckoned by hand and by machine, from first attempts, for makers only."""

import statistics
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cms.accounts import peran
from pelatihan.models import Kuis
from pelatihan.penilaian import butir
from pelatihan.penilaian.angka_soal import list_angka
from pelatihan.penilaian.regrade import apply_koreksi
from pelatihan.penilaian.services import finish_percobaan, start_percobaan
from pelatihan.peserta.services import enroll_peserta
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import jawab, make_anggota, make_kuis, make_kursus, make_tunggal

NILAI = st.integers(0, 10_000)
PASANGAN = st.lists(st.tuples(NILAI, NILAI), max_size=40)


# -- rules -------------------------------------------------------------------------------------------
@given(PASANGAN)
def test_discrimination_is_the_correlation(pasangan):
    hasil = butir.count_daya_beda(pasangan)
    x, y = [a for a, _b in pasangan], [b for _a, b in pasangan]
    if len(set(x)) < 2 or len(set(y)) < 2:
        assert hasil is None
    else:
        assert abs(hasil - 10_000 * statistics.correlation(x, y)) <= 1
        assert -10_000 <= hasil <= 10_000


@given(PASANGAN)
def test_turned_round_it_changes_its_sign_only(pasangan):
    balik = [(10_000 - a, b) for a, b in pasangan]
    satu, dua = butir.count_daya_beda(pasangan), butir.count_daya_beda(balik)
    assert satu is dua is None or abs(satu + dua) <= 1


@given(st.lists(NILAI, min_size=1))
def test_difficulty_lies_between_the_marks(nilai):
    assert min(nilai) <= butir.count_kesukaran_bp(nilai) <= max(nilai)


def test_worked_by_hand():
    """Two of four right; those who are right have more in the rest: r = 1/√5·2 = 0.894."""
    pasangan = [(0, 1000), (0, 2000), (10_000, 3000), (10_000, 4000)]
    assert butir.count_daya_beda(pasangan) == 8944
    assert butir.count_kesukaran_bp([a for a, _b in pasangan]) == 5000
    assert butir.count_kesukaran_bp([]) is None and butir.count_daya_beda([(1, 1)]) is None
    assert butir.count_bagian_bp(1, 3) == 3333 and butir.count_bagian_bp(0, 0) == 0


@pytest.mark.parametrize(
    ("sukar", "beda", "tanda"),
    [
        (5000, 3000, []),
        (5000, -1, ["terbalik"]),
        (5000, 1999, ["lemah"]),
        (9500, None, ["mudah"]),
        (1999, -1, ["terbalik", "sukar"]),
    ],
)
def test_what_to_look_at(sukar, beda, tanda):
    assert butir.list_tanda(sukar, beda) == tanda


# -- from attempts -----------------------------------------------------------------------------------
@pytest.fixture
def soal():
    return [make_tunggal(f"Soal {n}") for n in range(3)]


@pytest.fixture
def kursus(soal):
    return make_kursus(kuis=make_kuis(*soal), judul=f"Kursus {uuid4()}")


def kerjakan(kursus, soal, pilihan: str, peserta=None):
    """One attempt; `pilihan` are the answers to the three questions, "-" for none."""
    peserta = peserta or enroll_peserta(anggota=make_anggota(), kursus_kunci=kursus.kunci)
    kuis = peserta.rilis.susunan[0]["kuis"]["kunci"]
    percobaan = start_percobaan(peserta=peserta, kuis_kunci=kuis)
    for satu, huruf in zip(soal, pilihan, strict=True):
        if huruf != "-":
            jawab(percobaan, satu, pilihan=[huruf])
    finish_percobaan(percobaan=percobaan)
    return peserta


def get_angka(kursus, soal):
    return next(a for a in list_angka(kursus.kunci) if a.kunci == soal.kunci)


@pytest.mark.django_db
def test_first_attempts_only_and_shares_of_answers(kursus, soal):
    for pilihan in ("aaa", "aaa", "aaa", "aab", "baa", "bbb", "bbb", "cbb", "bb-", "-bb"):
        orang = kerjakan(kursus, soal, pilihan)
    kerjakan(kursus, soal, "aaa", orang)  # a second attempt, which does not count
    angka = get_angka(kursus, soal[0])
    assert (angka.banyak, angka.terjawab, angka.kesukaran_bp) == (10, 9, 4000)
    assert [p.bagian_bp for p in angka.pilihan] == [4444, 4444, 1111]
    assert [p.benar for p in angka.pilihan] == [True, False, False]
    x = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    lain = [2, 2, 2, 1, 2, 0, 0, 0, 0, 0]
    assert abs(angka.beda - 10_000 * statistics.correlation(x, lain)) <= 1


@pytest.mark.django_db
def test_a_question_that_fools_those_who_know_stands_first(kursus, soal):
    for pilihan in ["baa"] * 6 + ["abb"] * 6:
        kerjakan(kursus, soal, pilihan)
    pertama = list_angka(kursus.kunci)[0]
    assert pertama.kunci == soal[0].kunci and "terbalik" in pertama.tanda


@pytest.mark.django_db
def test_below_ten_there_are_no_figures(kursus, soal):
    for _n in range(9):
        kerjakan(kursus, soal, "aaa")
    angka = get_angka(kursus, soal[0])
    assert angka.banyak == 9 and angka.kesukaran_bp is angka.beda is None and not angka.pilihan


@pytest.mark.django_db
def test_a_correction_counts(kursus, soal):
    for _n in range(10):
        kerjakan(kursus, soal, "baa")
    apply_koreksi(
        kursus_kunci=kursus.kunci,
        soal_kunci=soal[0].kunci,
        cara="penuh",
        isi={},
        alasan="Dua benar",
        actor=UserFactory(),
    )
    assert get_angka(kursus, soal[0]).kesukaran_bp == 10_000


@pytest.mark.django_db
def test_queries_do_not_grow_with_attempts(kursus, soal):
    def count():
        list_angka(kursus.kunci)
        with CaptureQueriesContext(connection) as catatan:
            list_angka(kursus.kunci)
        return len(catatan)

    kerjakan(kursus, soal, "aba")
    sedikit = count()
    for _n in range(12):
        kerjakan(kursus, soal, "aab")
    assert count() == sedikit < 9


@pytest.mark.django_db
def test_the_office_shows_them_and_links_lead_there(client, kursus, soal):
    client.force_login(UserFactory(peran=[peran.KOORDINATOR]))
    for _n in range(9):
        kerjakan(kursus, soal, "aaa")
    alamat = reverse("rilis:angka", args=[kursus.pk])
    assert "Terlalu sedikit orang" in client.get(alamat).content.decode()
    kerjakan(kursus, soal, "abb")
    isi = client.get(alamat).content.decode()
    assert "Soal 0" in isi and "100%" in isi and "Terlalu sedikit orang" not in isi
    kuis = Kuis.objects.get()
    for nama, pk in (("soal", soal[0].pk), ("kuis", kuis.pk)):
        tujuan = reverse(f"rilis:angka_{nama}", args=[pk])
        assert tujuan in client.get(f"/admin/{nama}/edit/{pk}/").content.decode()
        assert kursus.title in client.get(tujuan).content.decode()
