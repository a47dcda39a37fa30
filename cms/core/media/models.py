"""Public pictures and documents. Private files are never here: see `cms.core.berkas`."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from ..unggahan import get_jenis


class Persetujuan(models.TextChoices):
    TANPA_ORANG = "tanpa_orang", _("No person can be recognised")
    SETUJU = "setuju", _("The people in the photo agree")
    BELUM = "belum", _("Not asked yet")


class Gambar(AbstractImage):
    """A public picture: what it shows, whose it is, and whether the people on it agree."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kredit = models.CharField(_("photographer or source"), max_length=120, blank=True)
    persetujuan = models.CharField(
        _("Do the people in the photo agree?"),
        max_length=20,
        choices=Persetujuan,
        default=Persetujuan.BELUM,
    )
    wajah_anak = models.BooleanField(_("A child's face can be seen"), default=False)
    persetujuan_wali = models.CharField(
        _("Who agreed for the child, and when"), max_length=200, blank=True
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "kredit",
        "persetujuan",
        "wajah_anak",
        "persetujuan_wali",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Rendisi(AbstractRendition):
    """A resized copy of a picture, made on demand by Wagtail."""

    image = models.ForeignKey(Gambar, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendisi_unik"
            )
        ]


class Dokumen(AbstractDocument):
    """A public document, reached by its uuid."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def content_type(self) -> str:
        """By our own list: what the machine's list says differs from machine to machine."""
        return get_jenis(self.filename)

    @property
    def url(self) -> str:
        return reverse("serve_dokumen", args=[self.uuid, self.filename])
