"""Building the sample BKM in an empty database, room by room, each in one transaction."""

import importlib
import os
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from cms.core import waktu
from cms.core.katalog import ensure_katalog
from cms.core.ketentuan.models import Ketentuan
from cms.notifikasi.services import settle_past
from cms.settings.tempat import read_or_make_kunci

from . import dasar

RUANG = (
    "home",
    "musyawarah",
    "pelatihan",
    "kelas",
    "diskusi",
    "aset",
    "berita",
    "redaksi",
    "kabar",
)
DIISI_MIGRASI = {"core.ketentuan", "aset.dana", "aset.akun"}


class SudahBerisi(Exception):
    """The database holds rows that migrations did not make; it names the tables."""


class TidakBoleh(Exception):
    """This profile permits no sample data."""


def build_demo(password: str) -> dasar.Bkm:
    """Fill an empty database with the sample BKM. Raises TidakBoleh, SudahBerisi."""
    if not settings.GUYUB_CONTOH_BOLEH:
        raise TidakBoleh
    if berisi := find_berisi():
        raise SudahBerisi(", ".join(berisi))
    ensure_katalog()
    bkm = dasar.Bkm(hari_ini=waktu.hari_ini())
    with transaction.atomic():
        dasar.build(bkm, password)
    for nama in RUANG:
        if find_spec(f"cms.demo.{nama}"):
            with transaction.atomic():
                importlib.import_module(f"cms.demo.{nama}").build(bkm)
                settle_past(sebelum=waktu.awal_hari(bkm.hari_ini))
    return bkm


def find_berisi() -> list[str]:
    """Labels of the models that hold rows no migration made."""
    label = [m._meta.label_lower for m in _get_models() if m._base_manager.exists()]
    if Ketentuan.objects.exclude(dasar=Ketentuan.BAWAAN).exists():
        label.append("core.ketentuan")
    if Page.objects.filter(depth__gt=2).exists() or Page.objects.count() > 2:
        label.append("wagtailcore.page")
    return sorted(label)


def _get_models():
    nama = {app.rsplit(".", 1)[-1] for app in settings.RUANG}
    for model in apps.get_models():
        if model._meta.app_label in nama and model._meta.label_lower not in DIISI_MIGRASI:
            yield model


def get_password() -> str:
    """The sample's password: from the environment, else made once and kept in the data folder."""
    return os.environ.get("DEMO_PASSWORD") or read_or_make_kunci("sandi-contoh", 9)
