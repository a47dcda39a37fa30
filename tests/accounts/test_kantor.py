"""The office's pages of accounts and roles."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from cms.accounts import peran
from cms.accounts.models import Peran, User
from cms.accounts.selectors import has_peran
from cms.core import waktu
from cms.notifikasi.models import Pesan
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
DAFTAR = "/admin/akun/"


@pytest.fixture
def sekretaris(db):
    return UserFactory(nama="Wening Pratiwi", peran=[peran.SEKRETARIS])


@pytest.fixture
def admin(db):
    return UserFactory(nama="Galih Prakoso", peran=[peran.ADMIN])


@pytest.fixture
def kantor(client, sekretaris):
    client.force_login(sekretaris)
    return client


def get_isi(jawab) -> str:
    return b"".join(jawab.streaming_content if jawab.streaming else [jawab.content]).decode()


def edit_url(user) -> str:
    return reverse("akun:edit", args=[user.pk])


def isian(user=None, **ubah) -> dict:
    kini = {n: getattr(user, n, "") or "" for n in ("username", "nama", "email", "telepon")}
    return kini | ubah


def baru(**ubah) -> dict:
    return isian(nama="Siti Rahayu", username="siti.rahayu") | ubah


# --- the list


def test_list_shows_roles_state_and_a_masked_phone(kantor, sekretaris):
    UserFactory(nama="Budi", telepon="+6281234567890", peran=[peran.KASIR, peran.PENGAWAS])
    tutup = UserFactory(nama="Cahya")
    User.objects.filter(pk=tutup.pk).update(is_active=False)
    Authenticator.objects.create(user=sekretaris, type="totp", data={})
    isi = get_isi(kantor.get(DAFTAR))
    for kata in ("Kasir UPK, Pengawas", "Nonaktif", "Belum pernah", "•••890"):
        assert kata in isi
    assert "81234567890" not in isi and "@contoh.example" not in isi


def test_a_hundred_accounts_cost_as_many_queries_as_ten(kantor, django_assert_max_num_queries):
    UserFactory.create_batch(12, peran=[peran.KASIR])
    kantor.get(DAFTAR)
    with django_assert_max_num_queries(24):
        kantor.get(DAFTAR)


@pytest.mark.dua
@pytest.mark.parametrize(
    "kata", ["dewi", "DEWI.L", "dewi@lain", "0812-3456", "081234567890", "+62 812 3456 7890"]
)
def test_search_finds_by_any_name(kantor, kata):
    UserFactory(
        nama="Dewi Lestari",
        username="dewi.l",
        email="dewi@lain.example",
        telepon="+6281234567890",
    )
    UserFactory(nama="Eko", telepon="+6285600000000")
    isi = get_isi(kantor.get(f"{DAFTAR}results/", {"q": kata}))
    assert "Dewi Lestari" in isi and "Eko" not in isi


@pytest.mark.dua
def test_filters(kantor):
    UserFactory(nama="Orang Kasir", peran=[peran.KASIR])
    UserFactory(nama="Orang Relawan", peran=[peran.RELAWAN])
    tutup = UserFactory(nama="Orang Tutup")
    User.objects.filter(pk=tutup.pk).update(is_active=False)
    for saring, ada in (
        ({"peran": "kasir"}, {"Kasir"}),
        ({"aktif": "false"}, {"Tutup"}),
        ({"kantor": "true"}, {"Kasir"}),
        ({"kantor": "false", "aktif": "true"}, {"Relawan"}),
        ({"peran": "raja\x00"}, {"Kasir", "Relawan", "Tutup"}),
    ):
        isi = get_isi(kantor.get(DAFTAR, saring))
        assert {n for n in ("Kasir", "Relawan", "Tutup") if f"Orang {n}" in isi} == ada, saring


@pytest.mark.dua
@pytest.mark.parametrize("kata", ["\x00", "x" * 5000, "%_'\"", "٠٨١٢", "08" * 40])
def test_strange_words_find_nothing_and_break_nothing(kantor, kata):
    assert kantor.get(DAFTAR, {"q": kata, "ordering": kata, "p": kata}).status_code == 200


def test_exports_hold_addresses_only_for_administrators_and_no_formulas(client, sekretaris, admin):
    UserFactory(nama="=1+1", email="rahasia@contoh.example", telepon="+6281234567890")
    for pelaku, ada in ((sekretaris, False), (admin, True)):
        client.force_login(pelaku)
        isi = get_isi(client.get(DAFTAR, {"export": "csv"}))
        assert "'=1+1" in isi and "Sekretaris" in isi
        assert ("rahasia@contoh.example" in isi) == ("'+6281234567890" in isi) == ada
        assert client.get(DAFTAR, {"export": "xlsx"}).status_code == 200


# --- a new account


def test_a_new_account_leads_to_the_ways_to_get_in(kantor):
    jawab = kantor.post(f"{DAFTAR}new/", baru(username="Siti.Rahayu", telepon="0812 3456 7890"))
    user = User.objects.get(username="siti.rahayu")
    assert jawab.url == edit_url(user) and user.telepon == "+6281234567890"
    assert not user.has_usable_password()
    isi = get_isi(kantor.get(jawab.url))
    assert "/lapangan/kode/?cari=siti.rahayu" in isi and "Kirim surat sandi" not in isi
    assert "Belum ada sandi" in isi


def test_a_new_officer_gets_a_letter(kantor):
    isi = baru(peran="kasir", dari="2026-01-01", dasar="SK 1")
    assert "perlu surel" in get_isi(kantor.post(f"{DAFTAR}new/", isi))
    jawab = kantor.post(f"{DAFTAR}new/", isi | {"email": "siti@contoh.example"})
    user = User.objects.get(username="siti.rahayu")
    assert has_peran(user, peran.KASIR)
    halaman = get_isi(kantor.get(jawab.url))
    assert "Kirim surat sandi" in halaman and "/lapangan/kode/" not in halaman
    assert kantor.post(reverse("akun:surat", args=[user.pk])).url == edit_url(user)
    assert Pesan.objects.filter(jenis="sandi_lupa", alamat="siti@contoh.example").count() == 1


@pytest.mark.dua
@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"nama": ""}, "harus diisi"),
        ({"nama": "x" * 121}, "120"),
        ({"nama": "a\x00b"}, "Karakter null"),
        ({"username": "x" * 151}, "150"),
        ({"username": "081234567890"}, "bukan nomor HP"),
        ({"username": "a@b.example"}, "bukan nomor HP"),
        ({"username": "dua kata"}, "tanpa spasi"),
        ({"username": "Lain"}, "Nama pengguna ini sudah dipakai"),
        ({"username": "si\x00ti"}, "Karakter null"),
        ({"email": "bukan surel"}, "alamat email yang valid"),
        ({"email": "LAIN@contoh.example"}, "Surel ini sudah dipakai"),
        ({"telepon": "12"}, "nomor HP dengan angka"),
        ({"telepon": "0811-111-111"}, "Nomor HP ini sudah dipakai"),
        ({"telepon": "9" * 500}, "30"),
        ({"peran": "relawan"}, "perlu dasar"),
        ({"peran": "raja", "dasar": "SK"}, "raja"),
        ({"peran": "admin", "dasar": "SK"}, "admin"),
        ({"dasar": "SK"}, "Pilih perannya"),
        ({"peran": "relawan", "dasar": "x" * 201}, "200"),
        ({"peran": "relawan", "dasar": "SK", "dari": "kemarin"}, "tanggal yang valid"),
        (
            {"peran": "relawan", "dasar": "SK", "dari": "2026-02-02", "sampai": "2026-02-01"},
            "mendahului",
        ),
        ({"peran": "relawan", "dasar": "SK", "dari": "9999-12-31"}, "periksa lagi tahunnya"),
    ],
)
def test_bad_input_comes_back_with_words_and_leaves_nothing(kantor, ubah, kata):
    UserFactory(username="lain", email="lain@contoh.example", telepon="+62811111111")
    jawab = kantor.post(f"{DAFTAR}new/", baru(**ubah))
    assert jawab.status_code == 200 and kata.lower() in get_isi(jawab).lower()
    assert User.objects.count() == 2 and Peran.objects.count() == 1


def test_the_same_form_sent_twice_makes_one_account(kantor):
    assert kantor.post(f"{DAFTAR}new/", baru()).status_code == 302
    assert "sudah dipakai" in get_isi(kantor.post(f"{DAFTAR}new/", baru()))
    assert User.objects.filter(nama="Siti Rahayu").count() == 1


# --- one account


def test_changing_names_and_addresses(kantor, user):
    kantor.post(edit_url(user), isian(user, nama="Nama Baru", telepon="0812-3456-7890"))
    user.refresh_from_db()
    assert (user.nama, user.telepon) == ("Nama Baru", "+6281234567890")
    kantor.post(edit_url(user), isian(user, email="", telepon=""))
    user.refresh_from_db()
    assert (user.email, user.telepon) == (None, None)


def test_addresses_of_officers_stay_when_the_secretary_saves(kantor):
    kasir = UserFactory(peran=[peran.KASIR])
    lama = kasir.email
    assert "hanya pengelola sistem" in get_isi(kantor.get(edit_url(kasir)))
    kantor.post(edit_url(kasir), isian(kasir, nama="Lain", email="saya@contoh.example"))
    kasir.refresh_from_db()
    assert (kasir.nama, kasir.email) == ("Lain", lama)


def test_the_page_says_how_an_officer_without_e_mail_gets_in(kantor):
    lama = UserFactory(email=None, peran=[peran.KASIR])
    assert "Mohon hubungi pengelola sistem" in get_isi(kantor.get(edit_url(lama)))
    lama.set_unusable_password()
    lama.save()
    assert "isi surel di bawah" in get_isi(kantor.get(edit_url(lama)))


def test_own_account_and_an_administrators_are_only_read(kantor, sekretaris, admin):
    for akun, kata in ((sekretaris, "akun Anda sendiri"), (admin, "Ini akun pengelola sistem")):
        isi = get_isi(kantor.get(edit_url(akun)))
        assert kata in isi and 'name="nama"' not in isi and "Beri peran" not in isi
        baris = akun.peran.get()
        for alamat, data in (
            (edit_url(akun), isian(akun, nama="Lain")),
            (reverse("akun:nonaktif", args=[akun.pk]), {"alasan": "uji"}),
            (reverse("akun:aktif", args=[akun.pk]), {}),
            (reverse("akun:surat", args=[akun.pk]), {}),
            (reverse("akun:beri_peran", args=[akun.pk]), {"peran": "kasir", "dasar": "SK"}),
            (reverse("akun:akhiri_peran", args=[akun.pk, baris.pk]), {"sampai": "2026-01-01"}),
        ):
            assert kantor.post(alamat, data).status_code in (302, 403), alamat
        akun.refresh_from_db()
        baris.refresh_from_db()
        assert akun.is_active and baris.sampai is None and akun.peran.count() == 1
        assert not Pesan.objects.filter(jenis="sandi_lupa").exists()


def test_closing_and_reopening(kantor, user):
    alamat = reverse("akun:nonaktif", args=[user.pk])
    for alasan in ("", "  ", "x" * 201, "a\x00b"):
        assert kantor.post(alamat, {"alasan": alasan}).status_code == 200
    assert kantor.post(alamat, {"alasan": "Pindah desa"}).url == edit_url(user)
    assert "sudah dinonaktifkan" in get_isi(kantor.post(alamat, {"alasan": "lagi"}))
    isi = get_isi(kantor.get(edit_url(user)))
    assert "Pindah desa" in isi and "Aktifkan kembali" in isi and 'name="nama"' not in isi
    assert kantor.post(edit_url(user), isian(user, nama="Z")).status_code in (302, 403)
    for _n in range(2):
        assert kantor.post(reverse("akun:aktif", args=[user.pk])).url == edit_url(user)
    user.refresh_from_db()
    assert user.is_active and user.nama != "Z"


def test_acts_without_a_form_are_never_done_by_get(kantor, user):
    for nama in ("aktif", "surat"):
        assert kantor.get(reverse(f"akun:{nama}", args=[user.pk])).status_code == 405


def test_the_fifth_letter_waits(kantor, user):
    alamat = reverse("akun:surat", args=[user.pk])
    for _n in range(5):
        kantor.post(alamat)
    assert Pesan.objects.filter(jenis="sandi_lupa", saluran="surel").count() == 4
    assert "Surat sudah cukup banyak" in get_isi(kantor.get(edit_url(user)))


# --- roles


def test_giving_a_role(kantor, user):
    alamat = reverse("akun:beri_peran", args=[user.pk])
    isi = {"peran": "kasir", "dari": "2026-01-01", "sampai": "", "dasar": "SK 7"}
    assert (
        "admin" not in get_isi(kantor.get(alamat)).partition("<select")[2].partition("</select")[0]
    )
    assert kantor.post(alamat, isi).url == edit_url(user)
    assert "sudah memegang peran itu" in get_isi(kantor.post(alamat, isi))
    for ubah, kata in (
        ({"dasar": ""}, "harus diisi"),
        ({"sampai": "2025-01-01"}, "mendahului"),
        ({"peran": "admin"}, "admin"),
        ({"dari": "0001-01-01"}, "tahunnya"),
        ({"dari": "2026-13-01"}, "tanggal yang valid"),
        ({"dasar": "\x00"}, "null"),
    ):
        isi_salah = {**isi, "peran": "upl", **ubah}
        assert kata in get_isi(kantor.post(alamat, isi_salah)).lower(), ubah
    assert user.peran.count() == 1
    halaman = get_isi(kantor.get(edit_url(user)))
    assert "SK 7" in halaman and "Berlaku hari ini" in halaman


def test_ending_and_withdrawing_a_role(kantor):
    user = UserFactory(peran=[peran.UPL])
    baris, hari = user.peran.get(), waktu.hari_ini()
    alamat = reverse("akun:akhiri_peran", args=[user.pk, baris.pk])
    assert "Batalkan peran" in get_isi(kantor.get(alamat))
    assert "mendahului" in get_isi(kantor.post(alamat, {"sampai": f"{hari - timedelta(days=1)}"}))
    assert "periksa lagi" in get_isi(kantor.post(alamat, {"sampai": "9999-12-31"}))
    assert kantor.post(alamat, {"sampai": f"{hari + timedelta(days=3)}"}).status_code == 302
    assert kantor.post(alamat, {"batal": "1"}).url == edit_url(user)
    baris.refresh_from_db()
    assert baris.dibatalkan_pada and not User.objects.get(pk=user.pk).groups.exists()
    assert "sudah berakhir" in get_isi(kantor.post(alamat, {"sampai": f"{hari}"}))
    kantor.post(alamat, {"batal": "1"})
    assert "Dibatalkan" in get_isi(kantor.get(edit_url(user)))


def test_a_role_is_only_found_under_its_own_account(kantor, user):
    lain = UserFactory(peran=[peran.UPL]).peran.get()
    assert kantor.get(reverse("akun:akhiri_peran", args=[user.pk, lain.pk])).status_code == 404


def test_the_last_administrator_stays(client, admin):
    client.force_login(UserFactory(is_superuser=True))
    alamat = reverse("akun:akhiri_peran", args=[admin.pk, admin.peran.get().pk])
    isi = {"sampai": f"{waktu.hari_ini()}"}
    assert "Tidak akan ada lagi pengelola" in get_isi(client.post(alamat, isi))
    tutup = reverse("akun:nonaktif", args=[admin.pk])
    assert "Tidak akan ada lagi pengelola" in get_isi(client.post(tutup, {"alasan": "uji"}))


@pytest.mark.parametrize("nama", sorted(set(peran.NAMA) - {"admin", "sekretaris"}))
def test_other_roles_change_nothing(client, user, nama):
    client.force_login(UserFactory(peran=[nama]))
    baris = UserFactory(peran=[peran.UPL]).peran.get()
    for alamat, data in (
        (DAFTAR, None),
        (f"{DAFTAR}new/", baru()),
        (edit_url(user), isian(user, nama="Z")),
        (reverse("akun:nonaktif", args=[user.pk]), {"alasan": "uji"}),
        (reverse("akun:beri_peran", args=[user.pk]), {"peran": "kasir", "dasar": "SK"}),
        (reverse("akun:akhiri_peran", args=[baris.user_id, baris.pk]), {"batal": "1"}),
        (reverse("akun:surat", args=[user.pk]), {}),
    ):
        jawab = client.get(alamat) if data is None else client.post(alamat, data)
        assert jawab.status_code in (302, 403, 404), alamat
        assert not jawab.headers.get("Location", "").startswith(DAFTAR)
    user.refresh_from_db()
    assert user.is_active and user.nama != "Z" and not user.peran.exists()
    assert not User.objects.filter(username="siti.rahayu").exists()


@pytest.mark.parametrize("jalan", ["delete/1/", "history/1/", "copy/1/", "usage/1/", "inspect/1/"])
def test_wagtails_other_views_are_not_there(client, admin, jalan):
    client.force_login(admin)
    assert client.get(DAFTAR + jalan).status_code == 404


@pytest.mark.dua
def test_numbers_too_large_are_simply_not_there(client, admin):
    client.force_login(admin)
    lain = UserFactory()
    for jalan in ("edit/{0}/", "{0}/nonaktif/", "{0}/peran/", f"{lain.pk}/peran/{{0}}/"):
        assert client.get(DAFTAR + jalan.format(10**30)).status_code == 404
