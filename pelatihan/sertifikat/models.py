"""The record that somebody completed a course."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import hari_ini

from ..kursus.models import Rilis
from ..peserta.models import Peserta


class Sertifikat(models.Model):
    """A completion, with everything that was true that day written down in the row itself.

    `kode` is the secret half that opens /cek/<kode>/; `nomor` is for paper and opens nothing.
    `isi` is everything the sheet prints, with the number of its template (`rules.build_isi`), so that
    a reprint needs nothing else. `lencana` is the signed badge, `urut_lencana` its place in the lists
    of revoked ones.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.CharField(max_length=20, unique=True, editable=False)
    tahun = models.PositiveSmallIntegerField(editable=False)
    urut = models.PositiveIntegerField(editable=False)
    peserta = models.OneToOneField(
        Peserta, models.PROTECT, related_name="sertifikat", verbose_name=_("learner")
    )
    rilis = models.ForeignKey(Rilis, models.PROTECT, related_name="+", editable=False)
    kursus_kunci = models.UUIDField(_("course"), editable=False)
    nama = models.CharField(_("name"), max_length=120, editable=False)
    judul = models.CharField(_("course"), max_length=255, editable=False)
    jpl = models.PositiveSmallIntegerField(_("training hours (JPL)"), editable=False)
    tanggal = models.DateField(_("completed on"), default=hari_ini, editable=False)
    isi = models.JSONField(default=dict, editable=False)
    lencana = models.TextField(blank=True, editable=False)
    urut_lencana = models.PositiveIntegerField(null=True, unique=True, editable=False)
    dicabut_pada = models.DateField(_("revoked on"), null=True, blank=True, editable=False)
    alasan_dicabut = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        ordering = ["-tanggal", "-id"]
        verbose_name = _("certificate of completion")
        verbose_name_plural = _("certificates of completion")
        constraints = [
            models.UniqueConstraint(fields=["tahun", "urut"], name="sertifikat_nomor_sekali")
        ]

    def __str__(self) -> str:
        return self.nomor

    @property
    def nomor(self) -> str:
        """The number on paper: 0007/2026."""
        return f"{self.urut:04}/{self.tahun}"
