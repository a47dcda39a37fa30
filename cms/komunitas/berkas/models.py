"""What a person has handed in and may use again: private files that belong to people."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.berkas.models import Berkas
from cms.core.waktu import sekarang


class BerkasWarga(models.Model):
    """A private file of one person, with the words under which they find it again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anggota = models.ForeignKey(
        "komunitas.Anggota", models.PROTECT, related_name="berkas", verbose_name=_("person")
    )
    berkas = models.OneToOneField(
        Berkas, models.PROTECT, related_name="+", verbose_name=_("private file")
    )
    judul = models.CharField(_("what it is"), max_length=160)
    dibuat_pada = models.DateTimeField(_("sent"), default=sekarang, editable=False)

    class Meta:
        ordering = ["-dibuat_pada", "-id"]
        verbose_name = _("file of a person")
        verbose_name_plural = _("files of people")

    def __str__(self) -> str:
        return self.judul
