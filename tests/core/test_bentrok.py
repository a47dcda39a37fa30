"""Two who save one name or address at once: the second reads why; copies keep off the site's addresses."""

from unittest.mock import Mock

import pytest
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail.models import Page

from cms.core.galat import BentrokMiddleware
from home.halaman.pages import HalamanPage
from home.services import build_situs
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_the_office_says_what_happened(client, monkeypatch):
    build_situs()
    client.force_login(UserFactory(peran=["koordinator"]))
    salin = Mock(side_effect=IntegrityError("UNIQUE"))
    monkeypatch.setattr("wagtail.admin.views.pages.copy.CopyView.post", salin)
    jawab = client.post(f"/admin/pages/{Page.objects.get(depth=2).pk}/copy/")
    assert jawab.status_code == 409 and "Ini sudah ada" in jawab.content.decode()


@pytest.mark.parametrize(
    ("metode", "alamat", "galat"),
    [
        ("get", "/admin/pages/", IntegrityError()),
        ("post", "/usul/", IntegrityError()),
        ("post", "/admin/pages/", ValueError()),
    ],
)
def test_other_faults_stay_faults(metode, alamat, galat):
    asli = getattr(RequestFactory(), metode)(alamat)
    assert BentrokMiddleware(lambda _r: HttpResponse()).process_exception(asli, galat) is None


@pytest.mark.parametrize(("slug", "jadi"), [("arsip", False), ("admin", False), ("salinan", True)])
def test_a_copy_keeps_off_the_sites_own_addresses(client, slug, jadi):
    build_situs()
    beranda = Page.objects.get(depth=2)
    asal = beranda.add_child(instance=HalamanPage(title="Asal", slug="asal"))
    client.force_login(UserFactory(peran=["koordinator"]))
    isi = {"new_title": "Salinan", "new_slug": slug, "new_parent_page": beranda.pk}
    jawab = client.post(f"/admin/pages/{asal.pk}/copy/", isi)
    assert jawab.status_code == (302 if jadi else 200)
    assert Page.objects.filter(slug=slug).exists() == jadi
