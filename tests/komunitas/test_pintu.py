"""Signing up, and a new password by letter."""

import re

import pytest
from django.urls import reverse

from cms.accounts.models import User
from cms.komunitas.models import Anggota
from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory

pytestmark = pytest.mark.django_db
SANDI = "kambing makan rumput"


def sign_up(client, **isi):
    data = {"nama": "Siti Rahayu", "telepon": "", "surel": "", "sandi": SANDI, "situs": "", **isi}
    return client.post("/akun/daftar/", data)


def test_sign_up_makes_an_account_and_a_person(client):
    jawab = sign_up(client, telepon="0812 3456 7890", surel="Siti@Contoh.Example")
    assert jawab["Location"] == "/akun/selamat-datang/?alamat=1"
    user = User.objects.get()
    assert (user.username, user.email, user.telepon) == (
        "siti.rahayu",
        "siti@contoh.example",
        "+6281234567890",
    )
    assert not user.telepon_terverifikasi
    assert Anggota.objects.get(akun=user).nama == "Siti Rahayu"
    assert "siti.rahayu" in client.get("/akun/selamat-datang/").content.decode()


def test_who_was_going_somewhere_goes_on_there(client):
    ikut = "/belajar/kursus/a?b=1&c=2"
    pintu = client.get("/akun/masuk/", {"next": ikut}).content.decode()
    daftar = "/akun/daftar/?next=%2Fbelajar%2Fkursus%2Fa%3Fb%3D1%26c%3D2"
    assert f'href="{daftar}"' in pintu
    assert (
        f'name="next" value="{ikut.replace("&", "&amp;")}"' in client.get(daftar).content.decode()
    )
    halaman = client.get(sign_up(client, next=ikut)["Location"]).content.decode()
    assert f'href="{ikut.replace("&", "&amp;")}"' in halaman and "Lanjut ke kursus" in halaman
    assert "akun lain" not in halaman


@pytest.mark.parametrize(
    "tujuan", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:x"]
)
def test_nobody_is_led_out_of_the_house(client, tujuan):
    assert sign_up(client, next=tujuan)["Location"] == "/akun/selamat-datang/"
    halaman = client.get("/akun/selamat-datang/", {"next": tujuan}).content.decode()
    assert "jahat.example" not in halaman and "Mulai belajar" in halaman


def test_taken_names_answer_alike(client, mailoutbox):
    lama = UserFactory(
        username="siti.rahayu", email="siti@contoh.example", telepon="+6281234567890"
    )
    jawab = sign_up(client, telepon="081234567890", surel="siti@contoh.example")
    assert jawab["Location"] == "/akun/selamat-datang/?alamat=1"
    baru = User.objects.exclude(pk=lama.pk).get()
    assert (baru.username, baru.email, baru.telepon) == ("siti.rahayu2", None, None)
    assert Pesan.objects.filter(jenis="akun_sudah_ada", penerima_user=lama).exists()


def test_an_unverified_phone_links_to_nobody(client):
    """Who types a neighbour's number does not become the neighbour."""
    tetangga = AnggotaFactory(telepon="+6281234567890")
    sign_up(client, telepon="081234567890")
    tetangga.refresh_from_db()
    assert tetangga.akun is None
    assert Anggota.objects.count() == 2


@pytest.mark.parametrize("sandi", ["pendek", "1234567890123", "password123", "Siti Rahayu"])
def test_weak_passwords_are_refused(client, sandi):
    assert sign_up(client, sandi=sandi).status_code == 200
    assert not User.objects.exists()


def test_a_robot_is_sent_away(client):
    assert sign_up(client, situs="http://x").status_code == 302
    assert not User.objects.exists()


def get_link():
    pesan = Pesan.objects.get(jenis="sandi_lupa")
    assert pesan.saluran == "surel"
    assert re.fullmatch(r"/akun/sandi/baru/[0-9a-f-]{36}/[^/]+/", pesan.tautan)
    return pesan.tautan


def test_a_letter_gives_a_new_password_once(client, user):
    jawab = client.post("/akun/sandi/lupa/", {"login": user.username})
    assert jawab["Location"] == reverse("sandi_terkirim")
    tautan = get_link()
    assert client.get(tautan).status_code == 200
    user.refresh_from_db()
    assert user.check_password("rahasia-uji"), "opening the page changes nothing"
    assert client.post(tautan, {"sandi": SANDI}).status_code == 302
    assert client.get("/akun/").status_code == 200
    client.post("/akun/keluar/")
    assert client.get(tautan).status_code == 410
    user.refresh_from_db()
    assert user.check_password(SANDI)


@pytest.mark.parametrize("login", ["tidak.ada", "asing@contoh.example", "081234567890"])
def test_an_unknown_name_gets_the_same_answer(client, login):
    """Also a phone: it is no way to a reset."""
    UserFactory(telepon="+6281234567890", email=None)
    jawab = client.post("/akun/sandi/lupa/", {"login": login})
    assert jawab["Location"] == reverse("sandi_terkirim")
    assert not Pesan.objects.exists()


def test_letters_to_one_account_are_few(client, user):
    for _ in range(6):
        jawab = client.post("/akun/sandi/lupa/", {"login": user.email})
    assert "Mohon tunggu" in jawab.content.decode()
    assert Pesan.objects.filter(jenis="sandi_lupa").count() == 4


def test_the_office_cannot_read_the_letter(client, user):
    """Else a secretary could take over any account."""
    client.post("/akun/sandi/lupa/", {"login": user.username})
    sekretaris = UserFactory(peran=["sekretaris"])
    client.force_login(sekretaris)
    pesan = Pesan.objects.get(jenis="sandi_lupa")
    assert client.get(f"/admin/pesan/{pesan.uuid}/").status_code == 404
    assert pesan.judul not in client.get("/admin/pesan/").content.decode()
