"""Personal links in the office: made, shown once, listed, withdrawn."""

import re
from datetime import timedelta

import pytest

from cms.accounts.services import end_peran
from cms.core import waktu
from cms.komunitas.models import TautanPribadi
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory
from tests.factories.tautan import make_tautan

pytestmark = pytest.mark.django_db
KANTOR = "/admin/tautan-pribadi/"


@pytest.fixture
def sekretaris(client):
    user = UserFactory(nama="Wening Pratiwi", peran=["sekretaris"])
    client.force_login(user)
    return user


def send(client, orang, **isi):
    bawaan = {"anggota": orang.pk, "sebutan": "Kepala Desa", "berlaku_sampai": ""}
    return client.post(f"{KANTOR}new/", {**bawaan, **isi})


def get_alamat(jawab) -> str:
    return re.search(r"http://[^\s<\"]+/j/[a-z0-9]{28}/", jawab.content.decode())[0]


def test_made_shown_once_and_listed(client, sekretaris):
    kades = AnggotaFactory(nama="Harjo Sumitro")
    jawab = send(client, kades)
    assert jawab.status_code == 200 and "no-store" in jawab["Cache-Control"]
    alamat = get_alamat(jawab)
    isi = jawab.content.decode()
    assert "<svg" in isi and "data-salin" in isi and "data-cetak" in isi
    token = alamat.split("/")[-2]
    for halaman in (KANTOR, f"{KANTOR}edit/{TautanPribadi.objects.get().pk}/"):
        daftar = client.get(halaman).content.decode()
        assert "Harjo Sumitro" in daftar and "Berlaku" in daftar and "Wening Pratiwi" in daftar
        assert token not in daftar
    client.logout()
    assert client.get(f"/j/{token}/").status_code == 200


def test_made_anew_for_who_lost_it(client, sekretaris):
    tautan, lama = make_tautan()
    baru = get_alamat(send(client, tautan.anggota))
    assert client.get(f"/j/{lama}/").status_code == 404
    assert client.get(baru[baru.index("/j/") :]).status_code == 200


def test_withdrawn_with_one_button(client, sekretaris):
    tautan, token = make_tautan()
    halaman = f"{KANTOR}edit/{tautan.pk}/"
    assert "Cabut tautan" in client.get(halaman).content.decode()
    assert client.get(f"/j/{token}/").status_code == 200, "looking at it changes nothing"
    assert client.post(halaman)["Location"] == KANTOR
    assert client.get(f"/j/{token}/").status_code == 404
    assert "Cabut tautan" not in client.get(halaman).content.decode()
    assert "Dicabut" in client.get(KANTOR).content.decode()


@pytest.mark.parametrize(
    "isi",
    [
        {"berlaku_sampai": "2020-01-01"},
        {"berlaku_sampai": "besok"},
        {"berlaku_sampai": "9999-99-99"},
        {"anggota": "999999"},
        {"anggota": "\0"},
        {"anggota": "9" * 30},
        {"anggota": ""},
        {"sebutan": ""},
        {"sebutan": "x" * 61},
        {"sebutan": "Kades\0"},
    ],
)
def test_bad_input_makes_nothing(client, sekretaris, isi):
    assert send(client, AnggotaFactory(), **isi).status_code == 200
    assert not TautanPribadi.objects.exists()


def test_not_for_who_has_left(client, sekretaris):
    pergi = AnggotaFactory(berakhir_pada=waktu.hari_ini())
    assert send(client, pergi).status_code == 200
    assert not TautanPribadi.objects.exists()


def test_a_name_is_only_text(client, sekretaris):
    kades = AnggotaFactory(nama="<script>alert(1)</script>")
    alamat = get_alamat(jawab := send(client, kades, sebutan="<b>Lurah</b>"))
    for isi in (jawab, client.get(alamat[alamat.index("/j/") :]), client.get(KANTOR)):
        assert b"<script>alert" not in isi.content and b"<b>Lurah" not in isi.content


def test_a_role_that_ended_while_the_form_was_open(client, sekretaris):
    tautan, token = make_tautan()
    assert client.get(f"{KANTOR}new/").status_code == 200
    kemarin = waktu.hari_ini() - timedelta(days=1)
    sekretaris.peran.update(dari=kemarin)
    end_peran(peran=sekretaris.peran.get(), sampai=kemarin)
    assert send(client, AnggotaFactory()).status_code in (302, 403, 404)
    assert client.post(f"{KANTOR}edit/{tautan.pk}/").status_code in (302, 403, 404)
    assert TautanPribadi.objects.count() == 1
    assert client.get(f"/j/{token}/").status_code == 200


def test_the_person_is_searched_for_not_picked_from_a_thousand(client, sekretaris):
    AnggotaFactory(nama="Tetangga Jauh")
    isi = client.get(f"{KANTOR}new/").content.decode()
    assert "Tetangga Jauh" not in isi and "/admin/anggota/pilih/" in isi
