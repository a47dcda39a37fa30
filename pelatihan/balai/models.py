"""What is taken to a session in a hall without signal."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang

from ..kelas.models import Pertemuan
from ..kursus.models import Rilis


class Bawaan(models.Model):
    """One pack for one session: modules of a release (their keys) and prints of quizzes. Only added.

    Addresses of prepared pages carry its uuid, so a phone shows what it was prepared with, whatever
    came afterwards.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pertemuan = models.ForeignKey(
        Pertemuan, models.PROTECT, related_name="bawaan", verbose_name=_("session")
    )
    rilis = models.ForeignKey(Rilis, models.PROTECT, related_name="+", verbose_name=_("release"))
    modul = models.JSONField(default=list, editable=False)
    cetakan = models.JSONField(default=list, editable=False)
    dibuat_pada = models.DateTimeField(_("made"), default=sekarang, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = _("pack for a session")
        verbose_name_plural = _("packs for sessions")

    def __str__(self) -> str:
        return f"{self.pertemuan_id} {self.dibuat_pada:%Y-%m-%d}"
