"""Whatever editors and time do, the stored pages are the ones Django would render now.

Random stories over a small site. After every step each address is asked of two wrappers (as two
processes hold them, each with its own map of the shared counter) and of Django itself.
"""

import io
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import signals
from django.core.files.base import ContentFile
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from cms.core import waktu
from cms.core.media.models import Gambar, Persetujuan
from cms.core.pagecache.bungkus import PageCache
from cms.core.pagecache.generasi import Generasi, get_generasi
from cms.core.setelan.models import SetelanBkm
from home.models import BerandaPage, BeritaIndexPage, BeritaPage, HalamanPage
from home.services import add_halaman, build_situs
from tests.core.test_pagecache import ask
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ALAMAT = [
    "/",
    "/berita/",
    "/berita/satu/",
    "/berita/dua/",
    "/sejarah/",
    "/tentang/sejarah/",
    "/lama/",
]
ALAMAT += ["/tentang/sejarah/"]


class Desa:
    """The site, and everything that can happen to it."""

    def __init__(self):
        self.saat = waktu.gabung(waktu.hari_ini(), waktu.time(9))
        self.berita = [_make_berita(nama) for nama in ("satu", "dua")]
        self.halaman = add_halaman(
            induk=BerandaPage.objects.get(), halaman=HalamanPage(title="Sejarah", slug="sejarah")
        )
        self.user = UserFactory()
        self.hitung = 0

    def name(self) -> str:
        self.hitung += 1
        return f"Judul ke-{self.hitung}"

    def publish(self, n):
        berita = BeritaPage.objects.get(pk=self.berita[n % 2].pk)
        berita.title = self.name()
        berita.save_revision().publish()

    def draft(self, n):
        berita = BeritaPage.objects.get(pk=self.berita[n % 2].pk)
        berita.title = f"RAHASIA {self.name()}"
        berita.save_revision()

    def unpublish(self, n):
        BeritaPage.objects.get(pk=self.berita[n % 2].pk).unpublish()

    def schedule(self, n):
        berita = BeritaPage.objects.get(pk=self.berita[n % 2].pk)
        berita.title, berita.go_live_at = self.name(), self.saat + timedelta(minutes=30)
        berita.save_revision().publish()

    def expire(self, n):
        berita = BeritaPage.objects.get(pk=self.berita[n % 2].pk)
        berita.expire_at = self.saat + timedelta(minutes=30)
        berita.save_revision().publish()

    def wait(self, n):
        self.saat += timedelta(minutes=(20, 45, 600)[n % 3])
        with _clock(self.saat):
            call_command("publish_scheduled", verbosity=0)

    def midnight(self, n):
        self.saat = waktu.awal_hari(waktu.ke_wib(self.saat).date() + timedelta(days=1))

    def move(self, n):
        slug = "tentang" if n % 2 else "beranda"
        tujuan = BerandaPage.objects.get()
        if slug == "tentang":
            tujuan = tujuan.get_children().get(slug="tentang")
        HalamanPage.objects.get(pk=self.halaman.pk).move(tujuan, pos="last-child")

    def redirect(self, n):
        if n % 2:
            Redirect.objects.all().delete()
        else:
            Redirect.add_redirect("/lama/", "/berita/", is_permanent=False)

    def replace_picture(self, n):
        gambar = Gambar.objects.get()
        gambar.renditions.all().delete()
        gambar.file = ContentFile(_draw(n), name="foto.png")
        gambar.description = self.name()
        gambar.save()

    def rename_bkm(self, n):
        setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
        setelan.nama = self.name()
        setelan.save()

    def restrict(self, n):
        if n % 2:
            PageViewRestriction.objects.all().delete()
        else:
            PageViewRestriction.objects.get_or_create(
                page=self.halaman, restriction_type=PageViewRestriction.LOGIN
            )

    def delete(self, n):
        if n % 5 == 0:
            BeritaPage.objects.get(pk=self.berita[1].pk).delete()
            self.berita[1] = _make_berita("dua")


