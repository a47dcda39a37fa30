"""Who did what to which record; append-only, without personal data."""

import uuid

from django.conf import settings
from django.db import models

from ..waktu import sekarang


class Jejak(models.Model):
    """One act. `sebelum` and `sesudah` hold only what changed, never names, phones or amounts of a person."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    saat = models.DateTimeField(default=sekarang, editable=False)
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    tindakan = models.CharField(max_length=60, editable=False)
    objek_jenis = models.CharField(max_length=80, editable=False)
    objek_uuid = models.UUIDField(editable=False)
    sebelum = models.JSONField(default=dict, editable=False)
    sesudah = models.JSONField(default=dict, editable=False)
    permintaan = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["objek_uuid", "-id"], name="jejak_objek")]

    def __str__(self) -> str:
        return f"{self.tindakan} {self.objek_jenis}"
