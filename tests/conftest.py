"""Shared by all rooms: only what every test needs."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils.translation.reloader import translation_file_changed
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from cms.core import katalog
from cms.core.pagecache.generasi import get_generasi

# How fast a machine is fails no test.
hypothesis.register_profile("guyub", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("guyub")

pytest_plugins = ["tests.basisdata", "tests.peramban"]


def pytest_configure(config):
    """Indonesian texts are asserted everywhere, so the catalogue is always current."""
    for mo in katalog.compile_katalog():
        translation_file_changed(None, mo)  # Django may have read the older one while it started


def pytest_unconfigure(config):
    shutil.rmtree(settings.GUYUB_DATA, ignore_errors=True)


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what may differ there runs: the tests marked `dua`."""
    if os.environ.get("DB") == "postgres":
        config.hook.pytest_deselected(items=[i for i in items if "dua" not in i.keywords])
        items[:] = [i for i in items if "dua" in i.keywords]


@pytest.fixture
def user(db):
    from tests.factories.accounts import UserFactory

    return UserFactory()


@pytest.fixture(autouse=True)
def fresh_memory():
    """What processes remember of one test's site must not reach the next one's."""
    cache.clear()
    get_generasi().raise_now()
