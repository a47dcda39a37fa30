"""An issued certificate cannot be changed: not by the ORM, not by SQL, not from the office."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import NoReverseMatch, reverse

from cms.accounts import peran
from cms.core import waktu
from pelatihan.models import Rilis, Sertifikat
from pelatihan.sertifikat.services import revoke_sertifikat
from tests.factories.accounts import UserFactory
from tests.factories.tugas import kumpul, make_fasilitator, make_peserta_tugas, nilai

pytestmark = [pytest.mark.dua, pytest.mark.django_db]


@pytest.fixture
def sertifikat():
    peserta = make_peserta_tugas()
    nilai(kumpul(peserta), make_fasilitator(peserta.kursus_kunci))
    return Sertifikat.objects.get()


def list_ubahan() -> dict:
    """A change for every column that is frozen."""
    lain = make_peserta_tugas()
    return {
        "uuid": lain.uuid,
        "kode": "s-lain",
        "tahun": 1999,
        "urut": 777,
        "peserta": lain,
        "rilis": Rilis.objects.exclude(pk=Sertifikat.objects.get().rilis_id).first(),
        "kursus_kunci": lain.kursus_kunci,
        "nama": "Orang lain",
        "judul": "Kursus lain",
        "jpl": 99,
        "tanggal": waktu.hari_ini() - timedelta(days=400),
        "isi": {"nama": "Orang lain"},
        "lencana": "palsu",
        "urut_lencana": 4321,
    }


def test_every_column_is_either_frozen_or_of_a_revocation(sertifikat):
    semua = {b.name for b in Sertifikat._meta.concrete_fields if not b.primary_key}
    assert semua == {*list_ubahan(), "dicabut_pada", "alasan_dicabut"}


def test_no_frozen_column_changes_by_the_orm(sertifikat):
    for nama, nilai_baru in list_ubahan().items():
        with pytest.raises(DatabaseError), transaction.atomic():
            Sertifikat.objects.filter(pk=sertifikat.pk).update(**{nama: nilai_baru})
        setattr(satu := Sertifikat.objects.get(), nama, nilai_baru)
        with pytest.raises(DatabaseError), transaction.atomic():
            satu.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Sertifikat.objects.all()._raw_delete("default")


@pytest.mark.parametrize(
    "ubah",
    [
        "nama = 'Orang lain'",
        'isi = \'{"nama": "Orang lain"}\'',
        "isi = '{}'",
        "lencana = ''",
        "urut_lencana = NULL",
        "jpl = jpl + 1",
    ],
)
def test_nor_by_sql(sertifikat, ubah):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"UPDATE pelatihan_sertifikat SET {ubah}")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("DELETE FROM pelatihan_sertifikat")


def test_nor_from_the_office(sertifikat, client):
    client.force_login(UserFactory(peran=[peran.KOORDINATOR], is_superuser=True))
    for nama in ("edit", "delete"):
        with pytest.raises(NoReverseMatch):
            reverse(f"sertifikat:{nama}", args=[sertifikat.pk])
        alamat = f"/admin/sertifikat/{nama}/{sertifikat.pk}/"
        assert client.post(alamat, {"nama": "Orang lain", "isi": "{}"}).status_code == 404
    assert Sertifikat.objects.get().nama == sertifikat.nama


def test_it_is_revoked_once(sertifikat):
    revoke_sertifikat(sertifikat=sertifikat, alasan="Salah orang", actor=None)
    for isi in ({"dicabut_pada": None}, {"dicabut_pada": waktu.hari_ini() - timedelta(days=1)}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Sertifikat.objects.update(**isi)


def test_name_and_sheet_may_be_emptied_together_and_never_filled_again(sertifikat):
    Sertifikat.objects.update(nama="", isi={})
    for isi in ({"nama": "Lain"}, {"isi": {"a": 1}}, {"nama": "Lain", "isi": {"a": 1}}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Sertifikat.objects.update(**isi)
