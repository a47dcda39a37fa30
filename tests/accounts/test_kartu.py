"""A card and a PIN at the door: who gets in, how guessing is slowed, what the next person sees."""

from datetime import timedelta

import pytest
from django.test import Client

from cms.accounts import kartu as layanan
from cms.accounts.models import Kartu
from cms.accounts.services import AlasanKosong, deactivate_user, give_peran, reactivate_user
from cms.core import waktu
from cms.core.cek import PANJANG
from cms.core.jejak.models import Jejak
from tests.factories.accounts import UserFactory, make_kartu

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
PIN = "492716"


@pytest.fixture
def sekretaris(db):
    return UserFactory(peran=["sekretaris"])


def enter(client, kartu, pin=PIN):
    return client.post(f"/akun/kartu/{kartu.kode}/", {"pin": pin})


def is_in(client) -> bool:
    """/belajar/ sends strangers to a door; 403 is for accounts that are nobody of the list."""
    return client.get("/belajar/").status_code in (200, 403)


# -- getting in --------------------------------------------------------------------------------
def test_the_scanned_code_leads_to_the_pin_and_the_pin_to_learning(client):
    kartu = make_kartu(pin=PIN)
    jawab = client.get(f"/cek/{kartu.kode}/", follow=True)
    assert jawab.status_code == 200 and kartu.user.nama not in jawab.content.decode()
    assert not is_in(client)
    assert enter(client, kartu).url == "/belajar/"
    assert is_in(client)
    assert Jejak.objects.filter(tindakan="enter_kartu", pelaku=kartu.user).count() == 1


@pytest.mark.parametrize("ubah", [str, str.upper, lambda k: k[2:], lambda k: k.replace("-", " ")])
def test_the_code_may_be_typed_in_many_ways(client, ubah):
    kartu = make_kartu(pin=PIN)
    jawab = client.post("/akun/kartu/", {"kode": ubah(kartu.kode)})
    assert jawab.url == f"/akun/kartu/{kartu.kode}/"
    assert layanan.clean_kode(layanan.format_kode(kartu.kode)) == kartu.kode


@pytest.mark.parametrize("kode", ["", "x", "k-", "k-" + "z" * 13, "😀" * 20, "\x00", "9" * 40])
def test_a_code_that_nobody_has_is_said_so(client, kode):
    jawab = client.post("/akun/kartu/", {"kode": kode})
    assert jawab.status_code == 200
    assert not is_in(client)


def test_a_code_carries_more_than_sixty_bits():
    kode = make_kartu().kode
    assert kode.startswith("k-") and len(kode) == 2 + PANJANG


def test_without_a_pin_the_card_opens_nothing(client):
    kartu = make_kartu()
    assert "belum punya PIN" in client.get(f"/akun/kartu/{kartu.kode}/").content.decode()
    for pin in ("", "000000"):
        assert enter(client, kartu, pin).status_code == 200
    assert not is_in(client)


def test_forty_cards_behind_one_router_all_get_in():
    kartu = [make_kartu(pin=PIN) for _ke in range(40)]
    salah = 0
    for nomor, satu in enumerate(kartu):
        client = Client(REMOTE_ADDR="10.0.0.7")
        for _ke in range(nomor % 4):  # some mistype, up to three times
            salah += enter(client, satu, "111222").status_code == 200
        assert enter(client, satu).status_code == 302
        assert is_in(client)
    assert salah == 60


# -- guessing ----------------------------------------------------------------------------------
def test_guessing_is_slowed_for_the_card_wherever_it_comes_from():
    kartu, lain = make_kartu(pin=PIN), make_kartu(pin=PIN)
    for nomor in range(5):
        enter(Client(REMOTE_ADDR=f"10.0.1.{nomor}"), kartu, "111222")
    client = Client(REMOTE_ADDR="10.0.2.1")
    isi = enter(client, kartu).content.decode()
    assert "PIN baru" in isi and not is_in(client)
    assert enter(client, lain).status_code == 302


