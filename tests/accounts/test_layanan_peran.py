"""Who gives and ends which role, for which days, and that one administrator always remains."""

from datetime import date, timedelta

import pytest

from cms.accounts import peran, services
from cms.accounts.selectors import has_peran
from cms.core import waktu
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.dua]
HARI = date(2026, 3, 10)


def reload(user):
    """The account as the next request sees it."""
    return type(user).objects.get(pk=user.pk)


@pytest.fixture(autouse=True)
def hari():
    with waktu.pada(HARI):
        yield


@pytest.fixture
def sekretaris(hari, db):
    return UserFactory(peran=[peran.SEKRETARIS])


@pytest.fixture
def admin(hari, db):
    return UserFactory(peran=[peran.ADMIN])


def give(user, dari=HARI, sampai=None, nama=peran.KASIR, actor=None):
    return services.give_peran(
        user=user, peran=nama, dasar="SK 1", dari=dari, sampai=sampai, actor=actor
    )


def test_nobody_gives_a_role_to_themselves(sekretaris, admin):
    for akun in (sekretaris, admin):
        with pytest.raises(services.TidakBerwenang):
            give(akun, actor=akun)
        with pytest.raises(services.TidakBerwenang):
            services.end_peran(peran=akun.peran.get(), sampai=HARI, actor=akun)


def test_what_is_an_admins_only_an_admin_touches(sekretaris, admin, user):
    lain = UserFactory(peran=[peran.ADMIN, peran.KASIR])
    for kerja in (
        lambda: give(user, nama=peran.ADMIN, actor=sekretaris),
        lambda: give(lain, nama=peran.UPL, actor=sekretaris),
        *(
            (lambda b=b: services.end_peran(peran=b, sampai=HARI, actor=sekretaris))
            for b in lain.peran.all()
        ),
    ):
        with pytest.raises(services.TidakBerwenang):
            kerja()
    give(user, nama=peran.ADMIN, actor=admin)
    services.end_peran(peran=user.peran.get(), sampai=HARI, actor=admin)


@pytest.mark.parametrize("nama", [n for n in peran.NAMA if n not in ("admin", "sekretaris")])
def test_other_roles_give_nothing(user, nama):
    with pytest.raises(services.TidakBerwenang):
        give(user, actor=UserFactory(peran=[nama]))


def test_a_superuser_begins_an_installation(user):
    awal = UserFactory(is_superuser=True)
    assert give(user, nama=peran.ADMIN, actor=awal).user == user
    with pytest.raises(services.TidakBerwenang):
        give(awal, nama=peran.ADMIN, actor=awal)


@pytest.mark.parametrize(
    ("dari", "sampai"),
    [(-5, 0), (10, 20), (5, 10), (-9, 99), (20, None), (-5, None), (12, 15)],
)
def test_the_same_role_twice_on_one_day_is_refused(user, dari, sampai):
    """There is one from today (0) to day 20."""
    hari = lambda n: n if n is None else HARI + timedelta(days=n)  # noqa: E731
    give(user, HARI, hari(20))
    with pytest.raises(services.PeranTumpangTindih):
        give(user, hari(dari), hari(sampai))
    give(user, hari(dari), hari(sampai), nama=peran.PEMBUKU)
    give(user, hari(21))
    give(user, hari(-5), hari(-1))


def test_days_in_the_wrong_order_and_years_nobody_sees_are_refused(user):
    with pytest.raises(services.BerakhirSebelumMulai):
        give(user, HARI, HARI - timedelta(days=1))
    for dari, sampai in ((date(206, 1, 1), None), (HARI, date.max), (date.min, None)):
        with pytest.raises(services.TanggalTidakWajar):
            give(user, dari, sampai)
    baris = give(user)
    with pytest.raises(services.BerakhirSebelumMulai):
        services.end_peran(peran=baris, sampai=HARI - timedelta(days=1))
    with pytest.raises(services.TanggalTidakWajar):
        services.end_peran(peran=baris, sampai=date.max)


def test_what_has_ended_is_not_ended_later(user):
    baris = give(user, date(2026, 1, 1), HARI + timedelta(days=5))
    with pytest.raises(services.PeranSudahBerakhir):
        services.end_peran(peran=baris, sampai=HARI + timedelta(days=6))
    services.end_peran(peran=baris, sampai=HARI - timedelta(days=1))
    assert not has_peran(reload(user), peran.KASIR)
    with pytest.raises(services.PeranSudahBerakhir):
        services.end_peran(peran=baris, sampai=HARI)


def test_a_role_given_by_mistake_is_withdrawn_and_may_be_given_again(user):
    for dari in (HARI, HARI + timedelta(days=9)):
        baris = services.cancel_peran(peran=give(user, dari))
        assert baris.dibatalkan_pada
        with waktu.pada(dari):
            assert not has_peran(reload(user), peran.KASIR)
        with pytest.raises(services.PeranSudahBerakhir):
            services.cancel_peran(peran=baris)
    assert not user.groups.exists()
    lama = give(user, HARI - timedelta(days=1))
    with pytest.raises(services.PeranSudahMulai):
        services.cancel_peran(peran=lama)


def test_one_administrator_remains(admin):
    baris = admin.peran.get()
    penerus = UserFactory()
    nanti = give(penerus, HARI + timedelta(days=5), nama=peran.ADMIN)
    for kerja in (
        lambda: services.end_peran(peran=baris, sampai=HARI),
        lambda: services.cancel_peran(peran=baris),
        lambda: services.deactivate_user(
            user=admin, alasan="uji", actor=UserFactory(is_superuser=True)
        ),
    ):
        with pytest.raises(services.AdminTerakhir):
            kerja()
    services.end_peran(peran=baris, sampai=HARI + timedelta(days=4))
    with pytest.raises(services.AdminTerakhir):
        services.cancel_peran(peran=nanti)
    ketiga = UserFactory(peran=[peran.ADMIN])
    services.cancel_peran(peran=nanti)
    services.deactivate_user(user=admin, alasan="uji", actor=ketiga)
    assert not has_peran(reload(admin), peran.ADMIN)


def test_a_closed_account_is_no_administrator_that_remains(admin):
    lain = UserFactory(peran=[peran.ADMIN])
    type(lain).objects.filter(pk=lain.pk).update(is_active=False)
    with pytest.raises(services.AdminTerakhir):
        services.end_peran(peran=admin.peran.get(), sampai=HARI)
