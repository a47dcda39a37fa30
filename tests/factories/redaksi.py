"""A site with its rules, news and people for tests of editing."""

from home.models import BeritaIndexPage, BeritaPage
from home.services import build_situs


def make_berita(judul="Kerja bakti Minggu pagi", *, owner=None, **isian) -> BeritaPage:
    """A draft below the news index, as an editor leaves it."""
    build_situs()
    induk = BeritaIndexPage.objects.get()
    berita = BeritaPage(title=judul, live=False, owner=owner, ringkasan="Bawa cangkul.", **isian)
    induk.add_child(instance=berita)
    berita.save_revision(user=owner)
    return berita


def submit(berita: BeritaPage, editor):
    """Send the draft for review."""
    return berita.get_workflow().start(berita, editor)
