"""Shared by all rooms: only what every test needs."""

import pytest

from cms.core import katalog


def pytest_configure(config):
    """Indonesian texts are asserted everywhere, so the catalogue is always current."""
    katalog.compile_katalog()


@pytest.fixture
def user(db):
    from tests.factories.accounts import UserFactory

    return UserFactory()
