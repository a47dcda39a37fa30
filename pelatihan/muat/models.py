"""What the loader wrote last, so that it can tell an edited page from an untouched one."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


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


class Impor(models.Model):
    """A file of questions that somebody has looked at: the questions as read, taken in or not yet."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    berkas = models.CharField(_("file"), max_length=160)
    bank = models.CharField(_("bank of questions"), max_length=40, blank=True)
    soal = models.JSONField(editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dimasukkan_pada = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-dibuat_pada"]
        verbose_name = _("file of questions")
        verbose_name_plural = _("files of questions")

    def __str__(self) -> str:
        return self.berkas
