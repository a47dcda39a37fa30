"""Our money: figures of the books and every published document."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage
from cms.core.lembar import get_nomor

from ..blocks import IsiHalamanBlock
from . import selectors
from .models import Laporan


class TransparansiPage(RoutablePageMixin, BasePage):
    """Reports and documents with their period and kind; figures join from the books."""

    isi = StreamField(IsiHalamanBlock(), verbose_name=_("text"), blank=True)

    template = "home/transparansi/index.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types = ["home.HalamanPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("isi")]
    search_fields = [*BasePage.search_fields, index.SearchField("isi")]

    class Meta:
        verbose_name = _("transparency page")

    @path("")
    def semua(self, request):
        return self._render(request, "")

    @path("jenis/<slug:jenis>/")
    def jenis(self, request, jenis):
        if jenis not in Laporan.Jenis.values:
            raise Http404
        return self._render(request, jenis)

    def _render(self, request, jenis: str):
        lembar = selectors.get_lembar(get_nomor(request), jenis)
        if lembar.number > 1 and not lembar.isi:
            raise Http404
        isi = {"lembar": lembar, "jenis": Laporan.Jenis.choices, "kini": jenis}
        isi["kita"] = None if jenis else selectors.get_uang()
        return self.render(request, context_overrides=isi)
