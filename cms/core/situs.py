"""The one site of this installation, remembered until something public changes.

Wagtail asks for the site, its root and the page below the root anew at every request; here they change
a few times a year. Whoever gets one of these objects gets a copy: pages carry notes of their request.
"""

from copy import copy

from django.db import connection
from wagtail.models import Page, Site

from .pagecache.ingat import per_generasi

ANAK_TERBANYAK = 200


class SitusMiddleware:
    """Hands Wagtail the site where there is only one; with several it asks for itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not connection.in_atomic_block and (situs := _get_situs_tunggal()):
            request._wagtail_site = _copy_situs(situs)
        return self.get_response(request)


@per_generasi
def _get_situs_tunggal() -> Site | None:
    semua = list(Site.objects.select_related("root_page")[:2])
    if len(semua) != 1 or not semua[0].is_default_site:
        return None
    semua[0].root_page = semua[0].root_page.specific
    return semua[0]


def _copy_situs(situs: Site) -> Site:
    salinan = copy(situs)
    salinan.root_page = copy(situs.root_page)
    return salinan


def find_anak(induk: Page, slug: str) -> Page | None:
    """The specific page with this slug right below `induk`, if it is remembered."""
    if connection.in_atomic_block:
        return None
    anak = _list_anak(induk.path, induk.depth).get(slug)
    if anak is None:
        return None
    salinan = copy(anak)
    salinan._cached_parent_obj = induk
    return salinan


@per_generasi
def _list_anak(path: str, depth: int) -> dict[str, Page]:
    anak = Page.objects.filter(path__startswith=path, depth=depth + 1).order_by("path")
    return {satu.slug: satu for satu in anak.specific()[:ANAK_TERBANYAK]}
