"""Draws, time, attempts and feedback of a quiz, with the server's clock."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cms.core import waktu
from pelatihan.belajar.services import close_kuis_habis, finish_kuis
from pelatihan.kursus.rules import find_undian_kurang, is_cocok
from pelatihan.kursus.services import KuisKosong, UndianKurang, save_kuis, save_soal
from pelatihan.models import Jawaban, Kuis, Percobaan, Soal
from pelatihan.penilaian import rules, services
from pelatihan.penilaian.capaian import get_nilai_kuis, list_soal
from pelatihan.penilaian.selectors import get_kuis_tampak
from tests.factories.pelatihan import (
    jawab,
    make_anggota,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)

MULAI = datetime(2026, 11, 24, 9, 0, tzinfo=waktu.WIB)


def butir(nomor: int, topik="kas", kesukaran=2) -> dict:
    return {"kunci": f"s{nomor:03}", "topik": topik, "kesukaran": kesukaran}


bank_st = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from((1, 2, 3))), min_size=0, max_size=25
).map(lambda isi: [butir(n, t, k) for n, (t, k) in enumerate(isi)])
undian_st = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from((None, 1, 2, 3))), max_size=5, unique=True
).flatmap(
    lambda isi: st.tuples(*[st.integers(1, 5) for _satu in isi]).map(
        lambda banyak: [
            {"topik": t, "kesukaran": k, "banyak": n} for (t, k), n in zip(isi, banyak, strict=True)
        ]
    )
)
benih_st = st.integers(0, 2**53 - 1)


@given(bank_st, undian_st, benih_st, st.booleans())
def test_a_draw_gives_every_rule_its_number_and_nothing_twice(bank, undian, benih, acak):
    kuis = {"soal": [butir(900, "tetap")], "bank": bank, "undian": undian, "acak_soal": acak}
    soal = rules.draw_soal(kuis, benih)
    kunci = [s["kunci"] for s in soal]
    assert len(set(kunci)) == len(kunci) and "s900" in kunci
    assert all(s["topik"] == "tetap" or any(is_cocok(u, s) for u in undian) for s in soal)
    if find_undian_kurang(undian, bank) is None:
        assert len(soal) == 1 + sum(u["banyak"] for u in undian)
    assert rules.draw_soal({**kuis, "bank": bank[::-1]}, benih) == soal


@given(bank_st, undian_st)
def test_enough_means_enough_for_all_draws_together(bank, undian):
    """By counting: narrow draws take theirs, a wide one needs the rest."""
    cukup = True
    for topik in "ab":
        lebar = sum(u["banyak"] for u in undian if (u["topik"], u["kesukaran"]) == (topik, None))
        sisa = 0
        for k in (1, 2, 3):
            ada = sum(s["topik"] == topik and s["kesukaran"] == k for s in bank)
            perlu = sum(u["banyak"] for u in undian if (u["topik"], u["kesukaran"]) == (topik, k))
            cukup = cukup and ada >= perlu
            sisa += ada - perlu
        cukup = cukup and sisa >= lebar
    assert (find_undian_kurang(undian, bank) is None) == cukup


def test_seeds_draw_differently_and_old_content_has_only_fixed_questions():
    bank = [butir(n) for n in range(20)]
    kuis = {
        "soal": [],
        "bank": bank,
        "undian": [{"topik": "kas", "kesukaran": None, "banyak": 5}],
    }
    hasil = {tuple(s["kunci"] for s in rules.draw_soal(kuis, benih)) for benih in range(50)}
    assert len(hasil) > 45
    assert {kunci for satu in hasil for kunci in satu} == {s["kunci"] for s in bank}
    assert rules.draw_soal({"soal": bank}, 7) == bank
    # Written down once: a change of this order would change attempts of years ago.
    assert [s["kunci"] for s in rules.draw_soal(kuis, 2024)] == [
        "s010",
        "s013",
        "s001",
        "s006",
        "s017",
    ]


nilai_st = st.lists(st.tuples(st.integers(0, 10000), st.booleans()), min_size=1, max_size=8)


@given(nilai_st, st.integers(1, 10000))
def test_what_counts_lies_between_the_worst_and_the_best(semua, batas):
    nilai = [n for n, _lulus in semua]
    for cara in ("terbaik", "terakhir", "rata"):
        hitung, lulus = rules.count_nilai(semua, cara=cara, lulus_bp=batas)
        assert min(nilai) <= hitung <= max(nilai)
        if cara == "rata":
            assert lulus == (hitung >= batas)
    assert rules.count_nilai(semua, cara="terakhir", lulus_bp=batas) == semua[-1]
    terbaik = rules.count_nilai(semua, cara="terbaik", lulus_bp=batas)
    assert terbaik == (max(nilai), any(lulus for _n, lulus in semua))
    assert rules.count_nilai([], cara="rata", lulus_bp=batas) == (None, False)


@pytest.mark.parametrize(
    ("umpan", "sebelum", "terjawab", "gagal", "lulus", "esok"),
    [
        ("langsung", False, True, True, True, True),
        ("selesai", False, False, True, True, True),
        ("lulus", False, False, False, True, True),
        ("tanggal", False, False, False, False, True),
        (None, False, False, True, True, True),
    ],
)
def test_when_feedback_shows(umpan, sebelum, terjawab, gagal, lulus, esok):
    kuis = {"umpan": umpan, "umpan_tanggal": "2026-11-25"} if umpan else {}

    def tampil(hari="2026-11-24", **kwargs):
        isi = {"selesai": False, "terjawab": False, "lulus": False} | kwargs
        return rules.may_show_umpan(kuis, hari=hari, **isi)

    assert tampil() == sebelum
    assert tampil(terjawab=True) == terjawab
    assert tampil(selesai=True, terjawab=True) == gagal
    assert tampil(selesai=True, lulus=True) == lulus
    assert tampil("2026-11-25", selesai=True, lulus=True) == esok


# -- with rows --------------------------------------------------------------------------------------
@pytest.fixture
def soal(db):
    return make_tunggal()


def start(kuis, anggota=None) -> Percobaan:
    peserta = make_peserta(make_kursus(kuis=kuis, banyak_pelajaran=1), anggota)
    return services.start_percobaan(peserta=peserta, kuis_kunci=kuis.kunci)


def beri(percobaan, soal, pilih="a"):
    return jawab(percobaan, soal, pilihan=[pilih])


@pytest.mark.django_db
def test_an_attempt_is_reproduced_after_bank_and_quiz_changed():
    for n in range(8):
        make_tunggal(f"Bank {n}", topik="kas", kesukaran=1 + n % 3)
    make_tunggal("Draf", topik="kas")
    Soal.objects.filter(judul="Draf").update(status="draf")
    tetap = make_tunggal("Tetap", topik="kas")
    kuis = make_kuis(tetap, undian=[("kas", None, 3), ("kas", 1, 1)], acak_soal=True)
    percobaan = start(kuis)
    semula = list_soal(percobaan)
    assert len(semula) == 5 and "Draf" not in str(semula)
    assert percobaan.rilis.susunan[0]["kuis"]["banyak_soal"] == 5
    for satu in Soal.objects.all():
        satu.isi = satu.isi | {"soal": "Diubah"}
        save_soal(soal=satu)
    make_tunggal("Baru", topik="kas")
    assert list_soal(Percobaan.objects.get()) == semula
    for satu in semula:
        services.give_jawaban(
            percobaan=percobaan,
            soal_kunci=UUID(satu["kunci"]),
            isi={"pilihan": ["a"]},
            kunci=uuid4(),
        )
    luar = Soal.objects.exclude(kunci__in=[s["kunci"] for s in semula]).first()
    with pytest.raises(services.SoalTidakAda):
        beri(percobaan, luar)
    assert services.finish_percobaan(percobaan=percobaan).nilai_bp == 10000


@pytest.mark.django_db
def test_a_quiz_that_asks_for_more_than_the_bank_holds_is_refused():
    make_tunggal("Satu", topik="kas", kesukaran=1)
    with pytest.raises(UndianKurang):
        make_kuis(undian=[("kas", 2, 1)])
    with pytest.raises(UndianKurang):
        make_kuis(undian=[("kas", None, 1), ("kas", 1, 1)])
    with pytest.raises(KuisKosong):
        save_kuis(kuis=Kuis(judul="Kosong", status="terbit"), butir=[], undian=[])


@pytest.mark.dua
def test_answers_within_the_grace_count_and_later_ones_do_not(soal):
    lain = make_tunggal("Lain")
    with waktu.pada(MULAI):
        percobaan = start(make_kuis(soal, lain, batas_menit=20, toleransi_detik=60))
        assert percobaan.batas_pada == MULAI + timedelta(minutes=20)
    with waktu.pada(MULAI + timedelta(minutes=20, seconds=60)):
        beri(percobaan, soal)
        assert close_kuis_habis() == 0
    with waktu.pada(MULAI + timedelta(minutes=20, seconds=61)):
        with pytest.raises(services.WaktuHabis):
            beri(percobaan, lain)
        assert Jawaban.objects.count() == 1
    with waktu.pada(MULAI + timedelta(hours=5)):
        assert close_kuis_habis() == 1
        assert close_kuis_habis() == 0
    percobaan.refresh_from_db()
    assert (percobaan.nilai_bp, percobaan.lulus) == (5000, False)
    assert percobaan.selesai_pada == percobaan.tutup_pada and percobaan.habis_waktu


@pytest.mark.django_db
def test_beginning_again_after_the_time_closes_the_old_attempt_first(soal):
    with waktu.pada(MULAI):
        percobaan = start(make_kuis(soal, batas_menit=20, toleransi_detik=0))
        beri(percobaan, soal)
    with waktu.pada(MULAI + timedelta(hours=1)):
        baru = services.start_percobaan(peserta=percobaan.peserta, kuis_kunci=percobaan.kuis_kunci)
    percobaan.refresh_from_db()
    assert baru.nomor == 2 and percobaan.lulus


@pytest.mark.django_db
def test_handed_in_in_time_counts_from_the_press(soal):
    with waktu.pada(MULAI):
        percobaan = start(make_kuis(soal, batas_menit=20))
    with waktu.pada(MULAI + timedelta(minutes=3)):
        selesai = finish_kuis(percobaan=percobaan)
    assert selesai.selesai_pada == MULAI + timedelta(minutes=3) and not selesai.habis_waktu


@pytest.mark.dua
def test_attempts_end_where_the_quiz_says(soal):
    percobaan = start(make_kuis(soal, percobaan_maks=2, cara_nilai="terakhir"))
    beri(percobaan, soal)
    assert services.finish_percobaan(percobaan=percobaan).lulus
    kuis = percobaan.rilis.susunan[0]["kuis"]
    assert get_nilai_kuis(percobaan.peserta, kuis).lulus
    mulai = {"peserta": percobaan.peserta, "kuis_kunci": percobaan.kuis_kunci}
    services.finish_percobaan(percobaan=services.start_percobaan(**mulai))
    assert (get_nilai_kuis(percobaan.peserta, kuis).lulus) is False
    with pytest.raises(services.PercobaanHabis):
        services.start_percobaan(**mulai)


# -- pages ------------------------------------------------------------------------------------------
@pytest.fixture
def belajar(client, db):
    anggota = make_anggota()
    client.force_login(anggota.akun)
    client.anggota = anggota
    return client


def url_soal(percobaan, nomor=1):
    return reverse("pelatihan:answer_soal", args=[percobaan.uuid, nomor])


def test_page_says_the_rules_and_the_end_by_the_servers_clock(belajar, soal):
    kuis = make_kuis(soal, batas_menit=41, toleransi_detik=120, percobaan_maks=1, umpan="lulus")
    with waktu.pada(MULAI):
        percobaan = start(kuis, belajar.anggota)
        url = reverse("pelatihan:open_kuis", args=[percobaan.peserta.uuid, kuis.kunci])
        halaman = belajar.get(url).content.decode()
        assert "41 menit" in halaman and "2 menit" in halaman and "09.41" in halaman
        assert "09.41" in belajar.get(url_soal(percobaan)).content.decode()
    with waktu.pada(MULAI + timedelta(hours=2)):
        kirim = {"jawaban": "a", "ke": "maju", "kunci": uuid4()}
        jawaban = belajar.post(url_soal(percobaan), kirim, follow=True)
        halaman = jawaban.content.decode()
        assert jawaban.redirect_chain[-1][0].endswith("/hasil/")
        assert "Waktu habis pukul 09.41" in halaman and "Tanggapan b" not in halaman
        halaman = belajar.get(url).content.decode()
        assert "Kesempatan sudah habis" in halaman and "Coba lagi" not in halaman
        assert belajar.post(url).url == url
    assert Percobaan.objects.count() == 1 and not Jawaban.objects.exists()


def test_time_that_ends_between_page_and_press_is_told_not_lost(belajar, soal, monkeypatch):
    """The look at the clock passes, the answer comes too late: closed, and the result shows."""
    with waktu.pada(MULAI):
        percobaan = start(make_kuis(soal, batas_menit=5, toleransi_detik=0), belajar.anggota)
    from pelatihan.belajar import services as belajar_services

    asli, panggilan = belajar_services.close_kuis, []

    def lambat(**kwargs):
        panggilan.append(1)
        return kwargs["percobaan"] if len(panggilan) == 1 else asli(**kwargs)

    monkeypatch.setattr(belajar_services, "close_kuis", lambat)
    with waktu.pada(MULAI + timedelta(minutes=6)):
        kirim = {"jawaban": "a", "ke": "maju", "kunci": uuid4()}
        assert belajar.post(url_soal(percobaan), kirim).url.endswith("/hasil/")
    percobaan.refresh_from_db()
    assert percobaan.nilai_bp == 0


def test_feedback_at_once_makes_the_answer_final_in_two_tabs(belajar, soal):
    kuis = make_kuis(soal, make_tunggal("Dua"), umpan="langsung")
    percobaan = start(kuis, belajar.anggota)
    url = url_soal(percobaan)
    assert "Tanggapan" not in belajar.get(url).content.decode()
    kirim = {"jawaban": "b", "ke": "maju", "kunci": uuid4()}
    assert belajar.post(url, kirim).url == url
    halaman = belajar.get(url).content.decode()
    assert "Tanggapan b" in halaman and "Tanggapan a" not in halaman
    assert url_soal(percobaan, 2) in halaman
    kirim = {"jawaban": "a", "ke": "maju", "kunci": uuid4()}
    assert belajar.post(url, kirim).url == url
    assert Jawaban.objects.get().isi == {"pilihan": ["b"]}
    with pytest.raises(services.JawabanTetap):
        beri(percobaan, soal, "a")


def test_feedback_from_a_date_on(belajar, soal):
    kuis = make_kuis(soal, umpan="tanggal", umpan_tanggal=date(2026, 12, 1))
    with waktu.pada(MULAI):
        percobaan = start(kuis, belajar.anggota)
        beri(percobaan, soal, "b")
        finish_kuis(percobaan=percobaan)
        url = reverse("pelatihan:show_hasil", args=[percobaan.uuid])
        halaman = belajar.get(url).content.decode().replace("\xa0", " ")
        assert "1 Desember 2026" in halaman and "Tanggapan b" not in halaman
    percobaan.refresh_from_db()
    with waktu.pada(MULAI):
        assert get_kuis_tampak(percobaan, penuh=True).soal[0].umpan_balik
    with waktu.pada(date(2026, 12, 1)):
        assert "Tanggapan b" in belajar.get(url).content.decode()
