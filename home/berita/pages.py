"""News: the index with its archive, categories and tags, and the item itself."""

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.core import tulisan
from cms.core.fields import StreamField
from cms.core.halaman.pages import BasePage
from cms.core.lembar import get_nomor
from cms.core.media.selectors import prefetch_gambar
from cms.core.waktu import sekarang

from ..bagi import get_gambar_bagi
from ..blocks import DaftarRalatBlock, IsiHalamanBlock
from . import selectors
from .models import KategoriBerita, TandaBerita
from .skema import build_skema_berita


class BeritaIndexPage(RoutablePageMixin, BasePage):
    """All news, newest first."""

    template = "home/berita/index.html"
    max_count = 1
    parent_page_types = ["home.BerandaPage"]
    subpage_types = ["home.BeritaPage"]

    class Meta:
        verbose_name = _("news index")

    def permissions_for_user(self, user):
        from ..redaksi.permissions import IzinIndeksBerita

        return IzinIndeksBerita(user, self)

    def route(self, request, path_components):
        """An item is fetched at once with its category and picture."""
        satu = len(path_components) == 1
        berita = selectors.find_berita(self, path_components[0]) if satu else None
        if berita is None:
            return super().route(request, path_components)
        berita._cached_parent_obj = self
        return RouteResult(berita)

    @path("")
    def semua(self, request):
        return self._render(request, selectors.get_lembar(get_nomor(request)))

    @path("kategori/<slug:slug>/")
    def kategori(self, request, slug):
        kategori = get_object_or_404(KategoriBerita, slug=slug)
        lembar = selectors.get_lembar(get_nomor(request), kategori)
        return self._render(request, lembar, judul=kategori.nama, kini=kategori.slug)

    @path("tanda/<slug:slug>/")
    def tanda(self, request, slug):
        tanda = get_object_or_404(TandaBerita, slug=slug)
        lembar = selectors.get_lembar_tanda(tanda, get_nomor(request))
        return self._render(request, lembar, judul=f"#{tanda.name}")

    @path("arsip/")
    def arsip(self, request):
        semua = selectors.list_tahun()
        return self._render_arsip(request, semua, semua[0] if semua else 0)

    @path("arsip/<int:tahun>/")
    def arsip_tahun(self, request, tahun):
        semua = selectors.list_tahun()
        if tahun not in semua:
            raise Http404
        return self._render_arsip(request, semua, tahun)

    @path("arsip/<int:tahun>/<int:bulan>/")
    def arsip_bulan(self, request, tahun, bulan):
        if not (1 <= bulan <= 12 and 2000 <= tahun <= 2200):
            raise Http404
        lembar = selectors.get_lembar_bulan(tahun, bulan, get_nomor(request))
        nama = f"{tulisan.BULAN[bulan - 1]} {tahun}"
        return self._render(request, lembar, judul=nama, arsip=tahun)

    def _render(self, request, lembar, **isi):
        if lembar.number > 1 and not lembar.isi:
            raise Http404
        isi = {"lembar": lembar, "kategori": KategoriBerita.objects.all(), **isi}
        return self.render(request, context_overrides=isi)

    def _render_arsip(self, request, semua, tahun):
        bulan = selectors.list_bulan(tahun) if tahun else []
        isi = {"semua_tahun": semua, "tahun": tahun, "bulan": bulan}
        return self.render(request, template="home/berita/arsip.html", context_overrides=isi)


class BeritaPage(BasePage):
    """One item of news."""

    class Segera(models.TextChoices):
        BIASA = "", _("Ordinary: reviewed before it is published")
        DUKA = "duka", _("Death notice")
        BAHAYA = "bahaya", _("Danger")
        JADWAL = "jadwal", _("Changed time or place")

    # Follows first_published_at in this table, so that lists stay flat at ten thousand items.
    terbit_pada = models.DateTimeField(null=True, editable=False)
    dikabarkan_pada = models.DateTimeField(null=True, editable=False)
    kategori = models.ForeignKey(
        KategoriBerita,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="berita",
        verbose_name=_("category"),
    )
    gambar = models.ForeignKey(
        "core.Gambar",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    penulis = models.CharField(_("written by"), max_length=80, blank=True)
    segera = models.CharField(
        _("urgent"), max_length=8, choices=Segera, default=Segera.BIASA, blank=True
    )
    isi = StreamField(IsiHalamanBlock(), verbose_name=_("text"), blank=True)
    ralat = StreamField(DaftarRalatBlock(), verbose_name=_("corrections"), blank=True)
    tags = ClusterTaggableManager(through="home.BeritaBertanda", blank=True, verbose_name=_("tags"))

    template = "home/berita/berita.html"
    parent_page_types = ["home.BeritaIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("gambar"),
        FieldPanel("isi"),
        MultiFieldPanel(
            [FieldPanel(n) for n in ("kategori", "tags", "penulis")], heading=_("About this item")
        ),
        FieldPanel("segera"),
        FieldPanel("ralat"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("isi")]

    class Meta:
        verbose_name = _("news item")
        indexes = [
            models.Index(fields=["-terbit_pada", "-page_ptr"], name="berita_terbit_urut"),
            models.Index(
                fields=["kategori", "-terbit_pada", "-page_ptr"], name="berita_kategori_urut"
            ),
        ]

    def permissions_for_user(self, user):
        from ..redaksi.permissions import IzinBerita

        return IzinBerita(user, self)

    def save(self, *args, **kwargs):
        self.terbit_pada = self.first_published_at
        return super().save(*args, **kwargs)

    @property
    def tanggal_tampil(self):
        """The date readers see; before publication the one they would see."""
        return self.terbit_pada or self.go_live_at or sekarang()

    def get_context(self, request, *args, **kwargs):
        isi = super().get_context(request, *args, **kwargs)
        prefetch_gambar(self.gambar, self.isi)
        gambar = get_gambar_bagi(self.gambar, request)
        tanda = list(self.tags.all())
        return isi | {
            "induk": self.get_parent(),
            "tanda": tanda,
            "terkait": selectors.list_terkait(self, tanda),
            "jenis_bagi": "article",
            "gambar_bagi": gambar,
            "skema": build_skema_berita(self, request, gambar),
        }
