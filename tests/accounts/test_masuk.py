"""The door: three kinds of names, guessing, sessions, cookies."""

import pytest
from django.conf import settings
from django.test import Client

from cms.accounts.models import User
from cms.accounts.rules import (
    classify_login,
    dial_telepon,
    format_telepon,
    mask_telepon,
    normalize_telepon,
    suggest_username,
)
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
SANDI = "rahasia-uji"


def sign_in(client, login, sandi=SANDI, **lain):
    return client.post("/akun/masuk/", {"login": login, "password": sandi}, **lain)


@pytest.mark.parametrize(
    "teks, hasil",
    [
        ("0812 3456 7890", "+6281234567890"),
        ("+62 812-3456-7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("(021) 555 1234", "+62215551234"),
        ("12345", None),
        ("siti.rahayu", None),
        ("٠٨١٢٣٤٥٦٧٨٩٠", None),
        ("", None),
    ],
)
def test_phone_numbers(teks, hasil):
    assert normalize_telepon(teks) == hasil


def test_names_are_told_apart():
    assert classify_login(" Siti@Contoh.Example ") == ("email", "siti@contoh.example")
    assert classify_login("081234567890") == ("telepon", "+6281234567890")
    assert classify_login("Siti.R") == ("username", "siti.r")
    assert mask_telepon("+6281234567890").endswith("•890")
    assert suggest_username("Hj. Siti Rahayu, S.Pd.") == "hj.siti"
    assert suggest_username("١٢٣") == "warga"


@pytest.mark.dua
@pytest.mark.parametrize(
    "login", ["Siti.R", "siti@contoh.example", "0812-3456-7890", "+6281234567890"]
)
def test_one_field_takes_username_email_and_phone(client, login):
    UserFactory(username="siti.r", email="siti@contoh.example", telepon="+6281234567890")
    jawab = sign_in(client, login)
    assert jawab.status_code == 302 and jawab["Location"] == "/akun/"
    assert settings.SESSION_COOKIE_NAME in client.cookies


def test_same_answer_for_unknown_and_wrong(client, user):
    salah = sign_in(client, user.username, "salah-sekali").content.decode()
    asing = sign_in(client, "tidak.ada", "salah-sekali").content.decode()
    kata = "Nama dan sandi itu tidak cocok"
    assert kata in salah and kata in asing


def test_a_closed_account_stays_out(client):
    user = UserFactory(is_active=False)
    assert sign_in(client, user.username).status_code == 200
    assert client.get("/akun/").status_code == 302


@pytest.mark.dua
def test_a_class_of_forty_behind_one_router(db):
    """Forty people within a minute, ten of them mistype once: all get in."""
    orang = UserFactory.create_batch(40)
    for nomor, satu in enumerate(orang):
        client = Client(REMOTE_ADDR="10.1.1.1")
        if nomor % 4 == 0:
            assert sign_in(client, satu.username, "salah-ketik").status_code == 200
        assert sign_in(client, satu.username).status_code == 302


@pytest.mark.dua
def test_guessing_one_account_is_slowed_and_told_how_to_go_on(client, user):
    isi = ""
    for n in range(20):
        isi = sign_in(
            client, user.username, f"tebakan-{n}", REMOTE_ADDR=f"10.2.0.{n}"
        ).content.decode()
    assert "Terlalu banyak percobaan salah" in isi and "Lupa sandi" in isi
    assert sign_in(client, user.username).status_code == 200, "also the right password waits"
    # whichever of its names is typed, it is one account
    assert "Terlalu banyak" in sign_in(client, user.email).content.decode()


@pytest.mark.dua
def test_guessing_does_not_slow_the_neighbours(client, user):
    for n in range(20):
        sign_in(client, user.username, f"tebakan-{n}")
    assert sign_in(Client(), UserFactory().username).status_code == 302


@pytest.mark.dua
def test_an_unknown_name_is_slowed_alike(client):
    for n in range(9):
        isi = sign_in(client, "tidak.ada", f"tebakan-{n}").content.decode()
    assert "Terlalu banyak percobaan salah" in isi


def test_session_rotates_on_sign_in_and_ends_on_sign_out(client, user):
    client.get("/akun/masuk/")
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    sign_in(client, user.username)
    kunci = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.get("/akun/keluar/").status_code == 200, "a GET only asks"
    assert client.get("/akun/").status_code == 200
    jawab = client.post("/akun/keluar/")
    assert jawab.status_code == 302
    assert jawab.cookies[settings.SESSION_COOKIE_NAME].value == ""
    lama = Client()
    lama.cookies[settings.SESSION_COOKIE_NAME] = kunci
    assert lama.get("/akun/").status_code == 302


def test_password_change_ends_the_other_sessions(client, user):
    lain = Client()
    sign_in(client, user.username), sign_in(lain, user.username)
    jawab = client.post(
        "/akun/sandi/ganti/", {"oldpassword": SANDI, "password1": "kambing makan rumput"}
    )
    assert jawab.status_code == 302
    assert client.get("/akun/").status_code == 200
    assert lain.get("/akun/").status_code == 302


@pytest.mark.parametrize(
    "tujuan",
    ["https://jahat.example/", "//jahat.example", "javascript:alert(1)", "/\\jahat.example"],
)
def test_next_never_leads_away(client, user, tujuan):
    jawab = client.post("/akun/masuk/", {"login": user.username, "password": SANDI, "next": tujuan})
    assert jawab["Location"] == "/akun/"


def test_next_within_the_house(client, user):
    data = {"login": user.username, "password": SANDI, "next": "/berita/"}
    assert client.post("/akun/masuk/", data)["Location"] == "/berita/"


@pytest.mark.parametrize(
    "path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/x/y/"]
)
def test_doors_of_wagtail_lead_to_ours(client, path):
    jawab = client.get(path, {"next": "/admin/pages/"})
    assert jawab.status_code == 302
    assert jawab["Location"] == "/akun/masuk/?next=%2Fadmin%2Fpages%2F"