LANGKAH = [n for n in vars(Desa) if not n.startswith("_") and n != "name"]


def _make_berita(slug: str) -> BeritaPage:
    berita = BeritaPage(title=f"Berita {slug}", slug=slug, gambar=Gambar.objects.get())
    return add_halaman(induk=BeritaIndexPage.objects.get(), halaman=berita)


def _draw(n: int) -> bytes:
    isi = io.BytesIO()
    Image.new("RGB", (80, 60), (n * 37 % 256, 90, 90)).save(isi, "PNG")
    return isi.getvalue()


@contextmanager
def _clock(saat):
    """The house's clock and Wagtail's stand at the same instant."""
    with waktu.pada(saat), pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.utils.timezone.now", lambda: saat)
        yield


def _look(app, alamat, **environ):
    return ask(
        app,
        alamat,
        SERVER_NAME="localhost",
        SERVER_PORT="80",
        HTTP_HOST="localhost",
        **{"wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), **environ},
    )


def _compare(desa: Desa, cache: list[PageCache], django, kuki: str) -> None:
    for alamat in ALAMAT:
        asli = _look(django, alamat)
        for satu in cache:
            jawab = _look(satu, alamat)
            assert jawab["status"] == asli["status"], alamat
            if alamat != "/usul/":
                assert jawab["body"] == asli["body"], alamat
            assert b"RAHASIA" not in jawab["body"]
            assert b"Akun saya" not in jawab["body"]
        milik_sendiri = _look(cache[0], alamat, HTTP_COOKIE=kuki)
        if milik_sendiri["status"].startswith("200") and alamat.endswith("/"):
            assert b"Akun saya" in milik_sendiri["body"], alamat


@pytest.fixture
def dua_proses(monkeypatch):
    """Two wrappers; the second reads the counter through a map of its own, as another process does."""
    django = WSGIHandler()
    for sinyal in (signals.request_started, signals.request_finished):
        monkeypatch.setattr(
            sinyal, "send", lambda *_a, **_k: []
        )  # they would close the test's database
    kedua = Generasi(Path(get_generasi()._file.name))
    return django, [PageCache(django), PageCache(django, kedua)]


def tell(cerita, dua_proses) -> None:
    """One story: build the site, then compare after every step; the database is put back."""
    django, cache = dua_proses
    with transaction.atomic(), TestCase.captureOnCommitCallbacks(execute=True):
        build_situs()
        Gambar.objects.create(
            title="Foto",
            description="Foto",
            file=ContentFile(_draw(1), name="foto.png"),
            persetujuan=Persetujuan.TANPA_ORANG,
        )
        desa = Desa()
    client = Client()
    client.force_login(desa.user)
    kuki = "; ".join(f"{n}={m.value}" for n, m in client.cookies.items())
    for nama, n in cerita:
        with _clock(desa.saat), TestCase.captureOnCommitCallbacks(execute=True):
            getattr(desa, nama)(n)
        with _clock(desa.saat):
            _compare(desa, cache, django, kuki)


langkah = st.tuples(st.sampled_from(LANGKAH), st.integers(0, 9))
aturan = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@given(cerita=st.lists(langkah, min_size=4, max_size=6))
@settings(max_examples=2, **aturan)
def test_never_a_stale_or_foreign_page(cerita, dua_proses):
    _tell_and_forget(cerita, dua_proses)


@pytest.mark.tahan
@given(cerita=st.lists(langkah, min_size=5, max_size=30))
@settings(max_examples=60, **aturan)
def test_never_a_stale_or_foreign_page_in_long_stories(cerita, dua_proses):
    _tell_and_forget(cerita, dua_proses)


@pytest.mark.parametrize("nama", LANGKAH)
def test_each_step_alone(nama, dua_proses):
    tell([(nama, 0), (nama, 1)], dua_proses)


class _Forget(Exception): ...


def _tell_and_forget(cerita, dua_proses) -> None:
    try:
        with transaction.atomic():
            tell(cerita, dua_proses)
            raise _Forget
    except _Forget:
        get_generasi().raise_now()
