"""Modules and their lessons."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage

from .. import services
from ..blocks import FITUR, PelajaranBlock
from ..models import Cara, Kuis, Status, Tugas
from .dasar import BahanPage, TerbitMixin, list_kunci


class BagianPage(TerbitMixin, BasePage):
    """A module: some lessons and perhaps a quiz."""

    jpl = models.PositiveSmallIntegerField(_("training hours (JPL)"), default=0)
    tujuan = models.TextField(_("aims"), blank=True, help_text=_("One per line."))
    pengantar = RichTextField(_("introduction"), blank=True, features=FITUR)
    kuis = models.ForeignKey(
        Kuis,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bagian",
        verbose_name=_("quiz"),
        help_text=_("Comes after the lessons of this module."),
    )

    parent_page_types = ["pelatihan.KursusPage"]
    subpage_types = ["pelatihan.PelajaranPage"]
    template = "pelatihan/bagian.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("jpl"),
        FieldPanel("tujuan"),
        FieldPanel("pengantar"),
        FieldPanel("kuis"),
    ]

    class Meta:
        verbose_name = _("module of a course")
        verbose_name_plural = _("modules of courses")

    @property
    def daftar_tujuan(self) -> list[str]:
        return [satu.strip() for satu in self.tujuan.splitlines() if satu.strip()]

    @property
    def kuis_terbit(self) -> Kuis | None:
        return self.kuis if self.kuis and self.kuis.status == Status.TERBIT else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["daftar_pelajaran"] = PelajaranPage.objects.child_of(self).live().order_by("path")
        return context


class PelajaranForm(WagtailAdminPageForm):
    """Only lessons of the same course can be asked for."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kursus = self.parent_page.get_parent()
        lain = PelajaranPage.objects.descendant_of(kursus).exclude(pk=self.instance.pk)
        self.fields["syarat"].queryset = lain.order_by("path")


class PelajaranPage(TerbitMixin, BahanPage):
    """A lesson, readable by anybody; who is enrolled marks it as understood under /belajar/."""

    menit = models.PositiveSmallIntegerField(_("minutes to read"), default=10)
    isi = StreamField(PelajaranBlock(), verbose_name=_("lesson"), blank=True)
    cara = models.CharField(_("is done when"), max_length=10, choices=Cara, default=Cara.BACA)
    kuis = models.ForeignKey(
        Kuis,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pelajaran",
        verbose_name=_("quiz of this lesson"),
    )
    tugas = models.ForeignKey(
        Tugas,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pelajaran",
        verbose_name=_("assignment of this lesson"),
    )
    syarat = ParentalManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="+",
        verbose_name=_("lessons before this one"),
        help_text=_("This lesson opens when they are done. Only lessons further up count."),
    )

    base_form_class = PelajaranForm
    parent_page_types = ["pelatihan.BagianPage"]
    subpage_types: list[str] = []
    template = "pelatihan/pelajaran.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("menit"),
        FieldPanel("isi"),
        MultiFieldPanel(
            [
                FieldPanel("cara"),
                FieldPanel("kuis"),
                FieldPanel("tugas"),
                FieldPanel("syarat", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Rules"),
        ),
        FieldPanel("sumber"),
        FieldPanel("per_tanggal"),
        FieldPanel("tinjau_pada"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("isi")]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def to_bahan(self) -> services.BahanPelajaran:
        return services.BahanPelajaran(
            self.kunci,
            self.title,
            self.menit,
            self.isi.get_prep_value(),
            cara=self.cara,
            kuis=self.kuis,
            syarat=list_kunci(self.syarat),
            tugas=self.tugas if self.cara == Cara.TUGAS else None,
        )

    def clean(self):
        super().clean()
        if self.cara == Cara.KUIS and self.kuis is None:
            raise ValidationError({"kuis": _("Choose the quiz that completes this lesson.")})
        if self.cara == Cara.TUGAS and self.tugas is None:
            raise ValidationError({"tugas": _("Choose the assignment that completes this lesson.")})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        saudara = list(PelajaranPage.objects.sibling_of(self).live().order_by("path"))
        urutan = next((n for n, s in enumerate(saudara) if s.pk == self.pk), 0)
        context["nomor"], context["banyak"] = urutan + 1, max(len(saudara), 1)
        context["berikutnya"] = saudara[urutan + 1] if urutan + 1 < len(saudara) else None
        context["tampak_catatan"] = has_peran(request.user, peran.FASILITATOR)
        return context
