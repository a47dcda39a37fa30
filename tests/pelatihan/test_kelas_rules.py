"""Places, attendance and codes as arithmetic."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pelatihan.kelas import rules

STATUS = ("hadir", "terlambat", "izin", "sakit", "alpa")
AWAL = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
status = st.sampled_from(STATUS)
catatan = st.builds(
    rules.Catatan,
    status=status,
    pencatat=st.integers(1, 3),
    dicatat_pada=st.integers(0, 50).map(lambda n: AWAL + timedelta(minutes=n)),
    beralasan=st.booleans(),
    nomor=st.integers(1, 10**6),
)
daftar = st.lists(catatan, max_size=8, unique_by=lambda c: c.nomor)


@given(
    st.sampled_from(("sendiri", "persetujuan", "undangan")),
    st.booleans(),
    st.none() | st.integers(1, 40),
    st.integers(0, 60),
    st.integers(0, 20),
)
def test_nobody_gets_a_place_that_is_not_there_or_overtakes(cara, diundang, kapasitas, terisi, n):
    jalan = rules.decide_masuk(
        cara, diundang=diundang, kapasitas=kapasitas, terisi=terisi, menunggu=n
    )
    if jalan == rules.MASUK:
        assert kapasitas is None or (terisi < kapasitas and n == 0)
        assert diundang or cara == "sendiri"
    assert (jalan == rules.TOLAK) == (cara == "undangan" and not diundang)


@given(st.none() | st.integers(1, 40), st.integers(0, 60), st.integers(0, 20))
def test_those_who_move_up_fit(kapasitas, terisi, menunggu):
    naik = rules.count_naik(kapasitas, terisi, menunggu)
    assert 0 <= naik <= menunggu
    if kapasitas is None:
        assert naik == menunggu
    elif naik:
        assert terisi + naik <= kapasitas
    if kapasitas is not None and naik < menunggu:
        assert terisi + naik >= kapasitas


@given(daftar, st.randoms())
def test_order_of_arrival_does_not_matter(baris, acak):
    semula = rules.settle_catatan(baris)
    acak.shuffle(baris)
    assert rules.settle_catatan(baris) == semula
    assert (semula is None) == (not baris)


@given(daftar, status)
def test_a_reasoned_last_row_settles_every_conflict(baris, apa):
    akhir = rules.Catatan(apa, 9, AWAL + timedelta(days=1), True, 10**7)
    assert rules.settle_catatan([*baris, akhir]) == rules.Keadaan(akhir, False)


@given(status, status)
def test_two_people_who_differ_conflict_and_one_who_taps_again_does_not(satu, dua):
    pertama = rules.Catatan(satu, 1, AWAL, False, 1)
    orang_lain = rules.Catatan(dua, 2, AWAL + timedelta(minutes=1), False, 2)
    sendiri = rules.Catatan(dua, 1, AWAL + timedelta(minutes=1), False, 2)
    assert rules.settle_catatan([pertama, orang_lain]).bentrok == (satu != dua)
    assert not rules.settle_catatan([pertama, sendiri]).bentrok


@given(st.lists(status, max_size=30))
def test_share_attended(semua):
    hasil = rules.count_hadir_bp(semua)
    dihitung = [s for s in semua if s not in ("izin", "sakit")]
    if not dihitung:
        assert hasil is None
        return
    datang = sum(s in ("hadir", "terlambat") for s in dihitung)
    assert 0 <= hasil <= 10_000 and abs(hasil - 10_000 * datang / len(dihitung)) <= 0.5


def test_share_by_hand():
    assert rules.count_hadir_bp(["hadir", "terlambat", "alpa", "izin", "sakit"]) == 6667
    assert rules.count_hadir_bp(["izin"]) is None
    assert rules.count_bagian_bp(1, 8) == 1250 and rules.count_bagian_bp(0, 0) is None


@given(st.binary(min_size=1, max_size=40), st.uuids(), st.integers(0, 2**33), st.integers(0, 400))
def test_codes_hold_their_time_and_no_longer(rahasia, uuid, detik, umur):
    token = rules.make_token(rahasia, str(uuid), detik)
    lama = (detik + umur) // 30 - detik // 30
    assert rules.is_token_sah(rahasia, str(uuid), detik + umur, token) == (lama <= 2)
    kode = rules.make_kode(rahasia, str(uuid), detik)
    assert len(kode) == 4 and kode.isdigit()
    if (detik + umur) // 300 - detik // 300 <= 1:
        assert rules.is_kode_sah(rahasia, str(uuid), detik + umur, kode)


@given(st.uuids(), st.uuids(), st.text(max_size=30))
def test_codes_of_another_session_and_rubbish_are_refused(satu, dua, teks):
    token = rules.make_token(b"r", str(satu), 0)
    assert rules.is_token_sah(b"r", str(dua), 0, token) == (satu == dua)
    assert not rules.is_token_sah(b"r", str(satu), 0, teks)
    assert not rules.is_token_sah(b"lain", str(satu), 0, token)


def test_hours_in_which_one_may_mark_oneself():
    akhir = AWAL + timedelta(hours=2)
    menit = timedelta(minutes=1)
    for saat, boleh in (
        (AWAL - 31 * menit, False),
        (AWAL - 30 * menit, True),
        (akhir, True),
        (akhir + menit, False),
    ):
        assert rules.is_terbuka(AWAL, akhir, saat) is boleh
    assert rules.get_status_datang(AWAL, AWAL + 15 * menit, 15) == "hadir"
    assert rules.get_status_datang(AWAL, AWAL + 16 * menit, 15) == "terlambat"


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=12))
def test_doubles_in_a_list(kunci):
    ganda = rules.find_baris_ganda(kunci)
    tersisa = [k for n, k in enumerate(kunci) if n not in ganda and k]
    assert len(tersisa) == len(set(tersisa)) == len(set(kunci) - {""})
