"""Writes that a bad connection may repeat: the answer once given is given again."""

from django.db import models

from ..waktu import sekarang


class Kiriman(models.Model):
    """One client's write, known by actor, operation and the client's own UUID."""

    pelaku = models.CharField(max_length=80)
    operasi = models.CharField(max_length=80)
    kunci = models.UUIDField()
    isi_hash = models.CharField(max_length=64)
    jawaban = models.JSONField(default=dict)
    saat = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pelaku", "operasi", "kunci"], name="kiriman_unik")
        ]

    def __str__(self) -> str:
        return f"{self.operasi} {self.kunci}"
