"""Issuing for a whole class: shown first with reasons, done once however often it is asked."""

import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from pelatihan.models import Kemajuan, Peserta, Sertifikat
from pelatihan.sertifikat import exports, services
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_anggota, make_kursus, make_peserta


def buat_kelas(lulus=3, belum=1):
    """Learners whose lessons are done without anybody having written it down, and some who are not."""
    kursus = make_kursus(banyak_pelajaran=1)
    for nomor in range(lulus + belum):
        peserta = make_peserta(kursus, make_anggota(nama=f"Warga {nomor}"))
        if nomor < lulus:
            pelajaran = peserta.rilis.susunan[0]["pelajaran"][0]["kunci"]
            Kemajuan.objects.create(peserta=peserta, langkah_kunci=pelajaran)
    return kursus


@pytest.fixture
def sekretaris(client, db):
    user = UserFactory(peran=["sekretaris"])
    client.force_login(user)
    return user


def test_the_list_says_who_and_why_before_anything_is_done(client, sekretaris):
    kursus = buat_kelas()
    alamat = reverse("sertifikat:terbit")
    halaman = client.get(alamat, {"kursus": kursus.kunci}).content.decode()
    assert all(f"Warga {n}" in halaman for n in range(4)) and halaman.count("belum:") == 1
    assert not Sertifikat.objects.exists()
    assert client.post(alamat, {"kursus": kursus.kunci}).status_code == 302
    assert Sertifikat.objects.count() == 3
    client.post(alamat, {"kursus": kursus.kunci})
    assert Sertifikat.objects.count() == 3
    assert Peserta.objects.filter(status="aktif").count() == 1


def test_many_are_printed_as_one_file(client, sekretaris, monkeypatch):
    kursus = buat_kelas(lulus=3, belum=0)
    services.issue_banyak(peserta=Peserta.objects.all(), actor=sekretaris)
    monkeypatch.setattr(exports, "CETAK_SEKALI", 2)
    alamat = reverse("sertifikat:cetak_banyak")
    for lembar, halaman in (("1", 4), ("2", 2)):
        jawaban = client.get(alamat, {"kursus": kursus.kunci, "lembar": lembar})
        assert int(re.search(rb"/Count (\d+)", jawaban.content)[1]) == halaman
    for lembar in ("0", "3", "-1", "x", "9" * 50, "²"):
        assert client.get(alamat, {"kursus": kursus.kunci, "lembar": lembar}).status_code == 404
    satu = Sertifikat.objects.first()
    services.revoke_sertifikat(sertifikat=satu, alasan="Salah", actor=sekretaris)
    assert client.get(alamat, {"kursus": kursus.kunci, "lembar": "2"}).status_code == 404


def test_a_class_of_another_course_and_nonsense_are_explained(client, sekretaris):
    kursus = buat_kelas(lulus=1)
    for isi in ({"kursus": "x"}, {"kursus": kursus.kunci, "angkatan": uuid4()}, {"kursus": 10**40}):
        assert client.post(reverse("sertifikat:terbit"), isi).status_code == 200
    assert not Sertifikat.objects.exists()


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_issue_each_certificate_once():
    buat_kelas(lulus=4)

    def terbitkan(_n):
        try:
            return services.issue_banyak(peserta=Peserta.objects.all(), actor=None)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as kolam:
        assert sum(kolam.map(terbitkan, range(3))) == 4
    nomor = list(Sertifikat.objects.values_list("urut", "urut_lencana"))
    assert len(nomor) == 4 == len(set(nomor))
