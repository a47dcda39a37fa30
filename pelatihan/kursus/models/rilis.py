"""The releases that freeze a course."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


class IsiRilis(models.Model):
    """Released content stored once by its digest: a lesson's text or a quiz with its questions."""

    sidik = models.CharField(max_length=64, unique=True, editable=False)
    isi = models.JSONField(editable=False)

    class Meta:
        verbose_name = _("released content")
        verbose_name_plural = _("released contents")

    def __str__(self) -> str:
        return self.sidik[:12]


class Rilis(models.Model):
    """A course as it was published: order, rules, hours and content, never changed afterwards.

    It keeps the `kunci` of pages and questions as plain values, so it outlives them. The shapes of
    `susunan` (modules, lessons, quizzes) and `aturan` (rules of the whole course) stand in alur.py.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(editable=False)
    nomor = models.PositiveIntegerField(_("number"), editable=False)
    judul = models.CharField(_("course"), max_length=255, editable=False)
    jpl = models.PositiveSmallIntegerField(_("training hours (JPL)"), editable=False)
    susunan = models.JSONField(editable=False)
    aturan = models.JSONField(default=dict, editable=False)
    sidik = models.CharField(max_length=64, editable=False)
    dibuat_pada = models.DateTimeField(_("released"), default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["kursus_kunci", "-nomor"]
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints = [
            models.UniqueConstraint(fields=["kursus_kunci", "nomor"], name="rilis_nomor_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.judul} ({self.nomor})"
