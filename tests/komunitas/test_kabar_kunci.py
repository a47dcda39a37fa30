"""Whoever owns an account is told when something changes that opens it."""

import pytest

from cms.accounts import kode as layanan_kode
from cms.accounts.pembatas import TerlaluSering
from cms.accounts.services import (
    deactivate_user,
    end_peran,
    give_peran,
    reactivate_user,
    update_user,
)
from cms.core import waktu
from cms.notifikasi.models import Pesan
from tests.accounts.test_dua_langkah import SANDI, get_digits, sign_in
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
BARU = "kambing makan rumput"


@pytest.fixture
def sekretaris(db):
    return UserFactory(nama="Wening Pratiwi", peran=["sekretaris"])


def get_surat(user) -> Pesan:
    """The one letter of this account, the same in the inbox and by e-mail, without secrets."""
    kotak, surel = Pesan.objects.filter(jenis="kunci_akun", penerima_user=user).order_by("saluran")
    assert (kotak.saluran, surel.saluran, surel.alamat) == ("kotak", "surel", user.email)
    assert kotak.isi == surel.isi and user.username in kotak.isi
    for rahasia in (BARU, SANDI):
        assert rahasia not in kotak.judul + kotak.isi + kotak.tautan
    return kotak


def test_a_changed_password(client, user):
    sign_in(client, user)
    data = {"oldpassword": SANDI, "password1": BARU}
    assert client.post("/akun/sandi/ganti/", data).status_code == 302
    surat = get_surat(user)
    assert surat.judul == "Sandi akun Anda diganti"
    assert "Kalau bukan, segera buat sandi baru" in surat.isi
    assert surat.teks_layar_kunci == "Surat tentang akun Anda"


def test_a_password_by_letter(client, user):
    client.post("/akun/sandi/lupa/", {"login": user.username})
    client.post(Pesan.objects.get(jenis="sandi_lupa").tautan, {"sandi": BARU})
    assert get_surat(user).judul == "Sandi akun Anda diganti"


def test_a_refused_password_is_no_news(client, user):
    sign_in(client, user)
    client.post("/akun/sandi/ganti/", {"oldpassword": "keliru sekali", "password1": BARU})
    assert not Pesan.objects.filter(jenis="kunci_akun").exists()


def test_a_code_given_and_used(client, user, sekretaris):
    kode = layanan_kode.issue_kode(user=user, actor=sekretaris)
    surat = get_surat(user)
    assert surat.judul == "Kode sekali pakai dibuat untuk akun Anda"
    assert "Dilakukan oleh Wening Pratiwi." in surat.isi and "tidak tahu-menahu" in surat.isi
    assert kode not in surat.isi
    Pesan.objects.all().delete()
    client.post("/akun/kode/", {"login": user.username, "kode": kode, "sandi": BARU})
    assert get_surat(user).judul == "Sandi akun Anda diganti dengan kode sekali pakai"


def test_a_role_given_and_ended(user, sekretaris):
    baris = give_peran(user=user, peran="kasir", dasar="uji", actor=sekretaris)
    assert get_surat(user).judul == "Akun Anda diberi peran: Kasir UPK"
    Pesan.objects.all().delete()
    end_peran(peran=baris, sampai=waktu.hari_ini(), actor=sekretaris)
    surat = get_surat(user)
    assert surat.judul == "Peran akun Anda berakhir: Kasir UPK"
    assert "Dilakukan oleh Wening Pratiwi." in surat.isi


def test_roles_that_the_house_gives_at_setup_are_no_news(user):
    give_peran(user=user, peran="kasir", dasar="uji")
    assert not Pesan.objects.exists()


def change_alamat(user, actor, **isi):
    kini = {"username": user.username, "nama": user.nama, "email": user.email or ""}
    return update_user(user=user, actor=actor, **{**kini, "telepon": user.telepon or "", **isi})


def test_a_new_phone_number(user, sekretaris):
    change_alamat(user, sekretaris, telepon="+6281234567890")
    surat = get_surat(user)
    assert surat.judul == "Nomor HP akun Anda diganti" and "tidak tahu-menahu" in surat.isi
    assert "81234567890" not in surat.isi


def test_an_account_closed_and_opened_again(user, sekretaris):
    deactivate_user(user=user, alasan="Pindah desa", actor=sekretaris)
    surat = get_surat(user)
    assert surat.judul == "Akun Anda beserta perannya ditutup" and "Pindah" not in surat.isi
    Pesan.objects.all().delete()
    reactivate_user(user=user, actor=sekretaris)
    assert get_surat(user).judul == "Akun Anda dibuka kembali"


def test_a_new_address_is_told_and_the_old_one_too(user, sekretaris):
    lama = user.email
    user = change_alamat(user, sekretaris, email="baru@contoh.example")
    surat = get_surat(user)
    assert "tidak tahu-menahu" in surat.isi and "Lupa sandi" not in surat.isi
    tua = Pesan.objects.get(jenis="kunci_akun", penerima_user=None)
    assert (tua.saluran, tua.alamat) == ("surel", lama)
    assert Pesan.objects.count() == 3


def test_an_account_without_email_finds_it_in_the_inbox(sekretaris):
    user = UserFactory(email=None)
    layanan_kode.issue_kode(user=user, actor=sekretaris)
    assert [p.saluran for p in Pesan.objects.filter(penerima_user=user)] == ["kotak"]


def test_nothing_is_told_when_the_change_fails(user, sekretaris):
    for _n in range(10):
        layanan_kode.issue_kode(user=user, actor=sekretaris)
    sebelum = Pesan.objects.count()
    with pytest.raises(TerlaluSering):
        layanan_kode.issue_kode(user=user, actor=sekretaris)
    assert Pesan.objects.count() == sebelum


def test_the_second_step_on_and_off_and_new_codes(client, user, django_capture_on_commit_callbacks):
    def post(alamat, data=None):
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(alamat, data or {}).status_code == 302
        surat = get_surat(user)
        Pesan.objects.all().delete()
        return surat.judul

    sign_in(client, user)
    client.get("/akun/dua-langkah/pasang/")
    client.post("/akun/periksa/", {"password": SANDI})
    rahasia = client.get("/akun/dua-langkah/pasang/").context["form"].secret
    pasang = post("/akun/dua-langkah/pasang/", {"code": get_digits(rahasia)})
    assert pasang == "Langkah kedua akun Anda dipasang"
    assert post("/akun/dua-langkah/cadangan/baru/") == "Kode cadangan akun Anda dibuat baru"
    assert post("/akun/dua-langkah/lepas/") == "Langkah kedua akun Anda dilepas"
