"""The agenda and its events."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage
from cms.core.lembar import get_nomor
from cms.core.media.selectors import prefetch_gambar

from ..blocks import IsiHalamanBlock
from . import selectors
from .skema import build_skema_acara


class AgendaIndexPage(BasePage):
    """What comes next, and what has been."""

    template = "home/agenda/index.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types = ["home.AcaraPage"]

    class Meta:
        verbose_name = _("agenda")

    def get_context(self, request, *args, **kwargs):
        nomor = get_nomor(request)
        lewat = selectors.get_lembar_lewat(nomor)
        if nomor > 1 and not lewat.isi:
            raise Http404
        mendatang = selectors.list_mendatang() if nomor == 1 else []
        isi = super().get_context(request, *args, **kwargs)
        return isi | {"mendatang": mendatang, "lembar": lewat}


class AcaraPage(BasePage):
    """One event."""

    mulai = models.DateTimeField(_("begins"))
    selesai = models.DateTimeField(_("ends"), null=True, blank=True)
    tempat = models.CharField(_("where"), max_length=120, blank=True)
    penyelenggara = models.CharField(_("who holds it"), max_length=80, blank=True)
    untuk = models.CharField(_("for whom"), max_length=120, blank=True)
    batal = models.BooleanField(_("called off"), default=False)
    alasan_batal = models.CharField(_("why, and what now"), max_length=200, blank=True)
    isi = StreamField(IsiHalamanBlock(), verbose_name=_("text"), blank=True)

    template = "home/agenda/acara.html"
    parent_page_types = ["home.AgendaIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("mulai"), FieldPanel("selesai")]),
        MultiFieldPanel(
            [FieldPanel(n) for n in ("tempat", "penyelenggara", "untuk")], heading=_("Details")
        ),
        MultiFieldPanel(
            [FieldPanel(n) for n in ("batal", "alasan_batal")], heading=_("Called off")
        ),
        FieldPanel("isi"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("isi"),
        index.SearchField("tempat"),
    ]

    class Meta:
        verbose_name = _("event")
        indexes = [models.Index(fields=["mulai", "page_ptr"], name="acara_mulai_urut")]

    def clean(self):
        super().clean()
        if self.selesai and self.mulai and self.selesai < self.mulai:
            raise ValidationError({"selesai": _("An event cannot end before it begins.")})

    def get_context(self, request, *args, **kwargs):
        prefetch_gambar(self.isi)
        isi = super().get_context(request, *args, **kwargs)
        return isi | {"skema": build_skema_acara(self, request)}
