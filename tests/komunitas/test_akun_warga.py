"""An account made in the office belongs to a person."""

import pytest
from django.urls import reverse

from cms.accounts.models import User
from cms.komunitas import services
from cms.komunitas.models import Anggota
from tests.factories.accounts import UserFactory
from tests.factories.komunitas import AnggotaFactory

pytestmark = pytest.mark.django_db
ISI = {"nama": "Sri Hartini", "username": "sri.hartini", "email": "", "telepon": "", "peran": ""}


@pytest.fixture
def meja(client):
    client.force_login(UserFactory(peran=["sekretaris"]))
    return client


def make(meja, **isi):
    return meja.post(reverse("akun:add"), {**ISI, **isi})


def test_a_new_person_is_entered_with_the_account(meja):
    assert make(meja, telepon="0812 3456 7890").status_code == 302
    orang = Anggota.objects.get(nama="Sri Hartini")
    assert orang.akun.username == "sri.hartini" and orang.telepon == "+6281234567890"


def test_an_entered_person_keeps_one_entry(meja):
    orang = AnggotaFactory(nama="Sri Hartini")
    alamat = f"{reverse('akun:add')}?anggota={orang.pk}"
    assert "sri.hartini" in meja.get(alamat).content.decode()
    make(meja, anggota=orang.pk)
    orang.refresh_from_db()
    assert orang.akun.username == "sri.hartini" and Anggota.objects.count() == 1
    lagi = make(meja, anggota=orang.pk, username="sri.lagi")
    assert lagi.status_code == 200 and "anggota" in lagi.context["form"].errors
    assert not User.objects.filter(username="sri.lagi").exists()


@pytest.mark.parametrize("pk", ["abc", "9" * 40, "²", "-1", "%00"])
def test_rubbish_in_the_address_gives_an_empty_form(meja, pk):
    assert meja.get(f"{reverse('akun:add')}?anggota={pk}").status_code == 200


def test_nothing_is_half_done():
    sekretaris = UserFactory(peran=["sekretaris"])
    orang = AnggotaFactory(akun=UserFactory())
    with pytest.raises(services.SudahBerakun):
        services.create_akun_warga(
            anggota=orang, actor=sekretaris, username="baru.sekali", nama="Baru"
        )
    assert not User.objects.filter(username="baru.sekali").exists()
