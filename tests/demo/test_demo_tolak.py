"""The sample builds in an empty database only, and only where the profile permits it."""

import pytest

from cms.accounts.models import User
from cms.demo import services

pytestmark = pytest.mark.django_db


def test_refuses_a_database_with_people(user):
    assert services.find_berisi() == ["accounts.user"]
    with pytest.raises(services.SudahBerisi):
        services.build_demo("x")
    assert User.objects.count() == 1


def test_refuses_where_the_profile_forbids(settings):
    settings.GUYUB_CONTOH_BOLEH = False
    with pytest.raises(services.TidakBoleh):
        services.build_demo("x")
