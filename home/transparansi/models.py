"""Reports and documents the BKM lays open."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet

from cms.core.waktu import hari_ini


class LaporanQuerySet(models.QuerySet):
    def terbit(self):
        """What the public may see today, newest first."""
        return self.filter(terbit_pada__lte=hari_ini()).order_by("-terbit_pada", "-pk")


@register_snippet
class Laporan(models.Model):
    """One report or document with its kind and the period it covers."""

    class Jenis(models.TextChoices):
        KEUANGAN = "keuangan", _("Monthly finances")
        TAHUNAN = "tahunan", _("Annual report")
        ANGGARAN = "anggaran", _("Budget and plan")
        PEMERIKSAAN = "pemeriksaan", _("Audit")
        BERITA_ACARA = "berita_acara", _("Minutes")
        ATURAN = "aturan", _("Rules of the BKM")
        LAIN = "lain", _("Other documents")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jenis = models.CharField(_("kind"), max_length=16, choices=Jenis)
    judul = models.CharField(_("title"), max_length=160)
    periode_dari = models.DateField(_("period from"), null=True, blank=True)
    periode_sampai = models.DateField(_("period until"), null=True, blank=True)
    dana_bergulir = models.BigIntegerField(
        _("revolving fund at the end of the period, in rupiah"),
        null=True,
        blank=True,
        help_text=_("As the report states it. The front page quotes the newest one."),
    )
    ringkasan = models.CharField(_("what it says in plain words"), max_length=300, blank=True)
    dokumen = models.ForeignKey(
        "core.Dokumen",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="laporan",
        verbose_name=_("document"),
    )
    terbit_pada = models.DateField(_("published on"), default=hari_ini)

    objects = LaporanQuerySet.as_manager()

    panels = [
        FieldPanel("judul"),
        FieldPanel("jenis"),
        FieldRowPanel([FieldPanel("periode_dari"), FieldPanel("periode_sampai")]),
        FieldPanel("dana_bergulir"),
        FieldPanel("ringkasan"),
        FieldPanel("dokumen"),
        FieldPanel("terbit_pada"),
    ]

    class Meta:
        ordering = ["-terbit_pada", "-pk"]
        verbose_name = _("public report")
        verbose_name_plural = _("public reports")
        indexes = [
            models.Index(fields=["-terbit_pada", "-id"], name="laporan_terbit"),
            models.Index(fields=["jenis", "-terbit_pada", "-id"], name="laporan_jenis"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(periode_dari__isnull=True)
                | models.Q(periode_sampai__isnull=True)
                | models.Q(periode_sampai__gte=models.F("periode_dari")),
                name="laporan_periode",
            ),
            models.CheckConstraint(
                condition=models.Q(dana_bergulir__isnull=True)
                | models.Q(periode_sampai__isnull=False),
                name="laporan_dana_bertanggal",
                violation_error_message=_("A sum needs the day it holds for: fill in the period."),
            ),
        ]

    def __str__(self) -> str:
        return self.judul
