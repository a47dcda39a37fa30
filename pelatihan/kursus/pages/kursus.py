"""The list of courses and a course."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.core.halaman.pages import BasePage

from .. import rules, services
from ..blocks import FITUR
from ..models import Kuis, Rilis
from ..selectors import count_langkah, get_isi, get_rilis_terbaru, list_jalur
from .dasar import BahanPage, TerbitMixin, list_kunci
from .pelajaran import BagianPage, PelajaranPage


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
        context["daftar_jalur"] = list_jalur()
        return context


def _tes(nama) -> models.ForeignKey:
    """A test is a quiz that belongs to no module."""
    return models.ForeignKey(
        Kuis, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=nama
    )


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
    syarat = ParentalManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="+",
        verbose_name=_("completed before"),
        help_text=_("Who wants to take this course has completed these."),
    )
    berurutan = models.BooleanField(
        _("one step after the other"),
        default=False,
        help_text=_("A lesson opens when the one before it is done."),
    )
    hadir_persen = models.PositiveSmallIntegerField(
        _("attendance in percent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Of the meetings of one's class, to complete the course; empty: not asked."),
    )
    tes_awal = _tes(_("test before the course"))
    tes_akhir = _tes(_("test after the course"))
    tes_lanjutan = _tes(_("test three months later"))
    wajib_tes_akhir = models.BooleanField(
        _("the test after the course must be passed"), default=False
    )

    parent_page_types = ["pelatihan.KursusIndexPage"]
    subpage_types = ["pelatihan.BagianPage"]
    template = "pelatihan/kursus.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("topik"),
        FieldPanel("jpl"),
        FieldPanel("sasaran"),
        FieldPanel("pengantar"),
        MultiFieldPanel(
            [
                FieldPanel("syarat", widget=forms.CheckboxSelectMultiple),
                FieldPanel("berurutan"),
                FieldPanel("hadir_persen"),
            ],
            heading=_("Rules"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("tes_awal"),
                FieldPanel("tes_akhir"),
                FieldPanel("wajib_tes_akhir"),
                FieldPanel("tes_lanjutan"),
            ],
            heading=_("Tests"),
        ),
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
            aturan=self._to_aturan(),
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
        aturan = services.build_aturan(self._to_aturan(), simpan=simpan)
        hasil = rules.compare_susunan(
            rilis.susunan if rilis else [],
            kini,
            lambda lama, baru: rules.is_kuis_sama(get_isi(lama["sidik"]), isi[baru["sidik"]]),
        )
        if rilis and (rilis.judul, rilis.jpl, rilis.aturan) != (self.title, self.jpl, aturan):
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

    def _to_aturan(self) -> services.BahanAturan:
        tes = {"awal": self.tes_awal, "akhir": self.tes_akhir, "lanjutan": self.tes_lanjutan}
        return services.BahanAturan(
            topik=self.topik,
            berurutan=self.berurutan,
            hadir_bp=self.hadir_persen * 100 if self.hadir_persen else None,
            syarat_kursus=list_kunci(self.syarat),
            tes={kapan: kuis for kapan, kuis in tes.items() if kuis},
            wajib_tes_akhir=self.wajib_tes_akhir,
        )

    def clean(self):
        super().clean()
        if self.pk and self in self.syarat.all():
            raise ValidationError({"syarat": _("A course cannot ask for itself.")})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["daftar_bagian"] = bagian = self.list_bagian()
        context["lengkap"] = all(pelajaran for _bagian, pelajaran in bagian)
        context["berbuku"] = any(pelajaran for _bagian, pelajaran in bagian)
        return context
