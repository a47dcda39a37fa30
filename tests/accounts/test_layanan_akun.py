"""Accounts are created, changed, closed and reopened, never deleted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from cms.accounts import kode, peran, services, surat
from cms.accounts.models import Peran, User
from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
ISIAN = {"username": "siti.rahayu", "nama": "Siti Rahayu"}


@pytest.fixture
def sekretaris(db):
    return UserFactory(peran=[peran.SEKRETARIS])


@pytest.fixture
def admin(db):
    return UserFactory(peran=[peran.ADMIN])


def isi(user, **ubah) -> dict:
    kini = {n: getattr(user, n) or "" for n in ("username", "nama", "email", "telepon")}
    return kini | ubah


def test_an_account_with_its_first_role_and_no_password(sekretaris):
    user = services.create_akun(
        actor=sekretaris, **ISIAN, email="Siti@Contoh.Example", peran="relawan", dasar="uji"
    )
    assert (user.email, user.telepon) == ("siti@contoh.example", None)
    assert not user.has_usable_password() and user.peran.get().group.name == "relawan"
    assert not services.create_akun(actor=sekretaris, username="b.budi", nama="Budi").peran.exists()


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [("username", "Lain.Orang"), ("email", "LAIN@contoh.example"), ("telepon", "+62811111111")],
)
def test_names_of_others_are_refused_whatever_the_case(sekretaris, bidang, nilai):
    lain = UserFactory(username="lain.orang", email="lain@contoh.example", telepon="+62811111111")
    with pytest.raises(services.SudahDipakai) as galat:
        services.create_akun(actor=sekretaris, **(ISIAN | {bidang: nilai}))
    assert galat.value.bidang == bidang
    with pytest.raises(services.SudahDipakai):
        orang = UserFactory()
        services.update_user(user=orang, actor=sekretaris, **isi(orang, **{bidang: nilai}))
    assert (
        services.update_user(user=lain, actor=sekretaris, **isi(lain, nama="Baru")).nama == "Baru"
    )


@pytest.mark.parametrize(
    "nama", ["081234567890", "a@b.example", "12345", "", "x" * 151, "dua kata"]
)
def test_usernames_that_nobody_could_type_are_refused(sekretaris, nama):
    with pytest.raises((services.NamaMasukTidakSah, ValidationError)):
        services.create_akun(actor=sekretaris, username=nama, nama="Siapa")
    assert not User.objects.filter(nama="Siapa").exists()


def test_a_refused_role_leaves_no_account(sekretaris):
    with pytest.raises(services.TidakBerwenang):
        services.create_akun(actor=sekretaris, **ISIAN, peran=peran.ADMIN, dasar="uji")
    assert not User.objects.filter(username=ISIAN["username"]).exists()


def test_the_trail_says_which_fields_changed_and_no_name(sekretaris, user):
    baru = isi(user, nama="Nama Rahasia", telepon="+628123456789")
    services.update_user(user=user, actor=sekretaris, **baru)
    jejak = Jejak.objects.get(tindakan="update_user")
    assert (jejak.pelaku, jejak.sesudah) == (sekretaris, {"bidang": ["nama", "telepon"]})
    services.update_user(user=user, actor=sekretaris, **baru)
    assert Jejak.objects.filter(tindakan="update_user").count() == 1


def test_a_new_phone_number_is_unverified(sekretaris, user):
    User.objects.filter(pk=user.pk).update(telepon="+628111", telepon_terverifikasi=True)
    user = services.update_user(user=user, actor=sekretaris, **isi(user, telepon="+628222"))
    assert not user.telepon_terverifikasi


def test_addresses_of_officers_are_changed_by_an_administrator(sekretaris, admin):
    kasir = UserFactory(peran=[peran.KASIR])
    for bidang, nilai in (("email", "saya@contoh.example"), ("telepon", "+628111111111")):
        with pytest.raises(services.TidakBerwenang):
            services.update_user(user=kasir, actor=sekretaris, **isi(kasir, **{bidang: nilai}))
        services.update_user(user=kasir, actor=admin, **isi(kasir, **{bidang: nilai}))
        kasir.refresh_from_db()
    assert services.update_user(user=kasir, actor=sekretaris, **isi(kasir, nama="X")).nama == "X"


def test_an_officer_without_a_password_yet_gets_an_e_mail_from_the_secretary(sekretaris):
    user = services.create_akun(actor=sekretaris, **ISIAN, peran=peran.KASIR, dasar="uji")
    user = services.update_user(user=user, actor=sekretaris, **isi(user, email="s@contoh.example"))
    assert user.email == "s@contoh.example"


def test_a_new_e_mail_is_told_at_the_old_one_too(user, admin):
    lama = user.email
    services.update_user(user=user, actor=admin, **isi(user, email="baru@contoh.example"))
    surel = Pesan.objects.filter(jenis="kunci_akun", saluran="surel")
    assert {p.alamat for p in surel} == {lama, "baru@contoh.example"}


def test_nobody_changes_or_closes_themselves_and_no_secretary_an_admin(sekretaris, admin):
    for pelaku, akun in ((sekretaris, sekretaris), (admin, admin), (sekretaris, admin)):
        with pytest.raises(services.TidakBerwenang):
            services.update_user(user=akun, actor=pelaku, **isi(akun, nama="Lain"))
        with pytest.raises(services.TidakBerwenang):
            services.deactivate_user(user=akun, alasan="uji", actor=pelaku)


def test_closing_ends_sessions_codes_letters_and_roles_at_once(client, sekretaris):
    user = UserFactory()
    services.give_peran(user=user, peran=peran.KASIR, dasar="uji", dari=date(2025, 1, 1))
    services.give_peran(user=user, peran=peran.RELAWAN, dasar="uji")
    nanti = waktu.hari_ini() + timedelta(days=30)
    services.give_peran(user=user, peran=peran.UPL, dasar="uji", dari=nanti)
    client.force_login(user)
    services.deactivate_user(user=user, alasan=" Pindah desa ", actor=sekretaris)
    assert client.get("/akun/").status_code == 302
    user.refresh_from_db()
    assert (user.is_active, user.alasan_nonaktif) == (False, "Pindah desa")
    assert user.nonaktif_pada and not user.groups.exists()
    assert not Peran.objects.belum_berakhir(waktu.hari_ini()).filter(user=user).exists()
    assert user.peran.count() == 3
    services.reactivate_user(user=user, actor=sekretaris)
    user.refresh_from_db()
    assert (user.is_active, user.alasan_nonaktif, user.nonaktif_pada) == (True, "", None)
    assert client.get("/akun/").status_code == 302
    assert not user.has_usable_password()
    client.force_login(user)
    assert client.get("/akun/").status_code == 200 and not user.groups.exists()


def test_a_code_given_before_closing_opens_nothing_after_reopening(user, sekretaris):
    lama = kode.issue_kode(user=user, actor=sekretaris)
    services.deactivate_user(user=user, alasan="uji", actor=sekretaris)
    services.reactivate_user(user=user, actor=sekretaris)
    with pytest.raises(kode.KodeSalah):
        kode.use_kode(login=user.username, kode=lama, sandi="kambing makan rumput", alamat="-")


def test_closing_twice_or_without_reason_and_reopening_the_open_are_refused(user, sekretaris):
    with pytest.raises(services.AlasanKosong):
        services.deactivate_user(user=user, alasan="  ", actor=sekretaris)
    with pytest.raises(services.SudahAktif):
        services.reactivate_user(user=user, actor=sekretaris)
    services.deactivate_user(user=user, alasan="uji", actor=sekretaris)
    for kerja in (
        lambda: services.deactivate_user(user=user, alasan="lagi", actor=sekretaris),
        lambda: services.update_user(user=user, actor=sekretaris, **isi(user, nama="Y")),
        lambda: services.give_peran(user=user, peran="kasir", dasar="uji", actor=sekretaris),
    ):
        with pytest.raises(services.AkunNonaktif):
            kerja()
    assert "uji" not in str(Jejak.objects.filter(tindakan="deactivate_user").values())


def test_the_letter_goes_to_the_owner_of_the_e_mail_and_is_recorded(user, sekretaris):
    surat.send_surat_sandi(user=user, actor=sekretaris)
    [pesan] = Pesan.objects.filter(jenis="sandi_lupa")
    assert user.username in pesan.isi and "/akun/sandi/baru/" in pesan.tautan
    assert Jejak.objects.get(tindakan="request_sandi").pelaku == sekretaris
    for _n in range(3):
        surat.send_surat_sandi(user=user, actor=sekretaris)
    with pytest.raises(surat.TerlaluSering):
        surat.send_surat_sandi(user=user, actor=sekretaris)


def test_no_letter_without_e_mail_and_none_for_an_admin_from_the_secretary(sekretaris, admin):
    with pytest.raises(surat.TanpaSurel):
        surat.send_surat_sandi(user=UserFactory(email=None), actor=sekretaris)
    for akun in (admin, sekretaris):
        with pytest.raises(services.TidakBerwenang):
            surat.send_surat_sandi(user=akun, actor=sekretaris)
    assert not Pesan.objects.exists()
