"""Counters for everything that is slowed down: sign-in, public forms, code entry."""

from django.db import models


class Batas(models.Model):
    """How often one thing happened in one window; the key is a digest and names nobody."""

    kunci = models.CharField(max_length=64)
    jendela = models.DateTimeField()
    jumlah = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kunci", "jendela"], name="batas_unik")]
        indexes = [models.Index(fields=["jendela"], name="batas_jendela")]

    def __str__(self) -> str:
        return f"{self.kunci[:8]} {self.jumlah}"