def test_a_patient_guesser_meets_the_limit_of_the_day():
    kartu, awal = make_kartu(pin=PIN), waktu.gabung(waktu.hari_ini(), waktu.time(8))
    coba = 0
    for seperempat in range(20):
        with waktu.pada(awal + timedelta(minutes=16 * seperempat)):
            for _ke in range(5):
                try:
                    layanan.enter_kartu(kode=kartu.kode, pin="111222")
                except layanan.PinSalah:
                    coba += 1
                except Exception as galat:
                    assert type(galat).__name__ == "TerlaluSering"
    assert coba == 30


def test_a_new_pin_lifts_the_wait_and_ends_the_old_session(client, sekretaris):
    kartu = make_kartu(pin=PIN)
    enter(client, kartu)
    for _ke in range(6):
        enter(Client(), kartu, "111222")
    layanan.set_pin(user=kartu.user, pin="805316", actor=sekretaris)
    assert not is_in(client)
    assert enter(client, kartu).status_code == 200
    assert enter(client, kartu, "805316").status_code == 302


# -- the session -------------------------------------------------------------------------------
def test_the_session_is_short_and_goes_on_while_it_is_used(client):
    kartu, awal = make_kartu(pin=PIN), waktu.sekarang()
    enter(client, kartu)
    with waktu.pada(awal + timedelta(minutes=25)):
        assert is_in(client)
    with waktu.pada(awal + timedelta(minutes=50)):
        assert is_in(client)
    with waktu.pada(awal + timedelta(minutes=81)):
        assert client.get("/belajar/").url == "/akun/kartu/"
    assert not is_in(client)
    assert client.cookies["guyub_sesi"]["max-age"] in (0, "")


def test_the_browser_forgets_the_session_after_half_an_hour(client):
    assert enter(client, make_kartu(pin=PIN)).cookies["guyub_sesi"]["max-age"] == 1800


@pytest.mark.parametrize(
    "jalan", ["/akun/", "/akun/alamat/", "/akun/sandi/ganti/", "/akun/pesan/", "/lapangan/kartu/"]
)
def test_a_card_opens_learning_only(client, jalan):
    enter(client, make_kartu(pin=PIN))
    assert client.get(jalan).url == "/akun/kartu/"
    assert client.post(jalan, {}).url == "/akun/kartu/"
    assert client.get("/").status_code == 200


def test_change_person_leaves_nothing_of_the_one_before(client):
    satu = make_kartu(UserFactory(nama="Sumarni Wulandari"), PIN)
    dua = make_kartu(UserFactory(nama="Kasmin Hadi"), PIN)
    enter(client, satu)
    assert "Ganti peserta" in client.get("/belajar/").content.decode()
    jawab = client.post("/akun/kartu/ganti/", follow=True)
    assert jawab.redirect_chain[-1][0] == "/akun/kartu/"
    assert "Sumarni" not in jawab.content.decode() and jawab["Guyub-Lupakan"] == "1"
    assert "no-store" in jawab["Cache-Control"]
    assert not is_in(client)
    enter(client, dua)
    isi = client.get("/akun/kartu/").content.decode()
    assert "Kasmin" in isi and "Sumarni" not in isi


def test_a_card_takes_over_a_browser_without_what_was_there(client):
    fasilitator = UserFactory(peran=["fasilitator"], nama="Bu Ratna")
    client.force_login(fasilitator)
    sesi = client.session
    sesi["sisa"] = "milik fasilitator"
    sesi.save()
    enter(client, make_kartu(pin=PIN))
    assert "sisa" not in client.session
    assert client.get("/lapangan/kartu/").url == "/akun/kartu/"


def test_change_person_does_not_end_a_session_of_another_kind(client, user):
    client.force_login(user)
    client.post("/akun/kartu/ganti/")
    assert is_in(client)


