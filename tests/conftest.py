"""Shared by all rooms: only what every test needs."""

import pytest
from django.utils.translation.reloader import translation_file_changed

from cms.core import katalog


def pytest_configure(config):
    """Indonesian texts are asserted everywhere, so the catalogue is always current."""
    for mo in katalog.compile_katalog():
        translation_file_changed(None, mo)  # Django may have read the older one while it started


@pytest.fixture
def user(db):
    from tests.factories.accounts import UserFactory

    return UserFactory()
