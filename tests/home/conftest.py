import pytest

from home.services import build_situs


@pytest.fixture
def situs(db):
    """The tree that `pasang` builds."""
    return build_situs()
