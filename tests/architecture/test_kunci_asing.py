"""Foreign keys written as strings escape import-linter, so the model registry is walked instead."""

import pytest
from django.apps import apps
from django.conf import settings

from .susunan import RUANG_BERIRISAN, may_know

RUANG = {apps.get_app_config(nama.split(".")[-1]).label: nama for nama in settings.RUANG}


def get_irisan(model) -> tuple[str, str]:
    """Room and slice of a model by where its code stands."""
    ruang, irisan = model.__module__.split(".")[:2]
    return ruang, irisan


def find_hubungan(model) -> list:
    """The models of our rooms that a model points to, through relations it declares itself.

    What a setting names (the account, the picture) Django itself turned round: it does not count.
    """
    tujuan = [
        f.related_model
        for f in model._meta.get_fields()
        if f.is_relation and not f.auto_created and not getattr(f, "swappable_setting", None)
    ]
    return [t for t in tujuan if t and t is not model and t._meta.app_label in RUANG]


MODEL = [m for label in RUANG for m in apps.get_app_config(label).get_models()]
PASANGAN = [(m, t) for m in MODEL for t in find_hubungan(m)]


@pytest.mark.parametrize(
    ("model", "tujuan"), PASANGAN, ids=lambda m: m._meta.label if hasattr(m, "_meta") else ""
)
def test_kunci_asing_menunjuk_ke_bawah(model, tujuan):
    ruang, ruang_tujuan = RUANG[model._meta.app_label], RUANG[tujuan._meta.app_label]
    assert may_know("ruang", ruang, ruang_tujuan)
    if ruang == ruang_tujuan and ruang in RUANG_BERIRISAN:
        assert may_know(f"irisan-{ruang}", get_irisan(model)[1], get_irisan(tujuan)[1])


def test_hubungan_terbaca():
    """The walk finds what it should judge, keys written as strings among them."""
    nama = {(m._meta.label, t._meta.label) for m, t in PASANGAN}
    assert ("home.TinjauanSusulan", "home.BeritaPage") in nama
    assert ("musyawarah.Kehadiran", "komunitas.Anggota") in nama
