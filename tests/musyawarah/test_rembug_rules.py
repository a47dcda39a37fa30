"""Quorum, shares, votes and signatures: for all counts, not for a few."""

from hypothesis import given
from hypothesis import strategies as st

from musyawarah.rembug import rules

banyak = st.integers(min_value=0, max_value=100_000)
bagian = st.integers(min_value=0, max_value=10_000)
sebagai = st.lists(st.sampled_from(["koordinator", "notulis", "anggota"]), max_size=12)


def test_the_recorded_case_counts():
    assert rules.is_kuorum(hadir=32, diundang=55, batas=5000)


@given(hadir=banyak, diundang=banyak, batas=bagian)
def test_quorum_is_the_share_of_the_invited(hadir, diundang, batas):
    cukup = rules.is_kuorum(hadir=hadir, diundang=diundang, batas=batas)
    assert cukup == (diundang > 0 and hadir / (diundang or 1) * 10_000 >= batas - 1e-6)


@given(hadir=banyak, diundang=banyak, batas=bagian, tambah=banyak)
def test_one_more_person_never_breaks_a_quorum(hadir, diundang, batas, tambah):
    if rules.is_kuorum(hadir=hadir, diundang=diundang, batas=batas):
        assert rules.is_kuorum(hadir=hadir + tambah, diundang=diundang, batas=batas)


@given(perempuan=banyak, laki=banyak)
def test_shares_of_women_and_men_make_the_whole(perempuan, laki):
    hadir = perempuan + laki
    dari_perempuan = rules.get_bagian(perempuan, hadir)
    dari_laki = rules.get_bagian(laki, hadir)
    if hadir == 0:
        assert dari_perempuan is dari_laki is None
    else:
        assert 0 <= dari_perempuan <= 10_000
        assert dari_perempuan + dari_laki in (10_000, 10_001)


@given(diundang=banyak, hadir=banyak, perempuan=banyak)
def test_counts_that_cannot_be_are_named(diundang, hadir, perempuan):
    salah = rules.find_salah_hadir(diundang=diundang, hadir=hadir, perempuan=perempuan)
    assert (salah == "") == (diundang > 0 and hadir > 0 and perempuan <= hadir)


@given(setuju=banyak, tidak=banyak, abstain=banyak, hadir=banyak)
def test_a_vote_carries_only_with_more_for_than_against(setuju, tidak, abstain, hadir):
    salah = rules.find_salah_suara(setuju=setuju, tidak=tidak, abstain=abstain, hadir=hadir)
    assert (salah == "") == (setuju > tidak and setuju + tidak + abstain <= hadir)


@given(daftar=sebagai, lain=st.integers(min_value=0, max_value=5))
def test_signatures_suffice_only_with_each_office(daftar, lain):
    cukup = rules.is_cukup(daftar, lain=lain)
    assert cukup == (
        {"koordinator", "notulis"} <= set(daftar)
        and len([s for s in daftar if s == "anggota"]) >= lain
    )


def test_a_kind_without_its_own_quorum_takes_the_first():
    kuorum = {"bawaan": 5000, "rwt": 6667}
    assert rules.pick_batas(kuorum, "rwt") == 6667
    assert rules.pick_batas(kuorum, "pleno") == 5000