def test_the_office_sends_strangers_to_our_door(client):
    assert client.get("/admin/")["Location"].startswith("/akun/masuk/?next=")


def test_password_is_never_logged_as_name(client, user, caplog):
    sign_in(client, user.username, "sandi-yang-tidak-boleh-tercatat")
    assert "sandi-yang-tidak-boleh-tercatat" not in caplog.text


def test_office_is_open_for_officers_only(client):
    for peran, status in (("editor", 200), ("relawan", 302)):
        client = Client()
        client.force_login(UserFactory(peran=[peran]))
        assert client.get("/admin/").status_code == status, peran
    assert User.objects.count() == 2


@pytest.mark.parametrize("peran", [None, "relawan", "penggaduh", "ketua-ksm", "kasir"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/tidak-ada/?x=1"])
def test_knocking_at_the_office_ends_somewhere(client, peran, path):
    client.force_login(UserFactory(peran=[peran] if peran else []))
    jawab = client.get(path, follow=True)
    if peran != "kasir":
        assert jawab.redirect_chain == [("/akun/", 302)]
        assert "Halaman ini untuk pengurus" in jawab.content.decode()
    elif path != "/admin/tidak-ada/?x=1":
        assert jawab.status_code == 200


@pytest.mark.dua
def test_the_old_password_is_not_guessed_faster_than_at_the_door(client, user):
    sign_in(client, user.username)
    data = {"oldpassword": "tebakan", "password1": "kambing makan rumput"}
    for _n in range(8):
        client.post("/akun/sandi/ganti/", data)
    jawab = client.post("/akun/sandi/ganti/", {**data, "oldpassword": SANDI})
    assert "Terlalu banyak percobaan" in jawab.content.decode()
    user.refresh_from_db()
    assert user.check_password(SANDI)


def test_who_signed_out_is_told_so(client, user):
    client.force_login(user)
    for pintu in ("/akun/keluar/", "/admin/logout/"):
        jawab = client.post(pintu, follow=True)
        assert "Anda sudah keluar." in jawab.content.decode()
    assert "Anda sudah keluar." not in client.get("/akun/masuk/").content.decode()


def test_a_phone_is_shown_as_its_owner_writes_it():
    assert format_telepon("+6281200000005") == "0812-0000-0005"
    assert (format_telepon("+6591234567"), format_telepon(None)) == ("+6591234567", "")
    assert dial_telepon("0812 3456 7890") == "+6281234567890"
    assert dial_telepon("0812-0000-0000 (contoh)") == dial_telepon("kantor desa") == ""
