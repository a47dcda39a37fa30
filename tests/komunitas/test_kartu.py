"""Cards of people: accounts made on the spot, the pages of who makes them, the printed sheet."""

from datetime import date

import pytest

from cms.accounts.kartu import TidakBolehKartu
from cms.accounts.models import Kartu, User
from cms.komunitas.kartu import services
from cms.komunitas.models import Jabatan
from cms.komunitas.services import merge_anggota
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
PIN = "492716"


@pytest.fixture
def sekretaris(db):
    return UserFactory(peran=["sekretaris"])


@pytest.fixture
def orang(db):
    return AnggotaFactory(nama="Sumarni Wulandari")


@pytest.fixture
def meja(client, sekretaris):
    client.force_login(sekretaris)
    return client


def test_who_has_no_account_gets_one_without_any_address(orang, sekretaris):
    kartu = services.issue_kartu(anggota=orang, actor=sekretaris)
    orang.refresh_from_db()
    akun = orang.akun
    assert kartu.user == akun and akun.nama == orang.nama
    assert akun.email is None and akun.telepon is None and not akun.has_usable_password()
    assert services.issue_kartu(anggota=orang, actor=sekretaris) == kartu


def test_two_of_one_name_get_two_accounts(sekretaris):
    nama = {
        services.issue_kartu(anggota=AnggotaFactory(nama="Siti"), actor=sekretaris).user.username
        for _ke in range(3)
    }
    assert nama == {"siti", "siti2", "siti3"}


def test_never_for_who_holds_an_office(orang, sekretaris):
    Jabatan.objects.create(anggota=orang, unit="upk", jabatan="Kasir", dari=date(2020, 1, 1))
    with pytest.raises(TidakBolehKartu):
        services.issue_kartu(anggota=orang, actor=sekretaris)
    assert not User.objects.filter(nama=orang.nama).exists()


def test_an_office_taken_later_shuts_the_card(client, orang, sekretaris):
    kartu = services.issue_kartu(anggota=orang, actor=sekretaris)
    services.set_pin(anggota=orang, pin=PIN, actor=sekretaris)
    Jabatan.objects.create(anggota=orang, unit="bkm", jabatan="Anggota", dari=date(2020, 1, 1))
    assert client.post(f"/akun/kartu/{kartu.kode}/", {"pin": PIN}).status_code == 404


def test_a_facilitator_without_the_class_gets_nowhere(client, orang, sekretaris):
    fasilitator = UserFactory(peran=["fasilitator"])
    with pytest.raises(TidakBolehKartu):
        services.issue_kartu(anggota=orang, actor=fasilitator)
    services.issue_kartu(anggota=orang, actor=sekretaris)
    client.force_login(fasilitator)
    assert client.get(f"/lapangan/kartu/{orang.uuid}/").status_code == 404
    assert orang.nama not in client.get("/lapangan/kartu/?cari=Sumarni").content.decode()


def test_merging_carries_the_card_along(client, orang, sekretaris):
    kartu = services.issue_kartu(anggota=orang, actor=sekretaris)
    services.set_pin(anggota=orang, pin=PIN, actor=sekretaris)
    tetap = AnggotaFactory(nama="Sumarni W.")
    merge_anggota(dari=orang, ke=tetap, actor=sekretaris)
    tetap.refresh_from_db()
    assert tetap.akun == kartu.user
    assert client.post(f"/akun/kartu/{kartu.kode}/", {"pin": PIN}).status_code == 302


def test_merging_two_with_cards_leaves_the_one_that_stays(client, orang, sekretaris):
    tetap = AnggotaFactory(nama="Sumarni W.")
    kartu = {o.pk: services.issue_kartu(anggota=o, actor=sekretaris) for o in (orang, tetap)}
    for satu in (orang, tetap):
        services.set_pin(anggota=satu, pin=PIN, actor=sekretaris)
    merge_anggota(dari=orang, ke=tetap, actor=sekretaris)
    jawab = [
        client.post(f"/akun/kartu/{kartu[pk].kode}/", {"pin": PIN}).status_code
        for pk in (orang.pk, tetap.pk)
    ]
    assert jawab == [404, 302]


# -- pages -------------------------------------------------------------------------------------
def test_from_the_search_to_a_card_with_a_pin(meja, orang):
    assert orang.nama in meja.get("/lapangan/kartu/", {"cari": "sumar"}).content.decode()
    halaman = f"/lapangan/kartu/{orang.uuid}/"
    assert meja.get(f"{halaman}kartu.pdf").status_code == 404
    assert meja.post(halaman, {"apa": "buat"}).status_code == 302
    assert meja.get(f"{halaman}kartu.pdf").content.startswith(b"%PDF")
    assert "terlalu mudah" in meja.post(halaman, {"apa": "pin", "pin": "111111"}).content.decode()
    assert "enam angka" in meja.post(halaman, {"apa": "pin", "pin": "12"}).content.decode()
    assert meja.post(halaman, {"apa": "pin", "pin": "492 716"}).status_code == 302
    assert meja.post(f"/akun/kartu/{Kartu.objects.get().kode}/", {"pin": PIN}).status_code == 302


def test_renewing_twice_from_one_page_makes_one_card(meja, orang, sekretaris):
    lama = services.issue_kartu(anggota=orang, actor=sekretaris)
    isi = {"apa": "ganti", "kartu": lama.uuid, "alasan": "hilang"}
    for _ke in range(2):
        assert meja.post(f"/lapangan/kartu/{orang.uuid}/", isi).status_code == 302
    assert Kartu.objects.count() == 2 and Kartu.objects.filter(ditarik_pada=None).count() == 1


def test_withdrawing_asks_why(meja, orang, sekretaris):
    kartu = services.issue_kartu(anggota=orang, actor=sekretaris)
    halaman, isi = f"/lapangan/kartu/{orang.uuid}/", {"apa": "tarik", "kartu": kartu.uuid}
    assert meja.post(halaman, isi).status_code == 200
    assert meja.post(halaman, isi | {"alasan": "pindah"}).status_code == 302
    assert not Kartu.objects.filter(ditarik_pada=None).exists()


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"apa": "tarik", "kartu": "bukan-uuid", "alasan": "x"},
        {"apa": "ganti", "alasan": "x" * 5000},
        {"apa": "pin", "pin": "9" * 5000},
        {"apa": "pin", "pin": "\x00"},
        {"apa": "\x00"},
    ],
)
def test_crooked_input_is_answered_on_the_page(meja, orang, sekretaris, isi):
    services.issue_kartu(anggota=orang, actor=sekretaris)
    assert meja.post(f"/lapangan/kartu/{orang.uuid}/", isi).status_code == 200


def test_a_card_of_somebody_else_is_not_touched_from_this_page(meja, orang, sekretaris):
    services.issue_kartu(anggota=orang, actor=sekretaris)
    lain = services.issue_kartu(anggota=AnggotaFactory(), actor=sekretaris)
    isi = {"apa": "tarik", "kartu": lain.uuid, "alasan": "salah"}
    assert meja.post(f"/lapangan/kartu/{orang.uuid}/", isi).status_code == 404
    assert Kartu.objects.get(pk=lain.pk).ditarik_pada is None
