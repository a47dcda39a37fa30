"""What learners handed in, version by version, and what a facilitator found."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang
from cms.komunitas.models import BerkasWarga

from ..kursus.models import IsiRilis, Rilis
from ..peserta.models import Peserta
from . import rules


class Kumpulan(models.Model):
    """One version of an assignment as handed in. Never changed, but for words taken out of it when a
    person is erased.

    `kunci` comes from the form: the same sending twice is one row. `isi` is the assignment as released.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    peserta = models.ForeignKey(
        Peserta, models.PROTECT, related_name="kumpulan", verbose_name=_("learner")
    )
    rilis = models.ForeignKey(
        Rilis, models.PROTECT, related_name="kumpulan", verbose_name=_("release")
    )
    langkah_kunci = models.UUIDField(_("lesson"), editable=False)
    tugas_kunci = models.UUIDField(_("assignment"), editable=False)
    isi = models.ForeignKey(IsiRilis, models.PROTECT, related_name="+")
    nomor = models.PositiveSmallIntegerField(_("version"), editable=False)
    kunci = models.UUIDField(editable=False)
    teks = models.TextField(_("text"), blank=True)
    berkas = models.ManyToManyField(
        BerkasWarga, through="KumpulanBerkas", related_name="kumpulan", verbose_name=_("files")
    )
    dikumpulkan_pada = models.DateTimeField(_("handed in"), default=sekarang, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("by"),
    )

    class Meta:
        ordering = ["peserta_id", "tugas_kunci", "nomor"]
        verbose_name = _("version handed in")
        verbose_name_plural = _("versions handed in")
        constraints = [
            models.UniqueConstraint(
                fields=["peserta", "tugas_kunci", "nomor"], name="kumpulan_nomor_sekali"
            ),
            models.UniqueConstraint(fields=["peserta", "kunci"], name="kumpulan_kunci_sekali"),
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.nomor}"


class KumpulanBerkas(models.Model):
    """A file of a version; an improved version may hold the file of the one before."""

    kumpulan = models.ForeignKey(Kumpulan, models.PROTECT, related_name="lampiran")
    berkas = models.ForeignKey(BerkasWarga, models.PROTECT, related_name="+")
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["kumpulan_id", "urutan"]
        verbose_name = _("file handed in")
        verbose_name_plural = _("files handed in")
        constraints = [
            models.UniqueConstraint(fields=["kumpulan", "berkas"], name="kumpulan_berkas_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.kumpulan_id} {self.urutan}"


class NilaiTugas(models.Model):
    """A person's verdict on one version. A correction adds a row with its reason; the last row counts."""

    class Putusan(models.TextChoices):
        DITERIMA = rules.DITERIMA, _("Accepted")
        DIKEMBALIKAN = rules.DIKEMBALIKAN, _("Returned to be improved")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kumpulan = models.ForeignKey(
        Kumpulan, models.PROTECT, related_name="nilai", verbose_name=_("version handed in")
    )
    putusan = models.CharField(_("verdict"), max_length=12, choices=Putusan)
    poin = models.JSONField(_("half points by line of the rubric"))
    jumlah = models.PositiveIntegerField(_("half points in all"))
    catatan = models.TextField(_("remark to the learner"), blank=True)
    alasan = models.CharField(_("reason of the correction"), max_length=200, blank=True)
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marked by")
    )
    dinilai_pada = models.DateTimeField(_("marked"), default=sekarang, editable=False)

    class Meta:
        ordering = ["kumpulan_id", "id"]
        verbose_name = _("verdict on an assignment")
        verbose_name_plural = _("verdicts on assignments")

    def __str__(self) -> str:
        return f"{self.kumpulan_id} {self.putusan}"
