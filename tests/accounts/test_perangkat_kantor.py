"""Devices in the office: whose they are, and withdrawing the one that was lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.accounts import peran
from cms.accounts.models import Perangkat
from cms.accounts.perangkat import bind_perangkat, recognize_perangkat
from cms.core.jejak.models import Jejak
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
HP = "Mozilla/5.0 (Linux; Android 13) Chrome/120.0"


@pytest.fixture
def koordinator(client):
    user = UserFactory(peran=[peran.KOORDINATOR])
    client.force_login(user)
    return user


def bind(nama="Siti Rahayu", **isi):
    return bind_perangkat(user=UserFactory(nama=nama, **isi), peramban=HP)


def tarik_url(perangkat) -> str:
    return reverse("perangkat:tarik", args=[perangkat.pk])


def test_list_says_whose_and_in_which_state(client, koordinator):
    bind(), bind("Budi")
    Perangkat.objects.filter(user__nama="Budi").update(ditarik_pada="2026-11-01T00:00:00Z")
    isi = client.get("/admin/perangkat/").content.decode()
    assert "Siti Rahayu" in isi and "Dipakai" in isi and "Ditarik" in isi and "Android" in isi
    assert "Siti" not in client.get("/admin/perangkat/?q=Budi").content.decode()


def test_withdrawn_from_the_office_opens_nothing_and_twice_says_so(client, koordinator):
    perangkat, rahasia = bind()
    kepala = f"Perangkat {perangkat.uuid}.{rahasia}"
    assert recognize_perangkat(kepala, "x").halangan == ""
    assert client.post(tarik_url(perangkat), follow=True).status_code == 200
    assert recognize_perangkat(kepala, "x").halangan == "perangkat-ditarik"
    assert Jejak.objects.get(tindakan="withdraw_perangkat").pelaku == koordinator
    assert "sudah ditarik" in client.post(tarik_url(perangkat)).content.decode()
    assert Jejak.objects.filter(tindakan="withdraw_perangkat").count() == 1


def test_an_administrators_device_is_not_there_for_others(client, koordinator):
    perangkat, _r = bind("Galih", peran=[peran.ADMIN])
    assert client.post(tarik_url(perangkat)).status_code == 404
    assert "Galih" not in client.get("/admin/perangkat/").content.decode()
    client.force_login(UserFactory(peran=[peran.ADMIN]))
    assert client.post(tarik_url(perangkat)).status_code == 302


def test_the_page_of_an_account_lists_its_devices(client):
    perangkat, _r = bind()
    client.force_login(UserFactory(peran=[peran.SEKRETARIS]))
    isi = client.get(reverse("akun:edit", args=[perangkat.user_id])).content.decode()
    assert tarik_url(perangkat) in isi


def test_queries_of_the_list_do_not_grow(client, koordinator):
    def count():
        with CaptureQueriesContext(connection) as catatan:
            assert client.get("/admin/perangkat/").status_code == 200
        return len(catatan)

    bind()
    count()
    sedikit = count()
    for n in range(12):
        bind(f"Warga {n}")
    assert count() == sedikit
