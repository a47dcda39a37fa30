"""The front page."""

from django.utils.translation import gettext_lazy as _

from cms.core import waktu
from cms.core.halaman.pages import BasePage
from cms.core.setelan.models import SetelanBkm
from cms.core.situs import find_anak

from .selectors import get_muka
from .skema import build_skema_lembaga


class BerandaPage(BasePage):
    """What is new, where our money is, what we decided, how far the goat rolled, what to learn."""

    template = "home/beranda/beranda.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("front page")

    def route(self, request, path_components):
        """The sections right below are remembered; everything else is asked for."""
        anak = find_anak(self, path_components[0]) if path_components else None
        if anak is None:
            return super().route(request, path_components)
        return anak.route(request, path_components[1:])

    def get_context(self, request, *args, **kwargs):
        isi = super().get_context(request, *args, **kwargs)
        skema = build_skema_lembaga(SetelanBkm.for_request(request), self.full_url)
        return isi | {"muka": get_muka(), "hari_ini": waktu.hari_ini(), "skema": skema}
