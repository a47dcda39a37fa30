"""Who learns: facilitators of courses, classes, learners and their progress."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import hari_ini, sekarang
from cms.komunitas.models import Anggota, rentang

from ..kursus.alur import DIBAWA
from ..kursus.models import Cara, Rilis


class Pengampu(models.Model):
    """A person who facilitates a course, or one class of it, for a time and sees its learners."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"))
    anggota = models.ForeignKey(
        Anggota, models.PROTECT, related_name="mengampu", verbose_name=_("person")
    )
    dari = models.DateField(_("from"), default=hari_ini)
    sampai = models.DateField(_("until"), null=True, blank=True)
    angkatan = models.ForeignKey(
        "Angkatan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengampu",
        verbose_name=_("class"),
    )

    class Meta:
        ordering = ["kursus_kunci", "dari"]
        verbose_name = _("facilitator of a course")
        verbose_name_plural = _("facilitators of courses")
        constraints = [
            rentang("pengampu_rentang"),
            models.UniqueConstraint(
                fields=["kursus_kunci", "anggota"],
                condition=models.Q(sampai__isnull=True, angkatan__isnull=True),
                name="pengampu_satu_terbuka",
            ),
            models.UniqueConstraint(
                fields=["angkatan", "anggota"],
                condition=models.Q(sampai__isnull=True, angkatan__isnull=False),
                name="pengampu_satu_per_angkatan",
            ),
        ]

    def __str__(self) -> str:
        return str(self.anggota)


class AngkatanQuerySet(models.QuerySet):
    def berjalan(self):
        """Those that have neither ended nor been cancelled."""
        return self.filter(status=Angkatan.Status.AKTIF)


class Angkatan(models.Model):
    """A class: people who take a course together. Learners on their own have none."""

    class CaraMasuk(models.TextChoices):
        SENDIRI = "sendiri", _("Anybody may join")
        PERSETUJUAN = "persetujuan", _("Ask, the facilitator decides")
        UNDANGAN = "undangan", _("By invitation or with a code")

    class Status(models.TextChoices):
        AKTIF = "aktif", _("Open")
        SELESAI = "selesai", _("Ended")
        BATAL = "batal", _("Cancelled")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"))
    nama = models.CharField(_("name"), max_length=80)
    keterangan = models.CharField(_("in short"), max_length=300, blank=True)
    tempat = models.CharField(_("where"), max_length=120, blank=True)
    dari = models.DateField(_("from"))
    sampai = models.DateField(_("until"), null=True, blank=True)
    kapasitas = models.PositiveSmallIntegerField(
        _("number of seats"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    cara_masuk = models.CharField(
        _("how one joins"), max_length=12, choices=CaraMasuk, default=CaraMasuk.SENDIRI
    )
    kode_undangan = models.CharField(
        _("invitation code"), max_length=12, blank=True, editable=False
    )
    publik = models.BooleanField(
        _("shown to everybody"),
        default=True,
        help_text=_("In the agenda of the site, without names of learners."),
    )
    status = models.CharField(
        _("state"), max_length=8, choices=Status, default=Status.AKTIF, editable=False
    )
    alasan_batal = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    berakhir_pada = models.DateTimeField(_("ended on"), null=True, editable=False)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    objects = AngkatanQuerySet.as_manager()

    class Meta:
        ordering = ["-dari", "nama"]
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        constraints = [
            rentang("angkatan_rentang"),
            models.CheckConstraint(
                condition=models.Q(kapasitas__isnull=True) | models.Q(kapasitas__gt=0),
                name="angkatan_kapasitas_ada",
            ),
            models.UniqueConstraint(
                fields=["kode_undangan"],
                condition=~models.Q(kode_undangan=""),
                name="angkatan_kode_unik",
            ),
        ]

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
    angkatan_pada = models.DateTimeField(_("in the class since"), null=True, editable=False)
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
    """A step (lesson or quiz) that a learner has done, and what completed it.

    `asal` "baca" is the learner's own word and its own event; "dibawa" was done by the rules of an earlier
    release; every other row follows from the events of a slice and can be rebuilt
    (services.rebuild_kemajuan).
    """

    ASAL = [*Cara.choices, (DIBAWA, _("carried over from an earlier release"))]

    peserta = models.ForeignKey(Peserta, models.PROTECT, related_name="kemajuan")
    langkah_kunci = models.UUIDField(_("step"))
    asal = models.CharField(_("by"), max_length=10, choices=ASAL, default=Cara.BACA)
    saat = models.DateTimeField(_("finished"), default=sekarang, editable=False)

    class Meta:
        ordering = ["peserta_id", "id"]
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        constraints = [
            models.UniqueConstraint(fields=["peserta", "langkah_kunci"], name="kemajuan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.langkah_kunci}"
