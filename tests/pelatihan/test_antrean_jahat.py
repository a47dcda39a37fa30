"""Entries that no page of ours would send: nothing stops the queue, the office can settle each of them."""

from uuid import UUID

import pytest
from django.urls import reverse

from cms.accounts import peran
from cms.accounts.perangkat import withdraw_perangkat
from cms.core.models import EntriTinjau
from pelatihan.kelas.models import Kehadiran
from pelatihan.lembar.services import save_ketikan
from tests.factories.accounts import UserFactory
from tests.factories.balai import make_fasilitator, make_kelas, take
from tests.factories.kelas import mark

from .test_antrean import kuis  # noqa: F401
from .test_balai import HpBalai, list_milik, list_peserta

pytestmark = pytest.mark.django_db


@pytest.fixture
def balai():
    galih = make_fasilitator()
    bawaan = take(make_kelas(galih), galih)
    return galih.akun, bawaan, HpBalai(galih.akun, bawaan)


def settle_all(client) -> list[int]:
    """What the office is answered for every entry: looked at, taken, and left aside where it cannot be."""
    client.force_login(UserFactory(peran=[peran.SEKRETARIS]))
    assert client.get(reverse("tinjau:index")).status_code == 200
    hasil = []
    for satu in EntriTinjau.objects.all():
        alamat = reverse("tinjau:putus", args=[satu.pk])
        assert client.get(alamat).status_code == 200
        hasil.append(client.post(alamat, {"dipakai": "ya", "catatan": "x"}).status_code)
        client.post(alamat, {"dipakai": "tidak", "catatan": "x"})
    assert not EntriTinjau.objects.filter(keputusan="").exists()
    return hasil


@pytest.mark.dua
@pytest.mark.parametrize("ke", [1, 5])
@pytest.mark.parametrize("cacat", [{"jenis": "\ud800"}, {"tanda": "a.1:\udfff"}])
def test_half_a_surrogate_pair_is_refused_at_once(kuis, ke, cacat):  # noqa: F811
    hp = kuis[2]
    baik = hp.kumpul(kuis[0])
    jawab = hp.send(hp.entri("jawaban", {}, ke=ke) | cacat, baik)
    assert [h["status"] for h in jawab.json()["hasil"]] == ["ditolak", "diterima"]


@pytest.mark.parametrize("bidang", [{"jawaban": 5}, {"jawaban": [["x"], {}]}, {"a": None}, 7, [1]])
def test_an_answer_of_any_shape_can_be_looked_at_and_settled(kuis, client, bidang):  # noqa: F811
    percobaan, soal, hp = kuis
    withdraw_perangkat(perangkat=hp.perangkat, actor=None)
    entri = hp.jawab(percobaan, soal[0], "a")
    entri["isi"]["bidang"] = bidang
    assert hp.ask(entri) == ["ditinjau"]
    assert settle_all(client) == [200]


@pytest.mark.parametrize("status", [[], {}, None, 5, "hapus"])
def test_a_tap_of_any_shape_can_be_looked_at_and_settled(balai, client, status):
    _akun, bawaan, hp = balai
    withdraw_perangkat(perangkat=hp.perangkat, actor=None)
    assert hp.ask(hp.hadir(list_peserta(bawaan)[0], status)) == ["ditinjau"]
    assert settle_all(client) == [200]
    assert not Kehadiran.objects.exists()


@pytest.mark.dua
def test_a_key_used_elsewhere_before_is_no_fault_of_the_office(balai, client):
    akun, bawaan, hp = balai
    satu, dua = list_peserta(bawaan)[:2]
    tap, ketik = hp.hadir(satu), hp.ketik(list_milik(bawaan)[0], "1A")
    mark(bawaan.pertemuan, dua, "sakit", akun, kunci=UUID(tap["kunci"]))
    lain = list_milik(bawaan)[1]
    save_ketikan(milik=lain, teks="1A", actor=akun, kunci=UUID(ketik["kunci"]), titip=True)
    assert hp.ask(tap, ketik) == ["tunda", "tunda"]
    assert hp.ask(tap | {"ke": 5}, ketik | {"ke": 5}) == ["ditinjau", "ditinjau"]
    assert settle_all(client) == [200, 200]
    assert Kehadiran.objects.get().peserta == dua


@pytest.mark.dua
def test_what_a_room_did_not_foresee_leaves_the_entry_open(kuis, client, monkeypatch):  # noqa: F811
    percobaan, soal, hp = kuis
    withdraw_perangkat(perangkat=hp.perangkat, actor=None)
    assert hp.ask(hp.jawab(percobaan, soal[0], "a")) == ["ditinjau"]
    monkeypatch.setattr("pelatihan.belajar.antrean.penilaian.give_jawaban", _write_and_fail)
    assert settle_all(client) == [200]
    assert not percobaan.jawaban.exists()


def _write_and_fail(*, percobaan, soal_kunci, isi, kunci):
    percobaan.jawaban.create(soal_kunci=soal_kunci, isi=isi, kunci=kunci, nilai_bp=0)
    raise ZeroDivisionError
