"""Booklets that are built, one row each; the files lie among the private ones."""

import uuid

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


def get_private_storage():
    return storages["private"]


class BukuKursus(models.Model):
    """The booklet of a course as it stood; `sidik` is the digest of everything it was built from."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"), editable=False)
    sidik = models.CharField(max_length=64, unique=True, editable=False)
    berkas = models.FileField(storage=get_private_storage, upload_to="buku", editable=False)
    ukuran = models.PositiveBigIntegerField(editable=False)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-dibuat_pada", "-id"]
        verbose_name = _("booklet of a course")
        verbose_name_plural = _("booklets of courses")

    def __str__(self) -> str:
        return self.sidik[:12]
