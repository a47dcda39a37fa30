"""/healthz and /readyz: what they notice, and what they never say."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from cms import kesehatan
from cms.core import waktu
from cms.notifikasi.models import Pesan

pytestmark = pytest.mark.django_db


def write_pesan(**lain):
    return Pesan.objects.create(
        jenis="uji",
        kunci=f"uji:{Pesan.objects.count()}",
        saluran="kotak",
        judul="x",
        isi="x",
        teks_layar_kunci="x",
        penerima_nama="Rahasia Sekali",
        **lain,
    )


def get_readyz(client):
    jawab = client.get("/readyz")
    return jawab.status_code, jawab.json()


@pytest.mark.dua
def test_all_is_well(client):
    assert client.get("/healthz").content == b"baik"
    kode, isi = get_readyz(client)
    assert (kode, set(isi.values())) == (200, {"baik"})
    assert set(isi) == {"basis_data", "migrasi", "antrean", "cakram"}


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_never_cached_never_changing_never_telling(client, path):
    write_pesan()
    jawab = client.get(path)
    assert "no-store" in jawab["Cache-Control"]
    assert "Set-Cookie" not in jawab
    assert client.post(path).status_code == 405
    for rahasia in (settings.SECRET_KEY, str(settings.GUYUB_DATA), "Rahasia Sekali"):
        assert rahasia not in jawab.content.decode()


def test_healthz_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/healthz")


def test_a_queue_that_stands_still(client):
    lama = waktu.sekarang() - timedelta(minutes=16)
    pesan = write_pesan(tidak_sebelum=lama)
    assert get_readyz(client) == (
        503,
        {"basis_data": "baik", "migrasi": "baik", "antrean": "gangguan", "cakram": "baik"},
    )
    Pesan.objects.filter(pk=pesan.pk).update(status=Pesan.Status.TERKIRIM)
    assert get_readyz(client)[0] == 200


def test_messages_of_tomorrow_and_expired_ones_do_not_count():
    kini = waktu.sekarang()
    write_pesan(tidak_sebelum=kini + timedelta(days=1))
    write_pesan(tidak_sebelum=kini - timedelta(days=1), kedaluwarsa=kini - timedelta(hours=1))
    assert kesehatan.get_umur_antrean() == 0


def test_a_migration_not_applied(client):
    kesehatan._require_migrasi.cache_clear()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'core'")
    assert get_readyz(client)[1]["migrasi"] == "gangguan"


def test_a_full_disk(client, monkeypatch):
    monkeypatch.setattr(kesehatan, "CAKRAM_TERKECIL", 10**18)
    assert get_readyz(client) == (
        503,
        {"basis_data": "baik", "migrasi": "baik", "antrean": "baik", "cakram": "gangguan"},
    )


def test_a_database_that_does_not_answer(client, monkeypatch):
    class Mati:
        def cursor(self):
            raise DatabaseError("sandi=rahasia")

    monkeypatch.setattr(kesehatan, "connection", Mati())
    jawab = client.get("/readyz")
    assert jawab.json()["basis_data"] == "gangguan" and b"rahasia" not in jawab.content
