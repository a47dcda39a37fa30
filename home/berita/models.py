"""What news is sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class KategoriBerita(models.Model):
    """A category of news, chosen by the editors."""

    nama = models.CharField(_("name"), max_length=40, unique=True)
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    urutan = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("nama"), FieldPanel("slug"), FieldPanel("urutan")]

    class Meta:
        ordering = ["urutan", "nama"]
        verbose_name = _("news category")
        verbose_name_plural = _("news categories")

    def __str__(self) -> str:
        return self.nama


class TandaBerita(TagBase):
    """A tag of news; its own table, so that picture tags do not mix in."""

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")


class BeritaBertanda(ItemBase):
    """Which item carries which tag. The index keeps the list of a tag flat."""

    tag = models.ForeignKey(TandaBerita, models.CASCADE, related_name="berita")
    content_object = ParentalKey(
        "home.BeritaPage", on_delete=models.CASCADE, related_name="bertanda"
    )

    class Meta:
        indexes = [models.Index(fields=["tag", "-content_object"], name="bertanda_tag")]
