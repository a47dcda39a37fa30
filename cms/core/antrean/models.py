"""What came from a device and a person has to look at."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..waktu import sekarang


class EntriTinjau(models.Model):
    """An entry that could not be taken as it came: too late, in conflict, from a withdrawn device.

    Nothing of it has happened yet. It is settled once, by a person, who takes it or leaves it.
    """

    class Keputusan(models.TextChoices):
        DIPAKAI = "dipakai", _("taken")
        DIABAIKAN = "diabaikan", _("left aside")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    akun = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account")
    )
    jenis = models.CharField(_("kind"), max_length=40)
    kunci = models.UUIDField()
    isi = models.JSONField(default=dict)
    alasan = models.CharField(_("reason"), max_length=40)
    lingkup = models.UUIDField(null=True)
    perangkat_uuid = models.UUIDField()
    dicatat_pada = models.DateTimeField(_("recorded"))
    diterima_pada = models.DateTimeField(_("received"), default=sekarang, editable=False)
    keputusan = models.CharField(
        _("settled"), max_length=12, choices=Keputusan.choices, blank=True, editable=False
    )
    catatan = models.CharField(_("note"), max_length=300, blank=True)
    diputus_pada = models.DateTimeField(null=True, editable=False)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = _("entry to review")
        verbose_name_plural = _("entries to review")
        constraints = [
            models.UniqueConstraint(fields=["akun", "jenis", "kunci"], name="tinjau_sekali"),
            models.CheckConstraint(
                condition=models.Q(keputusan="", diputus_pada__isnull=True)
                | (~models.Q(keputusan="") & models.Q(diputus_pada__isnull=False)),
                name="tinjau_putus_bertanggal",
            ),
        ]
        indexes = [models.Index(fields=["keputusan", "-id"], name="tinjau_terbuka")]

    def __str__(self) -> str:
        return f"{self.jenis} {self.kunci}"
