"""Plain pages, and those with a task of their own: about us, approach, services, contact."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage
from cms.core.media.selectors import prefetch_gambar

from ..blocks import DaftarLayananBlock, IsiHalamanBlock
from . import selectors

TEMPLAT = "home/halaman/halaman.html"


class TeksPage(BasePage):
    """A page with a body of blocks."""

    isi = StreamField(IsiHalamanBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("isi")]
    search_fields = [*BasePage.search_fields, index.SearchField("isi")]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        prefetch_gambar(self.isi)
        return super().get_context(request, *args, **kwargs)


class HalamanPage(TeksPage):
    """A page that an editor may put anywhere."""

    template = TEMPLAT

    class Meta:
        verbose_name = _("page")


class TentangPage(TeksPage):
    """Who we are: the text, and the offices held today."""

    template = "home/halaman/tentang.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types = ["home.HalamanPage"]

    class Meta:
        verbose_name = _("about page")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"unit": selectors.list_unit()}


class NekKananePage(TeksPage):
    """The approach whose meaning the BKM writes itself."""

    template = TEMPLAT
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page on the nek kanane approach")


class LayananPage(TeksPage):
    """What the BKM does for people, and how to get it."""

    layanan = StreamField(DaftarLayananBlock(), verbose_name=_("services"), blank=True)

    template = "home/halaman/layanan.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types = ["home.HalamanPage"]
    content_panels = [*TeksPage.content_panels, FieldPanel("layanan")]
    search_fields = [*TeksPage.search_fields, index.SearchField("layanan")]

    class Meta:
        verbose_name = _("services page")


class KontakPage(TeksPage):
    """Where and when to find us; the address itself stands in the settings."""

    template = "home/halaman/kontak.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("contact page")
