"""The site's map for search engines, flat at ten thousand pages."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from wagtail.models import Page, Site

from cms.core.halaman.selectors import filter_publik
from musyawarah.rembug.selectors import get_peta_keputusan


class HalamanSitemap(Sitemap):
    """Every public page below the site's front page."""

    limit = 1000

    def get_domain(self, site=None):
        alamat = Site.objects.get(is_default_site=True).root_url
        self._skema, _pemisah, domain = alamat.partition("://")
        return domain

    def get_protocol(self, protocol=None):
        return self._skema if hasattr(self, "_skema") else super().get_protocol(protocol)

    def items(self):
        akar = Site.objects.select_related("root_page").get(is_default_site=True).root_page
        kolom = ("id", "path", "depth", "url_path", "last_published_at", "content_type_id")
        return (
            filter_publik(Page.objects.descendant_of(akar, inclusive=True))
            .only(*kolom)
            .order_by("path")
        )

    def location(self, halaman: Page):
        return halaman.url

    def get_latest_lastmod(self):
        """One look, where Django would read every page."""
        return Page.objects.live().aggregate(saat=Max("last_published_at"))["saat"]

    def lastmod(self, halaman: Page):
        return halaman.last_published_at


class KeputusanSitemap(HalamanSitemap):
    """Every ratified decision; a row, not a page, at an address of its own."""

    def items(self):
        return get_peta_keputusan()

    def location(self, keputusan):
        return keputusan.get_absolute_url()

    def get_latest_lastmod(self):
        """One look, where Django would read every page."""
        return Page.objects.live().aggregate(saat=Max("last_published_at"))["saat"]

    def lastmod(self, keputusan):
        return keputusan.disahkan_pada


SITEMAPS = {"halaman": HalamanSitemap, "keputusan": KeputusanSitemap}
