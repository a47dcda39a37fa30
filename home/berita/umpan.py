"""News as RSS 2.0."""

from django.contrib.syndication.views import Feed
from django.utils.translation import gettext as _

from cms.core.setelan.models import SetelanBkm

from ..bagi import get_alamat_penuh
from .selectors import BarisBerita, list_terbaru

BANYAK = 20


class BeritaFeed(Feed):
    """The newest items with their summaries."""

    link = "/berita/"
    language = "id"

    def get_object(self, request):
        return SetelanBkm.for_request(request)

    def title(self, setelan):
        return _("News of %(nama)s") % {"nama": setelan.nama}

    def description(self, setelan):
        return setelan.semboyan

    def feed_url(self, setelan):
        return get_alamat_penuh("/berita/rss.xml", setelan.site)

    def items(self, setelan):
        return list_terbaru(BANYAK)

    def item_title(self, item: BarisBerita):
        return item.judul

    def item_description(self, item: BarisBerita):
        return item.ringkasan

    def item_link(self, item: BarisBerita):
        return item.url

    def item_pubdate(self, item: BarisBerita):
        return item.terbit_pada

    def item_categories(self, item: BarisBerita):
        return [item.kategori] if item.kategori else []
