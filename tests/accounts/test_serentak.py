"""Two officers at the same moment, each on a connection of their own."""

from functools import partial

import pytest

from cms.accounts import peran, services
from cms.accounts.kode import issue_kode
from cms.accounts.models import KodeMasuk, User
from cms.accounts.selectors import get_users_with_peran
from cms.core import waktu
from tests.factories.accounts import UserFactory
from tests.serentak import run_together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua]


def list_galat(hasil: list) -> list[type]:
    return [type(h) for h in hasil if isinstance(h, Exception)]


def test_two_administrators_ending_each_other_leave_one():
    satu, dua = UserFactory.create_batch(2, peran=[peran.ADMIN])

    def end(milik, oleh):
        return lambda: services.end_peran(
            peran=milik.peran.get(), sampai=waktu.hari_ini(), actor=oleh
        )

    hasil = run_together(end(satu, dua), end(dua, satu))
    assert list_galat(hasil) == [services.AdminTerakhir]


def test_two_administrators_closing_each_other_leave_one():
    satu, dua = UserFactory.create_batch(2, peran=[peran.ADMIN])

    def close(user, oleh):
        return lambda: services.deactivate_user(user=user, alasan="uji", actor=oleh)

    hasil = run_together(close(satu, dua), close(dua, satu))
    assert list_galat(hasil) == [services.AdminTerakhir]
    assert get_users_with_peran(peran.ADMIN).count() == 1


def test_the_same_role_given_twice_at_once_is_one():
    user, sekretaris = UserFactory(), UserFactory(peran=[peran.SEKRETARIS])
    kerja = lambda: services.give_peran(  # noqa: E731
        user=User.objects.get(pk=user.pk), peran=peran.KASIR, dasar="uji", actor=sekretaris
    )
    hasil = run_together(kerja, kerja, kerja)
    assert list_galat(hasil) == [services.PeranTumpangTindih] * 2
    assert user.peran.count() == 1


def test_one_username_made_twice_at_once_is_one_account():
    sekretaris = UserFactory(peran=[peran.SEKRETARIS])
    kerja = lambda: services.create_akun(  # noqa: E731
        actor=sekretaris, username="Siti.R", nama="Siti", email="s@contoh.example"
    )
    hasil = run_together(kerja, kerja)
    assert list_galat(hasil) == [services.SudahDipakai]
    assert User.objects.filter(username="siti.r").count() == 1


def test_a_role_given_while_the_account_is_closed_does_not_survive():
    user, sekretaris = UserFactory(), UserFactory(peran=[peran.SEKRETARIS])
    admin = UserFactory(peran=[peran.ADMIN])
    run_together(
        lambda: services.deactivate_user(user=user, alasan="uji", actor=admin),
        lambda: services.give_peran(
            user=User.objects.get(pk=user.pk), peran=peran.KASIR, dasar="uji", actor=sekretaris
        ),
    )
    user.refresh_from_db()
    assert not user.is_active
    terbuka = user.peran.all().belum_berakhir(waktu.hari_ini())
    assert not terbuka.exists()


def test_of_codes_made_at_once_one_opens():
    """Of several officers: what one officer makes waits for that one's own limit already."""
    user, penolong = UserFactory(), UserFactory.create_batch(6, peran=[peran.SEKRETARIS])
    hasil = run_together(*[partial(issue_kode, user=user, actor=satu) for satu in penolong])
    assert not list_galat(hasil)
    berlaku = KodeMasuk.objects.filter(berlaku_sampai__gt=waktu.sekarang(), dipakai_pada=None)
    assert berlaku.count() == 1
