"""Personal links: somebody without an account reads one page, as long as the link holds."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import hari_ini, sekarang


class TautanPribadiQuerySet(models.QuerySet):
    def terbuka(self):
        """Those that nobody has withdrawn, whether their time is over or not."""
        return self.filter(dicabut_pada__isnull=True)

    def berlaku(self):
        """Those that open today: not withdrawn, in time, and the person's entry has not ended."""
        sampai = models.Q(berlaku_sampai__isnull=True) | models.Q(berlaku_sampai__gte=hari_ini())
        return self.terbuka().filter(sampai, anggota__berakhir_pada__isnull=True)


class TautanPribadi(models.Model):
    """The link of one person; a newer one ends it. The link itself is kept only as a digest."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anggota = models.ForeignKey(
        "komunitas.Anggota",
        models.PROTECT,
        related_name="tautan_pribadi",
        verbose_name=_("person"),
    )
    sebutan = models.CharField(_("office"), max_length=60, default="Kepala Desa")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    berlaku_sampai = models.DateField(_("valid until"), null=True, blank=True)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("made by"),
    )
    dibuat_pada = models.DateTimeField(_("made on"), default=sekarang, editable=False)
    dicabut_pada = models.DateTimeField(_("withdrawn on"), null=True, editable=False)

    objects = TautanPribadiQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")
        constraints = [
            models.UniqueConstraint(
                fields=["anggota"],
                condition=models.Q(dicabut_pada__isnull=True),
                name="tautan_satu_terbuka",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sebutan}, {self.anggota}"

    def is_lewat(self, hari: date) -> bool:
        """Whether its last day is over."""
        return self.berlaku_sampai is not None and self.berlaku_sampai < hari
