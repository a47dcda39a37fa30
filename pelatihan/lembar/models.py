"""Quizzes on paper: what was printed, whose sheet it is, and what was typed from it."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.cek import HURUF
from cms.core.waktu import sekarang

from ..kursus.models import IsiRilis, Rilis
from ..penilaian.models import Percobaan
from ..peserta.models import Angkatan, Peserta


def make_kode_lembar() -> str:
    """Short enough to be typed from paper; it opens nothing by itself."""
    return "".join(secrets.choice(HURUF) for _n in range(5))


class Lembar(models.Model):
    """One form (A or B) of a quiz as printed for a class. Both forms of a print share `cetakan`."""

    class Bentuk(models.TextChoices):
        A = "A", "A"
        B = "B", "B"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cetakan = models.UUIDField(editable=False, db_index=True)
    angkatan = models.ForeignKey(
        Angkatan, models.PROTECT, related_name="lembar", verbose_name=_("class")
    )
    rilis = models.ForeignKey(
        Rilis, models.PROTECT, related_name="lembar", verbose_name=_("release")
    )
    isi = models.ForeignKey(IsiRilis, models.PROTECT, related_name="+")
    kuis_kunci = models.UUIDField(_("quiz"), editable=False)
    bentuk = models.CharField(_("form"), max_length=1, choices=Bentuk, editable=False)
    benih = models.PositiveBigIntegerField(editable=False)
    kode = models.CharField(
        _("code"), max_length=8, unique=True, default=make_kode_lembar, editable=False
    )
    dibuat_pada = models.DateTimeField(_("made"), default=sekarang, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-id"]
        verbose_name = _("quiz sheet")
        verbose_name_plural = _("quiz sheets")
        constraints = [
            models.UniqueConstraint(fields=["cetakan", "bentuk"], name="lembar_bentuk_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.bentuk}"


class LembarPeserta(models.Model):
    """A learner's own sheet; once handed in it has its attempt, and never a second one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    lembar = models.ForeignKey(
        Lembar, models.PROTECT, related_name="milik", verbose_name=_("quiz sheet")
    )
    peserta = models.ForeignKey(
        Peserta, models.PROTECT, related_name="lembar", verbose_name=_("learner")
    )
    nomor = models.PositiveSmallIntegerField(_("number"), editable=False)
    percobaan = models.OneToOneField(
        Percobaan,
        models.PROTECT,
        null=True,
        related_name="lembar",
        editable=False,
        verbose_name=_("attempt"),
    )

    class Meta:
        ordering = ["nomor"]
        verbose_name = _("sheet of a learner")
        verbose_name_plural = _("sheets of learners")
        constraints = [
            models.UniqueConstraint(fields=["lembar", "nomor"], name="lembar_nomor_sekali"),
            models.UniqueConstraint(fields=["lembar", "peserta"], name="lembar_peserta_sekali"),
        ]

    def __str__(self) -> str:
        return self.kode

    @property
    def kode(self) -> str:
        """What stands on the sheet and may be typed."""
        return f"{self.lembar.kode}-{self.nomor}"


class Ketikan(models.Model):
    """What somebody typed from a sheet, and how it was understood. Only added.

    `cara` "tangan": the learner answered the sheet on the phone of the facilitator, who stood by.
    """

    class Cara(models.TextChoices):
        KETIK = "ketik", _("typed from paper")
        TANGAN = "tangan", _("answered on the facilitator's phone, witnessed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    milik = models.ForeignKey(
        LembarPeserta, models.PROTECT, related_name="ketikan", verbose_name=_("sheet of a learner")
    )
    teks = models.TextField(_("as typed"))
    jawaban = models.JSONField(_("as understood"))
    cara = models.CharField(_("how"), max_length=6, choices=Cara, default=Cara.KETIK)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("typed by")
    )
    saat = models.DateTimeField(_("typed"), default=sekarang, editable=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("typing of a sheet")
        verbose_name_plural = _("typings of sheets")

    def __str__(self) -> str:
        return f"{self.milik_id} {self.oleh_id}"
