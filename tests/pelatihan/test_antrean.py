"""What a learner's phone sends: once each, in order, nothing lost and nothing silently accepted."""

import json
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from cms.accounts.perangkat import bind_perangkat, make_tanda, withdraw_perangkat
from cms.core import waktu
from cms.core.models import EntriTinjau
from pelatihan.belajar.services import finish_kuis
from pelatihan.models import Jawaban
from pelatihan.penilaian.services import start_percobaan
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import (
    make_anggota,
    make_angka,
    make_ganda,
    make_kuis,
    make_kursus,
    make_peserta,
    make_tunggal,
)

pytestmark = pytest.mark.django_db


class Hp:
    """A phone of one account, as antrean.js talks."""

    def __init__(self, user):
        self.user = user
        self.perangkat, self.rahasia = bind_perangkat(user=user, peramban="Android Chrome/1")
        self.tanda = make_tanda(user)
        self.client = Client()

    def send(self, *entri, **kepala):
        badan = json.dumps({"sekarang": 1_000_000, "entri": list(entri)})
        kepala = {
            "Origin": "http://testserver",
            "Authorization": f"Perangkat {self.perangkat.uuid}.{self.rahasia}",
            **kepala,
        }
        return self.client.post(
            reverse("antrean"), badan, content_type="application/json", headers=kepala
        )

    def ask(self, *entri) -> list[str]:
        jawab = self.send(*entri)
        assert jawab.status_code == 200, jawab.content
        return [satu["status"] for satu in jawab.json()["hasil"]]

    def entri(self, jenis, isi, **lain):
        return {
            "kunci": str(uuid4()),
            "jenis": jenis,
            "isi": isi,
            "tanda": self.tanda,
            "saat": 990_000,
            **lain,
        }

    def jawab(self, percobaan, soal, *nilai, dasar="", **lain):
        isi = {
            "percobaan": str(percobaan.uuid),
            "soal": str(soal.kunci),
            "dasar": dasar,
            "bidang": {"jawaban": list(nilai)},
        }
        return self.entri("jawaban", isi, **lain)

    def kumpul(self, percobaan):
        return self.entri("kumpulkan", {"percobaan": str(percobaan.uuid)})


@pytest.fixture
def kuis():
    soal = [make_tunggal(), make_ganda(), make_angka()]
    peserta = make_peserta(make_kursus(kuis=make_kuis(*soal)), make_anggota())
    percobaan = start_percobaan(
        peserta=peserta, kuis_kunci=peserta.rilis.susunan[0]["kuis"]["kunci"]
    )
    return percobaan, soal, Hp(peserta.anggota.akun)


@pytest.mark.dua
def test_whole_quiz_in_one_batch(kuis, django_assert_max_num_queries):
    percobaan, (satu, dua, tiga), hp = kuis
    tas = [
        hp.jawab(percobaan, satu, "a"),
        hp.jawab(percobaan, dua, "p0", "p1"),
        hp.jawab(percobaan, tiga, "Rp 2.950.000"),
        hp.kumpul(percobaan),
    ]
    with django_assert_max_num_queries(45):
        assert hp.ask(*tas) == ["diterima"] * 4
    percobaan.refresh_from_db()
    assert percobaan.nilai_bp == 10000 and percobaan.lulus
    assert hp.ask(*tas) == ["sudah"] * 4
    assert Jawaban.objects.count() == 3


def test_same_entry_twice_in_one_batch_is_one(kuis):
    percobaan, (satu, *_), hp = kuis
    entri = hp.jawab(percobaan, satu, "a")
    assert hp.ask(entri, entri) == ["diterima", "diterima"]
    assert Jawaban.objects.count() == 1


def test_same_key_with_another_body_is_refused(kuis):
    percobaan, (satu, *_), hp = kuis
    entri = hp.jawab(percobaan, satu, "a")
    lain = {**hp.jawab(percobaan, satu, "b"), "kunci": entri["kunci"]}
    hp.ask(entri)
    hasil = hp.send(lain).json()["hasil"][0]
    assert hasil["status"] == "ditolak" and hasil["alasan"] == "isi-berbeda"
    assert Jawaban.objects.get().isi == {"pilihan": ["a"]}


