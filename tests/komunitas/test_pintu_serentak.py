"""A whole class signs up in the same second, each on a connection of their own."""

import pytest

from cms.accounts.models import User
from cms.komunitas.models import Anggota
from cms.komunitas.pintu.services import register_warga
from tests.serentak import run_together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua]


def sign_up(banyak: int, **isi) -> list[User]:
    bawaan = {"nama": "Siti Rahayu", "telepon": "", "surel": "", "sandi": "tiga kata mudah"}
    hasil = run_together(*[lambda: register_warga(**{**bawaan, **isi}, alamat="10.0.0.1")] * banyak)
    assert not [h for h in hasil if isinstance(h, Exception)], hasil
    return hasil


def test_ten_of_one_name():
    sign_up(10)
    assert User.objects.filter(username__startswith="siti.rahayu").count() == 10
    assert Anggota.objects.count() == 10


@pytest.mark.parametrize(
    ("kolom", "isi"),
    [("email", {"surel": "siti@contoh.example"}), ("telepon", {"telepon": "+6281234567890"})],
)
def test_one_address_given_by_five_belongs_to_the_first(kolom, isi):
    sign_up(5, **isi)
    assert User.objects.count() == 5
    assert User.objects.filter(**{f"{kolom}__isnull": False}).count() == 1
