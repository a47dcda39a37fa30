"""Questions, proposals and complaints of residents, and everything that was done about each."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


class AspirasiQuerySet(models.QuerySet):
    def terbuka(self):
        """Those that still wait for an answer."""
        return self.filter(status__in=Aspirasi.TERBUKA)


class Aspirasi(models.Model):
    """One ticket. Who has its code may follow it; the code itself is stored only as a digest."""

    class Jenis(models.TextChoices):
        TANYA = "tanya", _("Question")
        USUL = "usul", _("Proposal")
        KELUHAN = "keluhan", _("Complaint")

    class Status(models.TextChoices):
        BARU = "baru", _("Received")
        DITANGANI = "ditangani", _("Being handled")
        DIJAWAB = "dijawab", _("Answered")
        DITARIK = "ditarik", _("Withdrawn")

    class Saluran(models.TextChoices):
        SITUS = "situs", _("Web site")
        LISAN = "lisan", _("Spoken")
        SURAT = "surat", _("Letter")

    TERBUKA = (Status.BARU, Status.DITANGANI)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    tahun = models.PositiveSmallIntegerField(_("year"), editable=False)
    nomor = models.PositiveIntegerField(_("number"), editable=False)
    jenis = models.CharField(_("kind"), max_length=10, choices=Jenis)
    isi = models.TextField(_("content"), max_length=4000)
    saluran = models.CharField(
        _("arrived by"), max_length=10, choices=Saluran, default=Saluran.SITUS
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.BARU)
    nama = models.CharField(_("name"), max_length=120, blank=True)
    alamat = models.CharField(_("address"), max_length=200, blank=True)
    telepon = models.CharField(_("phone"), max_length=20, blank=True)
    surel = models.EmailField(_("e-mail"), blank=True)
    kode_hash = models.CharField(max_length=64, unique=True, editable=False)
    petugas = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    batas_jawab = models.DateField(_("answer due"), editable=False)
    diterima_pada = models.DateTimeField(_("received"), default=sekarang, editable=False)
    dijawab_pada = models.DateTimeField(_("answered"), null=True, editable=False)
    disembunyikan_pada = models.DateTimeField(_("hidden"), null=True, editable=False)

    objects = AspirasiQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "-nomor"]
        verbose_name = _("question, proposal or complaint")
        verbose_name_plural = _("proposals & complaints")
        constraints = [
            models.UniqueConstraint(fields=["tahun", "nomor"], name="aspirasi_nomor"),
            models.CheckConstraint(
                condition=~models.Q(status="dijawab") | models.Q(dijawab_pada__isnull=False),
                name="aspirasi_dijawab_bertanggal",
            ),
        ]
        indexes = [models.Index(fields=["status", "batas_jawab"], name="aspirasi_antrean")]

    def __str__(self) -> str:
        return self.tiket

    @property
    def tiket(self) -> str:
        """The number said on the phone; it opens nothing."""
        return f"{self.tahun}/{self.nomor:04}"


class Tanggapan(models.Model):
    """One step in the life of a ticket; `publik` ones are shown to the person who has the code."""

    class Jenis(models.TextChoices):
        DITERIMA = "diterima", _("Received")
        DITUGASKAN = "ditugaskan", _("Passed on")
        CATATAN = "catatan", _("Internal note")
        JAWABAN = "jawaban", _("Answer")
        DITARIK = "ditarik", _("Withdrawn by the sender")
        DISEMBUNYIKAN = "disembunyikan", _("Hidden")
        DITAMPILKAN = "ditampilkan", _("Shown again")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    aspirasi = models.ForeignKey(Aspirasi, models.PROTECT, related_name="tanggapan")
    jenis = models.CharField(max_length=15, choices=Jenis)
    teks = models.TextField(blank=True)
    publik = models.BooleanField(default=False)
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    saat = models.DateTimeField(default=sekarang)

    class Meta:
        ordering = ["saat", "id"]

    def __str__(self) -> str:
        return self.get_jenis_display()
