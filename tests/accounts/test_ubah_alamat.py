"""The owner changes phone and e-mail under /akun/."""

import pytest

from cms.core.jejak.models import Jejak
from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
ISIAN = {"surel": "Baru@Contoh.example", "telepon": "0812 0000 0005", "sandi": "rahasia-uji"}


@pytest.fixture
def pemilik(client):
    user = UserFactory(email="lama@contoh.example")
    client.force_login(user)
    return user


def change(client, **isi):
    return client.post("/akun/alamat/", {**ISIAN, **isi}, follow=True).content.decode()


def test_with_the_password_both_change_and_the_old_address_is_told(client, pemilik):
    pemilik.telepon_terverifikasi = True
    pemilik.save()
    halaman = change(client)
    assert "0812-0000-0005" in halaman and "baru@contoh.example" in halaman
    pemilik.refresh_from_db()
    assert (pemilik.email, pemilik.telepon) == ("baru@contoh.example", "+6281200000005")
    assert not pemilik.telepon_terverifikasi
    surat = Pesan.objects.filter(jenis="kunci_akun", saluran="surel")
    assert {"lama@contoh.example", "baru@contoh.example"} <= set(
        surat.values_list("alamat", flat=True)
    )
    assert Jejak.objects.filter(tindakan="change_email", pelaku=pemilik).count() == 1


def test_a_wrong_password_changes_nothing(client, pemilik):
    change(client, sandi="tebakan")
    pemilik.refresh_from_db()
    assert (pemilik.email, pemilik.telepon) == ("lama@contoh.example", None)


def test_what_is_taken_stays_and_the_words_are_the_same(client, pemilik):
    lain = UserFactory(email="baru@contoh.example")
    kata = "yang sudah dipakai akun lain tetap di sana"
    assert kata in change(client)
    pemilik.refresh_from_db()
    lain.refresh_from_db()
    assert (pemilik.email, pemilik.telepon) == ("lama@contoh.example", "+6281200000005")
    assert lain.email == "baru@contoh.example"
    assert kata in change(client, surel="bebas@contoh.example")
