"""Who learns: facilitators of courses, classes, learners and their progress."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import hari_ini, sekarang
from cms.komunitas.models import Anggota, rentang

from ..kursus.models import Rilis


class Pengampu(models.Model):
    """A person who facilitates a course for a time and therefore sees its learners."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"))
    anggota = models.ForeignKey(
        Anggota, models.PROTECT, related_name="mengampu", verbose_name=_("person")
    )
    dari = models.DateField(_("from"), default=hari_ini)
    sampai = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["kursus_kunci", "dari"]
        verbose_name = _("facilitator of a course")
        verbose_name_plural = _("facilitators of courses")
        constraints = [
            rentang("pengampu_rentang"),
            models.UniqueConstraint(
                fields=["kursus_kunci", "anggota"],
                condition=models.Q(sampai__isnull=True),
                name="pengampu_satu_terbuka",
            ),
        ]

    def __str__(self) -> str:
        return str(self.anggota)


class Angkatan(models.Model):
    """A class: people who take a course together. Learners on their own have none."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"))
    nama = models.CharField(_("name"), max_length=80)
    dari = models.DateField(_("from"))
    sampai = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["-dari", "nama"]
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        constraints = [rentang("angkatan_rentang")]

    def __str__(self) -> str:
        return self.nama


class Peserta(models.Model):
    """A person in a course. `rilis` is the release they learn by; it ends by completion or by leaving."""

    class Status(models.TextChoices):
        AKTIF = "aktif", _("Learning")
        SELESAI = "selesai", _("Completed")
        BERHENTI = "berhenti", _("Left")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anggota = models.ForeignKey(
        Anggota, models.PROTECT, related_name="peserta", verbose_name=_("person")
    )
    kursus_kunci = models.UUIDField(_("course"), editable=False)
    rilis = models.ForeignKey(
        Rilis, models.PROTECT, related_name="peserta", verbose_name=_("release")
    )
    angkatan = models.ForeignKey(
        Angkatan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="peserta",
        verbose_name=_("class"),
    )
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.AKTIF)
    mulai_pada = models.DateTimeField(_("since"), default=sekarang, editable=False)
    berakhir_pada = models.DateTimeField(_("ended on"), null=True, blank=True, editable=False)
    alasan_berhenti = models.CharField(_("reason"), max_length=200, blank=True)
    didaftarkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-mulai_pada", "-id"]
        verbose_name = _("learner")
        verbose_name_plural = _("learners")
        indexes = [models.Index(fields=["kursus_kunci", "status"], name="peserta_kursus")]
        constraints = [
            models.UniqueConstraint(
                fields=["anggota", "kursus_kunci"],
                condition=models.Q(status="aktif"),
                name="peserta_satu_aktif",
            ),
            models.CheckConstraint(
                condition=models.Q(status="aktif", berakhir_pada__isnull=True)
                | (~models.Q(status="aktif") & models.Q(berakhir_pada__isnull=False)),
                name="peserta_berakhir_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggota} – {self.rilis.judul}"


class Kemajuan(models.Model):
    """A lesson that a learner has finished; written once, so it is its own event."""

    peserta = models.ForeignKey(Peserta, models.PROTECT, related_name="kemajuan")
    pelajaran_kunci = models.UUIDField(_("lesson"))
    saat = models.DateTimeField(_("finished"), default=sekarang, editable=False)

    class Meta:
        ordering = ["peserta_id", "id"]
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        constraints = [
            models.UniqueConstraint(fields=["peserta", "pelajaran_kunci"], name="kemajuan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.pelajaran_kunci}"
