"""Two officers at the same moment, each on a connection of their own."""

import pytest

from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.komunitas.models import TautanPribadi
from cms.komunitas.tautan import selectors, services
from tests.factories.accounts import UserFactory
from tests.factories.musyawarah import SAH
from tests.factories.tautan import make_tautan
from tests.musyawarah.test_serentak import run_together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.dua]


@pytest.fixture(autouse=True)
def jam():
    with waktu.pada(SAH):  # where the clock of `run_together` stands
        yield


def create(tautan, actor):
    return lambda: services.create_tautan(anggota=tautan.anggota, actor=actor)


def withdraw(tautan, actor):
    return lambda: services.withdraw_tautan(tautan=tautan, actor=actor)


def test_of_links_made_together_one_opens():
    tautan, lama = make_tautan()
    pemberi = [UserFactory(peran=["koordinator"]) for _n in range(4)]
    hasil = run_together(*(create(tautan, user) for user in pemberi))
    assert not [h for h in hasil if isinstance(h, Exception)], hasil
    token = [lama, *(t for _tautan, t in hasil)]
    assert sum(bool(selectors.find_tautan(t)) for t in token) == 1
    assert TautanPribadi.objects.terbuka().count() == 1
    assert Jejak.objects.filter(tindakan="withdraw_tautan").count() == 4


def test_withdrawn_together_is_withdrawn_once():
    tautan, token = make_tautan()
    pemberi = [UserFactory(peran=["sekretaris"]) for _n in range(4)]
    hasil = run_together(*(withdraw(tautan, user) for user in pemberi))
    assert not [h for h in hasil if isinstance(h, Exception)], hasil
    assert selectors.find_tautan(token) is None
    assert Jejak.objects.filter(tindakan="withdraw_tautan").count() == 1


def test_withdrawing_the_old_one_while_a_new_one_is_made():
    tautan, lama = make_tautan()
    hasil = run_together(
        create(tautan, UserFactory(peran=["koordinator"])),
        withdraw(tautan, UserFactory(peran=["sekretaris"])),
    )
    assert not [h for h in hasil if isinstance(h, Exception)], hasil
    assert selectors.find_tautan(lama) is None
    assert selectors.find_tautan(hasil[0][1])
    assert Jejak.objects.filter(tindakan="withdraw_tautan").count() == 1
