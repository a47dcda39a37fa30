"""Every limit, rate and threshold of the domain: a value from a date, with the decision behind it."""

import uuid

from django.db import models

from ..waktu import sekarang


class Ketentuan(models.Model):
    """One value of one setting from `berlaku_dari` on. Append-only; the newest row of a date wins."""

    BAWAAN = "bawaan"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.CharField(max_length=80)
    nilai = models.JSONField()
    berlaku_dari = models.DateField()
    dasar = models.CharField(max_length=200, default=BAWAAN)
    dicatat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["kode", "-berlaku_dari", "-id"]
        indexes = [models.Index(fields=["kode", "-berlaku_dari", "-id"], name="ketentuan_kode")]

    def __str__(self) -> str:
        return f"{self.kode} = {self.nilai}"
