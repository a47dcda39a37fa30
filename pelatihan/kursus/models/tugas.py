"""Assignments: what a lesson asks learners to do, and what is looked for in it."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.core.waktu import sekarang


class Tugas(ClusterableModel):
    """An assignment; a lesson that is done when it is accepted points to it."""

    kunci = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    judul = models.CharField(_("title"), max_length=160)
    petunjuk = models.TextField(
        _("what to do"), help_text=_("In Markdown. Stands above the form that hands it in.")
    )
    lulus_poin = models.PositiveSmallIntegerField(
        _("points to be accepted"), default=70, validators=[MinValueValidator(1)]
    )
    terima_teks = models.BooleanField(_("text written on the page"), default=True)
    terima_foto = models.BooleanField(_("photos"), default=True)
    terima_pdf = models.BooleanField(_("PDF files"), default=True)
    berkas_maks = models.PositiveSmallIntegerField(
        _("files at most"), default=6, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    perbaikan_hari = models.PositiveSmallIntegerField(
        _("days to improve what was returned"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_("Empty: no date. What comes later is taken all the same."),
    )
    diubah_pada = models.DateTimeField(_("changed"), default=sekarang, editable=False)

    class Meta:
        ordering = ["judul"]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(terima_teks=True)
                | models.Q(terima_foto=True)
                | models.Q(terima_pdf=True),
                name="tugas_terima_sesuatu",
            )
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def uuid(self) -> uuid.UUID:
        return self.kunci


class KriteriaTugas(models.Model):
    """One line of the rubric; `minimal` are points without which nothing is accepted."""

    tugas = ParentalKey(Tugas, on_delete=models.CASCADE, related_name="kriteria")
    urutan = models.PositiveSmallIntegerField(_("order"), default=0)
    kriteria = models.CharField(_("what is looked for"), max_length=160)
    poin = models.PositiveSmallIntegerField(
        _("points"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    minimal = models.PositiveSmallIntegerField(
        _("at least"), default=0, help_text=_("With less the assignment is not accepted.")
    )
    penuh = models.CharField(_("full points when"), max_length=300, blank=True)
    separuh = models.CharField(_("half of them when"), max_length=300, blank=True)
    sort_order_field = "urutan"

    class Meta:
        ordering = ["tugas_id", "urutan", "id"]
        verbose_name = _("line of a rubric")
        verbose_name_plural = _("lines of rubrics")
        constraints = [
            models.UniqueConstraint(fields=["tugas", "kriteria"], name="kriteria_tugas_sekali"),
            models.CheckConstraint(
                condition=models.Q(poin__gte=1, minimal__lte=models.F("poin")),
                name="kriteria_tugas_poin",
            ),
        ]

    def __str__(self) -> str:
        return self.kriteria