# -- who may, and for whom ---------------------------------------------------------------------
@pytest.mark.parametrize("peran", ["admin", "kasir", "relawan", "ketua-ksm", "fasilitator"])
def test_never_for_an_account_with_a_role(sekretaris, peran):
    with pytest.raises(layanan.TidakBolehKartu):
        layanan.issue_kartu(user=UserFactory(peran=[peran]), actor=sekretaris)


@pytest.mark.parametrize("peran", ["kasir", "manajer", "petugas", "pengawas", "relawan"])
def test_not_by_who_holds_money_or_no_such_office(user, peran):
    with pytest.raises(layanan.TidakBolehKartu):
        layanan.issue_kartu(user=user, actor=UserFactory(peran=[peran]))


def test_never_for_oneself_or_a_superuser(sekretaris):
    for akun in (sekretaris, UserFactory(is_superuser=True)):
        with pytest.raises(layanan.TidakBolehKartu):
            layanan.issue_kartu(user=akun, actor=sekretaris)


def test_a_role_given_later_shuts_card_and_session(client):
    kartu = make_kartu(pin=PIN)
    enter(client, kartu)
    give_peran(user=kartu.user, peran="relawan", dasar="uji")
    assert not is_in(client)
    assert enter(client, kartu).status_code == 404


@pytest.mark.parametrize("pin", ["123456", "654321", "000000", "121212", "123123", "890123"])
def test_a_pin_that_everybody_tries_is_refused(sekretaris, pin):
    kartu = make_kartu()
    with pytest.raises(layanan.PinLemah):
        layanan.set_pin(user=kartu.user, pin=pin, actor=sekretaris)


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "abcdef", "１２３４５６", "12 456"])
def test_a_pin_is_six_digits(sekretaris, pin):
    kartu = make_kartu()
    with pytest.raises(layanan.PinTidakSah):
        layanan.set_pin(user=kartu.user, pin=pin, actor=sekretaris)


def test_only_the_hash_of_the_pin_is_kept(sekretaris):
    kartu = make_kartu(pin=PIN)
    assert PIN not in kartu.pin
    jejak = Jejak.objects.get(tindakan="set_pin")
    assert PIN not in f"{jejak.sebelum}{jejak.sesudah}"


# -- lost and withdrawn ------------------------------------------------------------------------
def test_one_account_has_one_card(sekretaris, user):
    satu = layanan.issue_kartu(user=user, actor=sekretaris)
    assert layanan.issue_kartu(user=user, actor=sekretaris) == satu
    assert Jejak.objects.filter(tindakan="issue_kartu").count() == 1


def test_a_lost_card_is_replaced_once(client, sekretaris):
    lama = make_kartu(pin=PIN)
    enter(client, lama)
    isi = {"kartu": lama, "alasan": "jatuh di sawah", "actor": sekretaris}
    baru = layanan.replace_kartu(**isi)
    assert layanan.replace_kartu(**isi) == baru
    assert baru.kode != lama.kode and not baru.pin
    assert not is_in(client)
    assert enter(client, lama).status_code == 404
    assert Kartu.objects.get(pk=lama.pk).alasan == "jatuh di sawah"


def test_withdrawing_needs_a_reason_and_ends_the_session(client, sekretaris):
    kartu = make_kartu(pin=PIN)
    enter(client, kartu)
    with pytest.raises(AlasanKosong):
        layanan.withdraw_kartu(kartu=kartu, alasan="  ", actor=sekretaris)
    layanan.withdraw_kartu(kartu=kartu, alasan="pindah desa", actor=sekretaris)
    assert not is_in(client)
    assert Jejak.objects.filter(tindakan="withdraw_kartu", pelaku=sekretaris).count() == 1


def test_a_closed_account_does_not_get_its_card_back(sekretaris, client):
    kartu = make_kartu(pin=PIN)
    deactivate_user(user=kartu.user, alasan="dobel", actor=sekretaris)
    reactivate_user(user=kartu.user, actor=sekretaris)
    assert enter(client, kartu).status_code == 404
