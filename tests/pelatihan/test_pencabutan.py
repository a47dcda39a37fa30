"""The office takes a completion back; its public page says so at once."""

import pytest
from django.urls import reverse

from cms.komunitas.services import create_anggota
from pelatihan.models import Sertifikat
from pelatihan.sertifikat.services import _create_sertifikat
from tests.factories.accounts import UserFactory
from tests.factories.pelatihan import make_kuis, make_kursus, make_peserta

pytestmark = pytest.mark.django_db


@pytest.fixture
def sertifikat():
    return _create_sertifikat(make_peserta(make_kursus(kuis=make_kuis())))


def masuk(client, *peran):
    user = UserFactory(peran=list(peran))
    client.force_login(user)
    return user


def test_the_secretary_revokes_with_a_reason(client, sertifikat):
    masuk(client, "sekretaris")
    daftar = client.get(reverse("sertifikat:index")).content.decode()
    alamat = reverse("sertifikat:cabut", args=[sertifikat.pk])
    assert sertifikat.nama in daftar and alamat in daftar
    assert client.post(alamat, {"alasan": ""}).status_code == 200
    assert client.post(alamat, {"alasan": "Salah orang"}).status_code == 302
    sertifikat.refresh_from_db()
    assert sertifikat.dicabut_pada and sertifikat.alasan_dicabut == "Salah orang"
    lagi = client.post(alamat, {"alasan": "Lagi"})
    assert lagi.status_code == 200 and lagi.context["form"].non_field_errors()
    publik = client.get(f"/cek/{sertifikat.kode}/").content.decode()
    assert "dicabut" in publik.lower() and "Salah orang" not in publik


def test_nobody_revokes_their_own(client):
    user = masuk(client, "sekretaris")
    peserta = make_peserta(make_kursus(kuis=make_kuis()), create_anggota(nama="Saya", akun=user))
    alamat = reverse("sertifikat:cabut", args=[_create_sertifikat(peserta).pk])
    client.post(alamat, {"alasan": "Coba"})
    assert Sertifikat.objects.get().dicabut_pada is None


def test_a_facilitator_of_another_course_sees_nothing(client, sertifikat):
    masuk(client, "fasilitator")
    alamat = reverse("sertifikat:cabut", args=[sertifikat.pk])
    assert client.post(alamat, {"alasan": "Coba"}).status_code in (302, 404)
    sertifikat.refresh_from_db()
    assert sertifikat.dicabut_pada is None
