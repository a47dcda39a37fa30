"""The second step: switched on with paper codes, asked at the door, forced for some."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
SANDI = "rahasia-uji"


def get_digits(rahasia):
    return format_hotp_value(hotp_value(rahasia, next(iter(yield_hotp_counters_from_time()))))


def sign_in(client, user):
    return client.post("/akun/masuk/", {"login": user.username, "password": SANDI})


@pytest.fixture
def terpasang(client, user):
    """(secret, recovery codes) of an account that switched it on through the pages."""
    sign_in(client, user)
    assert client.get("/akun/dua-langkah/pasang/")["Location"].startswith("/akun/periksa/")
    client.post("/akun/periksa/", {"password": SANDI})
    rahasia = client.get("/akun/dua-langkah/pasang/").context["form"].secret
    jawab = client.post("/akun/dua-langkah/pasang/", {"code": get_digits(rahasia)}, follow=True)
    assert jawab.redirect_chain[-1][0] == "/akun/dua-langkah/cadangan/"
    kode = list(jawab.context["unused_codes"])
    client.post("/akun/keluar/")
    return rahasia, kode


def test_a_recovery_code_opens_once(client, user, terpasang):
    kode = terpasang[1][0]
    for lanjut in (True, False):
        assert sign_in(client, user)["Location"] == "/akun/dua-langkah/kode/"
        assert client.get("/akun/").status_code == 302, "the password alone is not enough"
        client.post("/akun/dua-langkah/kode/", {"code": kode})
        assert (client.get("/akun/").status_code == 200) is lanjut
        client.post("/akun/keluar/")


def test_an_administrator_takes_it_off_and_the_owner_is_told(client, user, terpasang):
    for peran in ("sekretaris", "admin"):
        client.force_login(UserFactory(peran=[peran]))
        client.post(f"/admin/akun/{user.pk}/lepas/")
        assert Authenticator.objects.filter(user=user).exists() is (peran == "sekretaris")
    assert Pesan.objects.filter(jenis="kunci_akun", penerima_user=user).exists()
    lagi = client.post(f"/admin/akun/{user.pk}/lepas/", follow=True).content.decode()
    assert "Tidak ada langkah kedua" in lagi
    client.logout()
    sign_in(client, user)
    assert client.get("/akun/").status_code == 200


def test_secrets_are_not_in_the_database(user, terpasang):
    isi = " ".join(str(a.data) for a in Authenticator.objects.filter(user=user))
    assert terpasang[0] not in isi and terpasang[1][0] not in isi


def test_guessing_digits_is_slowed(client, user, terpasang):
    sign_in(client, user)
    for n in range(9):
        isi = client.post("/akun/dua-langkah/kode/", {"code": f"00000{n}"}).content.decode()
    assert "Terlalu banyak percobaan salah" in isi


@pytest.mark.parametrize("peran, dipaksa", [("kasir", True), ("editor", False), ("relawan", False)])
def test_forced_where_settings_say_so(client, settings, peran, dipaksa):
    settings.GUYUB_MFA_WAJIB = True
    client.force_login(UserFactory(peran=[peran]))
    for alamat in ("/admin/", "/lapangan/barang/"):
        jawab = client.get(alamat)
        menuju = jawab.headers.get("Location") == "/akun/dua-langkah/pasang/"
        assert menuju is dipaksa, alamat
    assert client.get("/akun/").status_code == 200, "one's own keys are always in reach"
