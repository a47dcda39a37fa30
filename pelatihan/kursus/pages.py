"""Course pages: an index, courses, their modules and lessons."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.accounts import peran
from cms.accounts.selectors import has_peran
from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage

from . import rules, services
from .blocks import FITUR, PelajaranBlock
from .models import Kuis, Rilis, Status
from .selectors import count_langkah, get_isi, get_rilis_terbaru

_ditunda: ContextVar[bool] = ContextVar("rilis_ditunda", default=False)


@contextmanager
def defer_rilis() -> Iterator[None]:
    """While many pages of a course are published at once, release it once, at the end, by hand."""
    token = _ditunda.set(True)
    try:
        yield
    finally:
        _ditunda.reset(token)


class TerbitMixin:
    """The first publishing of a course with content makes its first release; later ones are made by hand.

    What is published then shows to readers at once, and as a change not yet released in the office.
    """

    @transaction.atomic
    def publish(self, revision, user=None, **kwargs):
        hasil = super().publish(revision, user=user, **kwargs)  # type: ignore[misc]
        kursus = self.get_kursus()
        if kursus and kursus.live and not _ditunda.get():
            kursus.release_first(actor=user)
        return hasil

    def get_kursus(self) -> "KursusPage | None":
        """The course this page belongs to, fresh from the database."""
        leluhur = self.get_ancestors(inclusive=True)  # type: ignore[attr-defined]
        return KursusPage.objects.filter(pk__in=leluhur.values("pk")).first()


class BahanPage(BasePage):
    """What courses and lessons have in common: where their facts come from."""

    sumber = models.TextField(_("sources"), blank=True, help_text=_("One per line."))
    per_tanggal = models.DateField(_("as of"), null=True, blank=True)
    tinjau_pada = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("From this day on the office reminds you to check law, fees and figures."),
    )

    class Meta:
        abstract = True

    @property
    def daftar_sumber(self) -> list[str]:
        return [satu.strip() for satu in self.sumber.splitlines() if satu.strip()]


class KursusIndexPage(BasePage):
    """All courses."""

    pengantar = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    max_count = 1
    subpage_types = ["pelatihan.KursusPage"]
    template = "pelatihan/kursus_index.html"
    content_panels = [*BasePage.content_panels, FieldPanel("pengantar")]
    search_fields = [*BasePage.search_fields, index.SearchField("pengantar")]

    class Meta:
        verbose_name = _("list of courses")
        verbose_name_plural = _("lists of courses")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["daftar_kursus"] = KursusPage.objects.child_of(self).live().order_by("path")
        return context


class KursusPage(TerbitMixin, BahanPage):
    """A course: modules beneath it, lessons beneath these."""

    jpl = models.PositiveSmallIntegerField(
        _("training hours (JPL)"), default=0, help_text=_("One JPL is 45 minutes.")
    )
    topik = models.CharField(
        _("topic"), max_length=80, help_text=_("Stands in the training record of who completes it.")
    )
    sasaran = models.CharField(_("for whom"), max_length=200, blank=True)
    pengantar = RichTextField(_("introduction"), blank=True, features=FITUR)

    parent_page_types = ["pelatihan.KursusIndexPage"]
    subpage_types = ["pelatihan.BagianPage"]
    template = "pelatihan/kursus.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("topik"),
        FieldPanel("jpl"),
        FieldPanel("sasaran"),
        FieldPanel("pengantar"),
        FieldPanel("sumber"),
        FieldPanel("per_tanggal"),
        FieldPanel("tinjau_pada"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("pengantar")]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def route(self, request, path_components):
        """Straight to a module or lesson: one query where Wagtail walks the tree with two a level."""
        model = {1: BagianPage, 2: PelajaranPage}.get(len(path_components))
        if model is None:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = model.objects.live().descendant_of(self).filter(url_path=url_path).first()
        if page is None:
            raise Http404
        return page.route(request, [])

    def list_bagian(self) -> list[tuple["BagianPage", list["PelajaranPage"]]]:
        """Live modules with their live lessons, in order, in two queries."""
        pelajaran: dict[str, list[PelajaranPage]] = {}
        for satu in PelajaranPage.objects.descendant_of(self).live().order_by("path"):
            pelajaran.setdefault(satu.path[: -self.steplen], []).append(satu)
        bagian = BagianPage.objects.child_of(self).live().select_related("kuis").order_by("path")
        return [(satu, pelajaran.get(satu.path, [])) for satu in bagian]

    def release(self, *, actor=None) -> Rilis:
        """Freeze the course as it stands now."""
        return services.release_kursus(
            kursus_kunci=self.kunci,
            judul=self.title,
            jpl=self.jpl,
            bagian=self._list_bahan(),
            actor=actor,
        )

    def release_first(self, *, actor=None) -> None:
        """Release while no release holds anything to learn."""
        rilis = get_rilis_terbaru(self.kunci)
        if rilis is None or not count_langkah(rilis):
            self.release(actor=actor)

    def list_perubahan(self) -> list[dict]:
        """What the next release would change against the last; see rules.compare_susunan."""
        rilis = get_rilis_terbaru(self.kunci)
        isi: dict[str, dict] = {}

        def simpan(satu: dict) -> str:
            sidik = rules.hash_isi(satu)
            isi[sidik] = satu
            return sidik

        kini = services.build_susunan(self._list_bahan(), simpan=simpan)
        hasil = rules.compare_susunan(
            rilis.susunan if rilis else [],
            kini,
            lambda lama, baru: rules.is_kuis_sama(get_isi(lama["sidik"]), isi[baru["sidik"]]),
        )
        if rilis and (rilis.judul, rilis.jpl) != (self.title, self.jpl):
            isi_kursus = {"jenis": "kursus", "kunci": str(self.kunci), "judul": self.title}
            hasil.insert(0, {**isi_kursus, "ubah": "berubah"})
        return hasil

    def _list_bahan(self) -> list[services.BahanBagian]:
        return [
            services.BahanBagian(
                kunci=satu.kunci,
                judul=satu.title,
                kuis=satu.kuis,
                pelajaran=[p.to_bahan() for p in pelajaran],
            )
            for satu, pelajaran in self.list_bagian()
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["daftar_bagian"] = bagian = self.list_bagian()
        context["lengkap"] = all(pelajaran for _bagian, pelajaran in bagian)
        return context


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


class PelajaranPage(TerbitMixin, BahanPage):
    """A lesson, readable by anybody; who is enrolled marks it as understood under /belajar/."""

    menit = models.PositiveSmallIntegerField(_("minutes to read"), default=10)
    isi = StreamField(PelajaranBlock(), verbose_name=_("lesson"), blank=True)

    parent_page_types = ["pelatihan.BagianPage"]
    subpage_types: list[str] = []
    template = "pelatihan/pelajaran.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("menit"),
        FieldPanel("isi"),
        FieldPanel("sumber"),
        FieldPanel("per_tanggal"),
        FieldPanel("tinjau_pada"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("isi")]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def to_bahan(self) -> services.BahanPelajaran:
        isi = self.isi.get_prep_value()
        return services.BahanPelajaran(self.kunci, self.title, self.menit, isi)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        saudara = list(PelajaranPage.objects.sibling_of(self).live().order_by("path"))
        urutan = next((n for n, s in enumerate(saudara) if s.pk == self.pk), 0)
        context["nomor"], context["banyak"] = urutan + 1, max(len(saudara), 1)
        context["berikutnya"] = saudara[urutan + 1] if urutan + 1 < len(saudara) else None
        context["tampak_catatan"] = has_peran(request.user, peran.FASILITATOR)
        return context
