"""Building the tree of a site: what `manage.py pasang` does, as often as one likes."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from cms.core import waktu
from cms.core.halaman.daftar import get_halaman_awal

from ..beranda.pages import BerandaPage
from ..redaksi.pasang import build_redaksi

BERANDA = "beranda"


@transaction.atomic
def build_situs(*, actor=None) -> BerandaPage:
    """The front page, every room's index page and the site's address; leaves alone what is there."""
    beranda = BerandaPage.objects.first() or _create_beranda(actor)
    _point_site(beranda)
    ada = set(beranda.get_children().values_list("slug", flat=True))
    for awal in get_halaman_awal():
        if awal.slug not in ada:
            halaman = awal.buat(title=awal.judul, slug=awal.slug)
            halaman.show_in_menus = awal.di_menu
            add_halaman(induk=beranda, halaman=halaman, actor=actor)
    build_redaksi(beranda)
    return beranda


@transaction.atomic
def add_halaman(*, induk: Page, halaman: Page, actor=None) -> Page:
    """Put a finished page below another and publish it as of the house's clock, with a revision."""
    kini = waktu.sekarang()
    halaman.owner, halaman.live = actor, True
    halaman.first_published_at = halaman.last_published_at = kini
    induk.add_child(instance=halaman)
    revisi = halaman.save_revision(user=actor, changed=False, clean=False)
    type(revisi).objects.filter(pk=revisi.pk).update(created_at=kini)
    Page.objects.filter(pk=halaman.pk).update(live_revision=revisi, latest_revision_created_at=kini)
    return halaman


def _create_beranda(actor) -> BerandaPage:
    akar = Page.get_first_root_node()
    return add_halaman(induk=akar, halaman=BerandaPage(title="Beranda", slug=BERANDA), actor=actor)


def _point_site(beranda: BerandaPage) -> None:
    """Wagtail's default site shows our tree at our address; its welcome page goes."""
    alamat = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    lama = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = beranda, site.site_name or "Guyub"
    site.hostname = alamat.hostname or "localhost"
    site.port = alamat.port or (443 if alamat.scheme == "https" else 80)
    site.save()
    if lama and lama.pk != beranda.pk and lama.specific_class is Page and lama.is_leaf():
        lama.delete()
