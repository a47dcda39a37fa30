"""Questions and answers under a lesson: what was written, version by version, and what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang

from ..peserta.models import Peserta

AKUN = settings.AUTH_USER_MODEL


def berdua(satu: str, dua: str) -> Q:
    """Either both columns hold something, or neither."""
    return Q(**{f"{satu}__isnull": True, f"{dua}__isnull": True}) | Q(
        **{f"{satu}__isnull": False, f"{dua}__isnull": False}
    )


class Diskusi(models.Model):
    """The questions of one lesson of a course, all its classes together; it may be closed with a reason."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"), editable=False)
    pelajaran_kunci = models.UUIDField(_("lesson"), editable=False)
    ditutup_pada = models.DateTimeField(_("closed"), null=True, editable=False)
    ditutup_oleh = models.ForeignKey(
        AKUN, models.PROTECT, null=True, related_name="+", editable=False
    )
    alasan_tutup = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["kursus_kunci", "pk"]
        verbose_name = _("discussion of a lesson")
        verbose_name_plural = _("discussions of lessons")
        constraints = [
            models.UniqueConstraint(
                fields=["kursus_kunci", "pelajaran_kunci"], name="diskusi_satu_per_pelajaran"
            ),
            models.CheckConstraint(
                condition=berdua("ditutup_pada", "ditutup_oleh"), name="diskusi_penutup"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kursus_kunci} {self.pelajaran_kunci}"


class TulisanDiskusi(models.Model):
    """A question (`induk` empty) or an answer to one. Who wrote it, where and when never changes.

    `peserta` is the learner who writes; a facilitator's answer has none. The words are in the versions.
    """

    class Sebagai(models.TextChoices):
        PESERTA = "peserta", _("Learner")
        FASILITATOR = "fasilitator", _("Facilitator")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    diskusi = models.ForeignKey(
        Diskusi, models.PROTECT, related_name="tulisan", verbose_name=_("discussion of a lesson")
    )
    induk = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="jawaban", verbose_name=_("question")
    )
    penulis = models.ForeignKey(
        AKUN, models.PROTECT, related_name="+", editable=False, verbose_name=_("author")
    )
    peserta = models.ForeignKey(
        Peserta,
        models.PROTECT,
        null=True,
        related_name="tulisan_diskusi",
        verbose_name=_("learner"),
    )
    sebagai = models.CharField(_("written as"), max_length=12, choices=Sebagai)
    kunci = models.UUIDField(editable=False)
    dibuat_pada = models.DateTimeField(_("written"), default=sekarang, editable=False)
    ditarik_pada = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    disematkan_pada = models.DateTimeField(_("pinned"), null=True, editable=False)
    disematkan_oleh = models.ForeignKey(
        AKUN, models.PROTECT, null=True, related_name="+", editable=False
    )
    disembunyikan_pada = models.DateTimeField(_("hidden"), null=True, editable=False)
    disembunyikan_oleh = models.ForeignKey(
        AKUN, models.PROTECT, null=True, related_name="+", editable=False
    )
    alasan_sembunyi = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("question or answer")
        verbose_name_plural = _("questions and answers")
        indexes = [
            models.Index(fields=["diskusi", "-dibuat_pada"], name="tulisan_diskusi_urut"),
            models.Index(fields=["penulis", "-dibuat_pada"], name="tulisan_penulis_urut"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["penulis", "kunci"], name="tulisan_kunci_sekali"),
            models.UniqueConstraint(
                fields=["induk"],
                condition=Q(disematkan_pada__isnull=False),
                name="tulisan_satu_disematkan",
            ),
            models.CheckConstraint(
                condition=Q(sebagai="peserta", peserta__isnull=False)
                | Q(sebagai="fasilitator", peserta__isnull=True, induk__isnull=False),
                name="tulisan_sebagai",
            ),
            models.CheckConstraint(
                condition=berdua("disematkan_pada", "disematkan_oleh"), name="tulisan_penyemat"
            ),
            models.CheckConstraint(
                condition=Q(disembunyikan_pada__isnull=True, disembunyikan_oleh__isnull=True)
                | Q(disembunyikan_pada__isnull=False, disembunyikan_oleh__isnull=False)
                & ~Q(alasan_sembunyi=""),
                name="tulisan_sembunyi_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(disematkan_pada__isnull=True)
                | Q(
                    induk__isnull=False,
                    ditarik_pada__isnull=True,
                    disembunyikan_pada__isnull=True,
                ),
                name="tulisan_semat_tampak",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class VersiTulisan(models.Model):
    """The words as written and as corrected; the last one counts. Only added, but may be emptied."""

    tulisan = models.ForeignKey(
        TulisanDiskusi, models.PROTECT, related_name="versi", verbose_name=_("question or answer")
    )
    nomor = models.PositiveSmallIntegerField(_("version"), editable=False)
    teks = models.TextField(_("text"), blank=True)
    saat = models.DateTimeField(_("written"), default=sekarang, editable=False)

    class Meta:
        ordering = ["tulisan_id", "nomor"]
        verbose_name = _("version of a question or answer")
        verbose_name_plural = _("versions of questions and answers")
        constraints = [
            models.UniqueConstraint(fields=["tulisan", "nomor"], name="versi_tulisan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.tulisan_id} {self.nomor}"


class LaporanTulisan(models.Model):
    """A learner's word that a text does not belong there, until somebody has looked."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    tulisan = models.ForeignKey(
        TulisanDiskusi, models.PROTECT, related_name="laporan", verbose_name=_("question or answer")
    )
    pelapor = models.ForeignKey(
        AKUN, models.PROTECT, related_name="+", editable=False, verbose_name=_("reported by")
    )
    alasan = models.CharField(_("reason"), max_length=300, blank=True)
    saat = models.DateTimeField(_("reported"), default=sekarang, editable=False)
    ditinjau_pada = models.DateTimeField(_("looked at"), null=True, editable=False)
    ditinjau_oleh = models.ForeignKey(
        AKUN, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("report of a text")
        verbose_name_plural = _("reports of texts")
        constraints = [
            models.UniqueConstraint(fields=["tulisan", "pelapor"], name="laporan_tulisan_sekali"),
            models.CheckConstraint(
                condition=berdua("ditinjau_pada", "ditinjau_oleh"), name="laporan_peninjau"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tulisan_id} {self.pelapor_id}"