def test_changed_mind_offline_keeps_the_order(kuis):
    percobaan, (satu, *_), hp = kuis
    awal = hp.jawab(percobaan, satu, "a")
    ganti = hp.jawab(percobaan, satu, "b", dasar=awal["kunci"])
    kembali = hp.jawab(percobaan, satu, "a", dasar=ganti["kunci"])
    assert hp.ask(awal, ganti, kembali) == ["diterima"] * 3
    assert [j.isi["pilihan"] for j in Jawaban.objects.order_by("id")] == [["a"], ["b"], ["a"]]


def test_two_phones_first_one_stands_the_other_waits_for_a_person(kuis):
    percobaan, (satu, *_), hp = kuis
    hp_lain = Hp(hp.user)
    luring = hp.jawab(percobaan, satu, "b")
    assert hp_lain.ask(hp_lain.jawab(percobaan, satu, "a")) == ["diterima"]
    jawab = hp.send(luring).json()["hasil"][0]
    assert jawab["status"] == "ditinjau" and jawab["alasan"] == "bentrok"
    assert Jawaban.objects.get().isi == {"pilihan": ["a"]}
    assert jawab["isi"]["kini"] == str(Jawaban.objects.get().kunci)
    tinjau = EntriTinjau.objects.get()
    assert tinjau.isi["bidang"] == {"jawaban": ["b"]} and tinjau.akun == hp.user
    assert hp.ask(luring) == ["ditinjau"] and EntriTinjau.objects.count() == 1
    lanjut = hp.jawab(percobaan, satu, "b", dasar=jawab["isi"]["kini"])
    assert hp.ask(lanjut) == ["diterima"]


def test_same_answer_from_two_phones_is_no_conflict(kuis):
    percobaan, (satu, *_), hp = kuis
    hp_lain = Hp(hp.user)
    pertama = hp.jawab(percobaan, satu, "a")
    assert hp_lain.ask(hp_lain.jawab(percobaan, satu, "a")) == ["diterima"]
    assert hp.ask(pertama) == ["diterima"] and Jawaban.objects.count() == 1
    # What follows an answer that was there already follows the one that stands.
    assert hp.ask(hp.jawab(percobaan, satu, "b", dasar=pertama["kunci"])) == ["diterima"]


def test_after_handing_in_late_answers_wait_for_a_person(kuis):
    percobaan, (satu, dua, _tiga), hp = kuis
    hp.ask(hp.jawab(percobaan, satu, "a"))
    finish_kuis(percobaan=percobaan)
    assert hp.ask(hp.jawab(percobaan, satu, "a"), hp.jawab(percobaan, dua, "p0")) == [
        "diterima",
        "ditinjau",
    ]
    assert EntriTinjau.objects.get().alasan == "terlambat"
    assert Jawaban.objects.count() == 1


def test_withdrawn_device_and_closed_account_go_to_review(kuis):
    percobaan, (satu, dua, _), hp = kuis
    withdraw_perangkat(perangkat=hp.perangkat, actor=hp.user)
    assert hp.ask(hp.jawab(percobaan, satu, "a")) == ["ditinjau"]
    assert EntriTinjau.objects.get().alasan == "perangkat-ditarik"
    hp = Hp(hp.user)
    hp.user.is_active = False
    hp.user.save()
    assert hp.ask(hp.jawab(percobaan, dua, "p0")) == ["ditinjau"]
    assert not Jawaban.objects.exists()


def test_others_quiz_and_others_mark_are_refused(kuis):
    percobaan, (satu, *_), hp = kuis
    lain = Hp(make_anggota(nama="Budi").akun)
    assert lain.ask(lain.jawab(percobaan, satu, "a")) == ["ditolak"]
    lain.tanda = hp.tanda
    assert lain.send(lain.jawab(percobaan, satu, "a")).json()["hasil"][0]["alasan"] == "bukan-milik"
    hp.tanda = "tipu:xx"
    assert hp.ask(hp.jawab(percobaan, satu, "a")) == ["ditinjau"]
    assert not Jawaban.objects.exists()


