"""Every list of the office that can be taken along as a sheet guards against formulas."""

from datetime import date

import pytest
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.kantor import EksporMixin
from cms.urls import urlpatterns

RUMAH = ("aset", "cms", "home", "musyawarah", "pelatihan")
JAHAT = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")


class Bernama:
    def __str__(self):
        return '=HYPERLINK("http://jahat.example")'


class Lembar(EksporMixin, SpreadsheetExportMixin):
    list_export = ["satu"]


def list_turunan(kelas: type) -> set[type]:
    langsung = set(kelas.__subclasses__())
    return langsung.union(*(list_turunan(k) for k in langsung))


def has_lembar(kelas: type) -> bool:
    """Declared by the class itself; Wagtail's viewsets compute the list from their view otherwise."""
    ekspor = kelas.list_export
    return isinstance(ekspor, list | tuple) and bool(ekspor)


def list_daftar() -> list[type]:
    """Index views of the house with something to export, by themselves or by their viewset."""
    assert urlpatterns
    himpunan = [v.index_view_class for v in list_turunan(ModelViewSet) if has_lembar(v)]
    sendiri = [v for v in list_turunan(IndexView) if has_lembar(v)]
    return [v for v in {*himpunan, *sendiri} if v.__module__.split(".")[0] in RUMAH]


def test_every_list_with_a_sheet_has_the_guard():
    daftar = list_daftar()
    assert len(daftar) >= 6
    assert not [v for v in daftar if not issubclass(v, EksporMixin) or not v.boleh_ekspor]


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
@pytest.mark.parametrize("nilai", [*JAHAT, Bernama()])
def test_what_looks_like_a_formula_is_text(bentuk, nilai):
    assert Lembar().preprocess_field_value("satu", nilai, bentuk) == f"'{nilai}"


def test_figures_and_days_stay_what_they_are():
    assert Lembar().preprocess_field_value("satu", -5, "csv") == -5
    assert Lembar().preprocess_field_value("satu", date(2026, 1, 2), "xlsx") == date(2026, 1, 2)
