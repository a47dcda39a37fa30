"""Counters behind human numbers: one row per series, locked while a number is taken."""

from django.db import models


class Penomoran(models.Model):
    """The last number given in a series such as "keputusan:2026"."""

    seri = models.CharField(max_length=60, unique=True)
    terakhir = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.seri} {self.terakhir}"
