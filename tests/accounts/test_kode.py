"""One-time codes given face to face."""

import re
from datetime import timedelta

import pytest

from cms.accounts import kode as layanan
from cms.accounts.models import KodeMasuk
from cms.accounts.services import give_peran
from cms.core import waktu
from cms.core.jejak.models import Jejak
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
BARU = "kambing makan rumput"


@pytest.fixture
def pengurus(db):
    return UserFactory(peran=["fasilitator"])


def enter(client, user, kode, sandi=BARU):
    return client.post("/akun/kode/", {"login": user.username, "kode": kode, "sandi": sandi})


def test_a_code_opens_once(client, user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    assert enter(client, user, kode.upper().replace("-", " ")).status_code == 302
    assert client.get("/akun/").status_code == 200
    user.refresh_from_db()
    assert user.check_password(BARU)
    client.post("/akun/keluar/")
    assert "tidak membuka akun itu" in enter(client, user, kode).content.decode()


def test_a_code_ends_after_an_hour_and_when_a_new_one_is_given(client, user, pengurus):
    lama = layanan.issue_kode(user=user, actor=pengurus)
    baru = layanan.issue_kode(user=user, actor=pengurus)
    assert enter(client, user, lama).status_code == 200
    KodeMasuk.objects.update(berlaku_sampai=waktu.sekarang() - timedelta(seconds=1))
    assert enter(client, user, baru).status_code == 200
    user.refresh_from_db()
    assert not user.check_password(BARU)


def test_only_the_hash_is_kept_and_the_trail_names_who(user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    baris = KodeMasuk.objects.get()
    assert kode.replace("-", "") not in baris.sandi
    jejak = Jejak.objects.get(tindakan="issue_kode")
    assert jejak.pelaku == pengurus and kode not in str(jejak.sesudah)


@pytest.mark.parametrize("peran", ["admin", "editor", "kasir", "pengawas"])
def test_never_for_an_officer(pengurus, peran):
    with pytest.raises(layanan.TidakBolehKode):
        layanan.issue_kode(user=UserFactory(peran=[peran]), actor=pengurus)


def test_who_became_an_officer_meanwhile_is_refused(client, user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    give_peran(user=user, peran="kasir", dasar="uji")
    assert enter(client, user, kode).status_code == 200


def test_not_by_a_volunteer_and_not_for_oneself(user):
    relawan = UserFactory(peran=["relawan"])
    with pytest.raises(layanan.TidakBolehKode):
        layanan.issue_kode(user=user, actor=relawan)
    petugas = UserFactory(peran=["petugas"])
    with pytest.raises(layanan.TidakBolehKode):
        layanan.issue_kode(user=petugas, actor=petugas)


def test_guessing_codes_is_slowed_and_unknown_accounts_answer_alike(client, user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    for n in range(4):
        assert "tidak membuka akun itu" in enter(client, user, f"aaaaabbbb{n}").content.decode()
    assert "Mohon tunggu" in enter(client, user, kode).content.decode()
    asing = UserFactory.build(username="tidak.ada")
    assert "tidak membuka akun itu" in enter(client, asing, "aaaaabbbbb").content.decode()


def test_an_officer_gives_a_code_on_the_phone(client, user, pengurus):
    client.force_login(pengurus)
    alamat = "/lapangan/kode/"
    assert user.nama in client.get(alamat, {"cari": user.nama}).content.decode()
    jawab = client.post(alamat, {"cari": user.nama, "akun": user.uuid})
    kode = re.search(r'class="kode">([^<]+)<', jawab.content.decode())[1]
    assert "no-store" in jawab["Cache-Control"] and kode not in client.get(alamat).content.decode()
    client.logout()
    assert enter(client, user, kode).status_code == 302


def test_no_code_page_for_officers_accounts_or_from_others(client, user, pengurus):
    lain = UserFactory(peran=["kasir"])
    client.force_login(pengurus)
    alamat = "/lapangan/kode/"
    assert f"{lain.uuid}" not in client.get(alamat, {"cari": lain.nama}).content.decode()
    for akun in (lain.uuid, pengurus.uuid, "bukan-uuid", ""):
        assert client.post(alamat, {"akun": akun}).status_code == 404
    client.force_login(user)
    assert (
        client.get(alamat).status_code
        == client.post(alamat, {"akun": user.uuid}).status_code
        == 404
    )
    assert KodeMasuk.objects.count() == 0


@pytest.mark.parametrize("peran", ["admin", "sekretaris", "koordinator", "fasilitator"])
def test_who_meets_residents_gives_codes(user, peran):
    assert layanan.issue_kode(user=user, actor=UserFactory(peran=[peran]))


@pytest.mark.parametrize(
    "peran", [["petugas"], ["kasir"], ["editor"], ["sekretaris", "kasir"], ["admin", "petugas"]]
)
def test_never_by_who_handles_loans(user, peran):
    """Persons are compared, not roles: the second role closes what the first would open."""
    with pytest.raises(layanan.TidakBolehKode):
        layanan.issue_kode(user=user, actor=UserFactory(peran=peran))


def test_an_officer_gives_few_codes_an_hour(client, user, pengurus):
    client.force_login(pengurus)
    data = {"cari": user.nama, "akun": user.uuid}
    with waktu.pada(waktu.awal_hari(waktu.hari_ini())):
        for _n in range(10):
            assert 'class="kode"' in client.post("/lapangan/kode/", data).content.decode()
        isi = client.post("/lapangan/kode/", data).content.decode()
        assert "Mohon tunggu 60 menit" in isi or "Mohon tunggu 61 menit" in isi
        assert (
            KodeMasuk.objects.count() == Jejak.objects.filter(tindakan="issue_kode").count() == 10
        )
        assert layanan.issue_kode(user=user, actor=UserFactory(peran=["sekretaris"]))
    with waktu.pada(waktu.awal_hari(waktu.hari_ini()) + timedelta(hours=1)):
        assert 'class="kode"' in client.post("/lapangan/kode/", data).content.decode()


def test_a_stranger_elsewhere_does_not_lock_the_owner_out(client, user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    for n in range(20):
        tebakan = {"login": user.username, "kode": f"aaaaabbb{n}", "sandi": BARU}
        client.post("/akun/kode/", tebakan, REMOTE_ADDR="203.0.113.9")
    assert enter(client, user, kode).status_code == 302


def test_a_code_bears_few_tries_from_everywhere_together(client, user, pengurus):
    kode = layanan.issue_kode(user=user, actor=pengurus)
    for n in range(60):
        tebakan = {"login": user.username, "kode": f"aaaaabbb{n}", "sandi": BARU}
        client.post("/akun/kode/", tebakan, REMOTE_ADDR=f"203.0.113.{n}")
    assert "tidak membuka akun itu" in enter(client, user, kode).content.decode()
    assert enter(client, user, layanan.issue_kode(user=user, actor=pengurus)).status_code == 302
