"""The two public pages of this room under the front page."""

from datetime import date

import pytest
from wagtail.models import Page

from cms.core import waktu
from musyawarah.models import KeputusanIndexPage, UsulPage
from tests.factories.musyawarah import RAPAT, make_sidang


@pytest.fixture
def sidang(db):
    with waktu.pada(RAPAT):
        return make_sidang()


@pytest.fixture
def situs(db):
    """Public pages of this room, live."""
    akar = Page.objects.get(depth=2)
    with waktu.pada(date(2024, 1, 1)):
        usul = akar.add_child(instance=UsulPage(title="Usul & aduan", slug="usul"))
        daftar = akar.add_child(instance=KeputusanIndexPage(title="Keputusan", slug="keputusan"))
    return {"usul": usul, "keputusan": daftar}