@pytest.mark.parametrize(
    "bidang",
    [None, [], "a", {"jawaban": "a"}, {"jawaban": [1]}, {"jawaban": [["a"]]}, {"jawaban": ["zz"]}]
    + [{str(n): ["a"] for n in range(100)}],
)
def test_hostile_fields_are_refused_one_by_one(kuis, bidang):
    percobaan, (satu, dua, _), hp = kuis
    buruk = hp.jawab(percobaan, satu, "a")
    buruk["isi"]["bidang"] = bidang
    hasil = hp.ask(buruk, hp.jawab(percobaan, dua, "p0"))
    assert hasil in (["ditolak", "diterima"], ["diterima", "diterima"])
    assert Jawaban.objects.filter(soal_kunci=satu.kunci).count() == 0


@pytest.mark.parametrize(
    "ubah",
    [
        {"percobaan": "x"},
        {"percobaan": None},
        {"soal": 5},
        {"soal": str(uuid4())},
        {"dasar": {"a": 1}, "percobaan": "0"},
        {"percobaan": str(uuid4())},
    ],
)
def test_hostile_names_are_refused(kuis, ubah):
    percobaan, (satu, *_), hp = kuis
    entri = hp.jawab(percobaan, satu, "a")
    entri["isi"] |= ubah
    assert hp.ask(entri) == ["ditolak"]


@pytest.mark.parametrize("saat", [99_000_000_000_000, -99_000_000_000_000, 0, None])
def test_clock_of_the_phone_wrong_by_days(kuis, saat):
    """Whatever the phone believes, the answer bears the server's time and the order of arrival."""
    percobaan, (satu, *_), hp = kuis
    kini = datetime(2026, 11, 24, 9, 0, tzinfo=waktu.WIB)
    awal = hp.jawab(percobaan, satu, "a", saat=saat)
    ganti = hp.jawab(percobaan, satu, "b", saat=990_000, dasar=awal["kunci"])
    with waktu.pada(kini):
        assert hp.ask(awal) == hp.ask(ganti) == ["diterima"]
    semua = Jawaban.objects.order_by("id")
    assert [(j.isi["pilihan"], j.diterima_pada) for j in semua] == [(["a"], kini), (["b"], kini)]


@pytest.mark.dua
@pytest.mark.parametrize("saat", [990_000, 99_000_000_000_000, -99_000_000_000_000])
def test_time_and_grace_are_the_servers_whatever_the_phone_believes(saat):
    mulai = datetime(2026, 11, 24, 9, 0, tzinfo=waktu.WIB)
    soal = [make_tunggal("Satu"), make_tunggal("Dua")]
    peserta = make_peserta(make_kursus(kuis=make_kuis(*soal, batas_menit=20, toleransi_detik=60)))
    hp = Hp(peserta.anggota.akun)
    with waktu.pada(mulai):
        kunci = peserta.rilis.susunan[0]["kuis"]["kunci"]
        percobaan = start_percobaan(peserta=peserta, kuis_kunci=kunci)
    with waktu.pada(mulai + timedelta(minutes=20, seconds=60)):
        satu = hp.jawab(percobaan, soal[0], "a", saat=saat)
        assert hp.ask(satu) == ["diterima"]
    with waktu.pada(mulai + timedelta(minutes=20, seconds=61)):
        dua = hp.jawab(percobaan, soal[1], "a", saat=saat)
        assert hp.ask(satu, dua, hp.kumpul(percobaan)) == ["sudah", "ditinjau", "diterima"]
    percobaan.refresh_from_db()
    assert (percobaan.nilai_bp, percobaan.habis_waktu) == (5000, True)
    assert EntriTinjau.objects.get().alasan == "terlambat"


def test_officer_settles_a_conflict(kuis, client):
    percobaan, (satu, *_), hp = kuis
    hp_lain = Hp(hp.user)
    hp_lain.ask(hp_lain.jawab(percobaan, satu, "a"))
    hp.ask(hp.jawab(percobaan, satu, "b"))
    sekretaris = UserFactory(peran=["sekretaris"])
    client.force_login(sekretaris)
    tinjau = EntriTinjau.objects.get()
    alamat = reverse("tinjau:putus", args=[tinjau.pk])
    halaman = client.get(alamat).content.decode()
    assert "Kuis kas" in halaman and "Pilihan b" in halaman
    jawab = client.post(alamat, {"dipakai": "ya", "catatan": "Sudah ditanya."})
    assert jawab.status_code == 302
    assert Jawaban.objects.order_by("-id").first().isi == {"pilihan": ["b"]}
    assert client.post(alamat, {"dipakai": "ya", "catatan": "x"}).status_code in (302, 403)
