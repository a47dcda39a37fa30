"""What the loader wrote last, so that it can tell an edited page from an untouched one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Muatan(models.Model):
    """One course file and what it became.

    `sidik_berkas` is the digest of the file, `sidik_isi` of the object right after loading: when the
    object's digest is another one today, a person has edited it and the loader leaves it alone.
    """

    berkas = models.CharField(max_length=160, unique=True)
    objek_kunci = models.UUIDField()
    sidik_berkas = models.CharField(max_length=64)
    sidik_isi = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")

    def __str__(self) -> str:
        return self.berkas
