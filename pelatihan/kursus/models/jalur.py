"""Learning paths."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from .kuis import Status


class Jalur(ClusterableModel):
    """A learning path: courses and modules in the order in which somebody with a task needs them."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    judul = models.CharField(_("title"), max_length=120, unique=True)
    untuk_siapa = models.CharField(_("for whom"), max_length=200, blank=True)
    pengantar = models.TextField(_("introduction"), blank=True)
    urutan = models.PositiveSmallIntegerField(_("order"), default=10)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAF)

    class Meta:
        ordering = ["urutan", "judul"]
        verbose_name = _("learning path")
        verbose_name_plural = _("learning paths")

    def __str__(self) -> str:
        return self.judul


class JalurLangkah(models.Model):
    """One course or module on a path."""

    jalur = ParentalKey(Jalur, on_delete=models.CASCADE, related_name="langkah")
    halaman = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("course or module")
    )
    urutan = models.PositiveSmallIntegerField(_("order"), default=0)
    sort_order_field = "urutan"

    class Meta:
        ordering = ["jalur_id", "urutan"]
        verbose_name = _("step of a learning path")
        verbose_name_plural = _("steps of a learning path")
        constraints = [
            models.UniqueConstraint(fields=["jalur", "halaman"], name="jalur_halaman_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.urutan}"
