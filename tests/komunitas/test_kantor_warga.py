"""The office's pages of people and groups, as the secretary uses and as others misuse them."""

from datetime import date

import pytest
from django.urls import reverse

from cms.komunitas.models import Anggota, Jabatan, Ksm
from cms.komunitas.services import end_anggota, join_ksm
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory, KsmFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meja(client):
    """The secretary at the desk."""
    user = UserFactory(peran=["sekretaris"])
    client.force_login(user)
    client.user = user
    return client


def masuk(client, *peran):
    client.force_login(UserFactory(peran=list(peran)))
    return client


def test_a_person_is_entered_and_the_phone_is_masked_in_the_list(meja):
    isi = {"nama": "Sri Hartini", "telepon": "0812 3456 7890"}
    assert meja.post(reverse("anggota:add"), isi).status_code == 302
    assert Anggota.objects.get().telepon == "+6281234567890"
    daftar = meja.get(reverse("anggota:index")).content.decode()
    assert "Sri Hartini" in daftar and "•890" in daftar and "34567" not in daftar


@pytest.mark.parametrize(
    "isi",
    [
        {"nama": ""},
        {"nama": "x" * 5000},
        {"nama": "Sri\x00"},
        {"nama": "Sri", "telepon": "abc"},
        {"nama": "Sri", "surel": "bukan"},
        {"nama": "Sri", "wilayah": "99999999999999999999"},
    ],
)
def test_bad_input_is_explained_and_nothing_is_stored(meja, isi):
    jawab = meja.post(reverse("anggota:add"), isi)
    assert jawab.status_code == 200 and not Anggota.objects.exists()


def test_who_only_reads_gets_no_sheet_and_no_phone(client):
    AnggotaFactory(nama="Sri", telepon="+6281234567890")
    alamat = reverse("anggota:index")
    teks = masuk(client, "kasir").get(alamat, {"export": "csv"}).content.decode()
    assert "<html" in teks and "34567" not in teks
    lembar = masuk(client, "sekretaris").get(alamat, {"export": "csv"})
    assert lembar["Content-Type"].startswith("text/csv")


def test_sheets_are_harmless(meja):
    AnggotaFactory(nama="=HYPERLINK(1)")
    lembar = b"".join(meja.get(reverse("anggota:index"), {"export": "csv"}).streaming_content)
    assert b"'=HYPERLINK" in lembar


def test_who_ended_is_found_only_when_asked_for(meja):
    orang = AnggotaFactory(nama="Yang Pindah")
    end_anggota(anggota=orang, tanggal=date(2026, 1, 1), alasan="Pindah", actor=meja.user)
    alamat = reverse("anggota:index")
    assert "Yang Pindah" not in meja.get(alamat).content.decode()
    assert "Yang Pindah" in meja.get(alamat, {"berakhir": "true"}).content.decode()
    halaman = meja.get(reverse("anggota:edit", args=[orang.pk])).content.decode()
    assert 'name="nama"' not in halaman


def test_merging_through_the_page(meja):
    dari, ke = AnggotaFactory(), AnggotaFactory()
    alamat = reverse("anggota:gabung", args=[dari.pk])
    assert "yakin" in meja.post(alamat, {"ke": ke.pk}).context["form"].errors
    jawab = meja.post(alamat, {"ke": ke.pk, "yakin": "on"})
    assert jawab.url == reverse("anggota:edit", args=[ke.pk])
    lagi = meja.post(alamat, {"ke": ke.pk, "yakin": "on"})
    assert lagi.status_code == 200 and lagi.context["form"].non_field_errors()
    assert meja.get(reverse("anggota:edit", args=[dari.pk])).status_code == 200


def test_a_group_with_its_members(meja):
    meja.post(reverse("ksm:add"), {"nama": "KSM Melati", "berdiri_pada": "2026-01-02"})
    ksm, orang = Ksm.objects.get(), AnggotaFactory(nama="Yati")
    masukan = {"anggota": orang.pk, "tugas": "ketua", "dari": "2026-01-02"}
    assert meja.post(reverse("ksm:masuk", args=[ksm.pk]), masukan).status_code == 302
    assert meja.post(reverse("ksm:masuk", args=[ksm.pk]), masukan).status_code == 200
    baris = ksm.keanggotaan.get()
    assert "Yati" in meja.get(reverse("ksm:edit", args=[ksm.pk])).content.decode()
    keluar = reverse("ksm:keluar", args=[ksm.pk, baris.uuid])
    assert meja.post(keluar, {"tanggal": "2099-01-01"}).status_code == 200
    assert meja.post(keluar, {"tanggal": "2026-02-01"}).status_code == 302
    assert meja.post(keluar, {"tanggal": "2026-02-01"}).status_code == 404


def test_a_membership_is_reached_through_its_own_group_only(meja):
    baris = join_ksm(ksm=KsmFactory(), anggota=AnggotaFactory(), dari=date(2026, 1, 1))
    alamat = reverse("ksm:keluar", args=[KsmFactory().pk, baris.uuid])
    assert meja.post(alamat, {"tanggal": "2026-02-01"}).status_code == 404


def test_a_reader_sees_a_group_without_its_forms(client):
    ksm = KsmFactory(nama="KSM Mawar")
    halaman = masuk(client, "pengawas").get(reverse("ksm:edit", args=[ksm.pk])).content.decode()
    assert "KSM Mawar" in halaman and 'name="nama"' not in halaman


def test_offices_are_given_and_ended(meja):
    orang = AnggotaFactory()
    isi = {"unit": "upk", "jabatan": "Kasir", "urutan": 1, "dari": "2026-01-01"}
    meja.post(reverse("jabatan:add"), {**isi, "anggota": orang.pk})
    baris = Jabatan.objects.get()
    meja.post(reverse("jabatan:edit", args=[baris.pk]), {**isi, "jabatan": "Kasir UPK"})
    baris.refresh_from_db()
    assert baris.jabatan == "Kasir UPK" and baris.anggota == orang
    akhiri = reverse("jabatan:akhiri", args=[baris.pk])
    assert akhiri in meja.get(reverse("jabatan:index")).content.decode()
    meja.post(akhiri, {"tanggal": "2026-03-01"})
    baris.refresh_from_db()
    assert baris.sampai == date(2026, 3, 1)


def test_the_chooser_finds_part_of_a_name_and_only_open_entries(meja):
    AnggotaFactory(nama="Sri Hartini")
    AnggotaFactory(nama="Budi Hartono", berakhir_pada=date(2026, 1, 1))
    hasil = meja.get(reverse("anggota_chooser:choose_results"), {"q": "hart"}).content.decode()
    assert "Sri Hartini" in hasil and "Budi" not in hasil


def test_lists_ask_the_database_as_often_for_a_hundred(meja, django_assert_max_num_queries):
    for nomor in range(60):
        AnggotaFactory(nama=f"Orang {nomor}", akun=UserFactory())
    meja.get(reverse("anggota:index"))
    with django_assert_max_num_queries(16):
        meja.get(reverse("anggota:index"))
