"""Attempts at quizzes and the answers given in them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang

from ..kursus.models import IsiRilis, Rilis
from ..peserta.models import Peserta


class Percobaan(models.Model):
    """One go at a quiz, on a screen or on paper, bound to its released questions and its seed.

    Handed in without a mark means that a person still has to mark its essays.
    """

    class Asal(models.TextChoices):
        LAYAR = "layar", _("on a screen")
        KERTAS = "kertas", _("on paper")
        TANGAN = "tangan", _("on the facilitator's phone, witnessed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    peserta = models.ForeignKey(
        Peserta, models.PROTECT, related_name="percobaan", verbose_name=_("learner")
    )
    rilis = models.ForeignKey(
        Rilis, models.PROTECT, related_name="percobaan", verbose_name=_("release")
    )
    kuis_kunci = models.UUIDField(_("quiz"), editable=False)
    isi = models.ForeignKey(IsiRilis, models.PROTECT, related_name="percobaan")
    nomor = models.PositiveSmallIntegerField(_("attempt"), editable=False)
    benih = models.PositiveBigIntegerField(editable=False)
    asal = models.CharField(
        _("taken"), max_length=6, choices=Asal, default=Asal.LAYAR, editable=False
    )
    mulai_pada = models.DateTimeField(_("started"), default=sekarang, editable=False)
    batas_pada = models.DateTimeField(_("time is up at"), null=True, editable=False)
    tutup_pada = models.DateTimeField(_("closes at"), null=True, editable=False)
    selesai_pada = models.DateTimeField(_("handed in"), null=True, editable=False)
    nilai_bp = models.PositiveIntegerField(_("mark"), null=True, editable=False)
    lulus = models.BooleanField(_("passed"), null=True, editable=False)
    lulus_dijaga = models.BooleanField(
        _("pass kept after a correction"), default=False, editable=False
    )

    class Meta:
        ordering = ["peserta_id", "kuis_kunci", "nomor"]
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        indexes = [
            models.Index(
                fields=["tutup_pada"],
                condition=models.Q(selesai_pada__isnull=True, tutup_pada__isnull=False),
                name="percobaan_akan_tutup",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["peserta", "kuis_kunci", "nomor"], name="percobaan_nomor_sekali"
            ),
            models.UniqueConstraint(
                fields=["peserta", "kuis_kunci"],
                condition=models.Q(selesai_pada__isnull=True),
                name="percobaan_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    selesai_pada__isnull=True, nilai_bp__isnull=True, lulus__isnull=True
                )
                | models.Q(
                    selesai_pada__isnull=False,
                    nilai_bp__isnull=False,
                    nilai_bp__lte=10000,
                    lulus__isnull=False,
                )
                | models.Q(selesai_pada__isnull=False, nilai_bp__isnull=True, lulus__isnull=True),
                name="percobaan_bernilai_saat_selesai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.nomor}"

    @property
    def menunggu(self) -> bool:
        """Handed in, and an essay in it has not been marked."""
        return self.selesai_pada is not None and self.nilai_bp is None

    def is_habis(self, saat) -> bool:
        """Whether time and grace are over at an instant of the server's clock."""
        return self.tutup_pada is not None and saat > self.tutup_pada

    @property
    def habis_waktu(self) -> bool:
        """It was not handed in; its time ended it."""
        return self.tutup_pada is not None and self.selesai_pada == self.tutup_pada


class Jawaban(models.Model):
    """One answer as given. Changing one's mind adds a row; the last row of a question counts.

    `kunci` comes from the form or the phone's queue: the same submission twice is one row.
    """

    percobaan = models.ForeignKey(Percobaan, models.PROTECT, related_name="jawaban")
    soal_kunci = models.UUIDField(_("question"))
    kunci = models.UUIDField(editable=False)
    isi = models.JSONField(_("answer"))
    nilai_bp = models.PositiveIntegerField(_("mark"))
    diterima_pada = models.DateTimeField(_("received"), default=sekarang, editable=False)

    class Meta:
        ordering = ["percobaan_id", "id"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(
                fields=["percobaan", "soal_kunci", "kunci"], name="jawaban_sekali"
            ),
            models.CheckConstraint(condition=models.Q(nilai_bp__lte=10000), name="jawaban_nilai"),
        ]

    def __str__(self) -> str:
        return f"{self.percobaan_id} {self.soal_kunci}"


class NilaiUraian(models.Model):
    """A person's marks for one essay, by criterion. Marking again adds a row; the last one counts."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jawaban = models.ForeignKey(
        Jawaban, models.PROTECT, related_name="nilai_uraian", verbose_name=_("answer")
    )
    poin = models.JSONField(_("points by criterion"))
    nilai_bp = models.PositiveIntegerField(_("mark"))
    catatan = models.TextField(_("remark to the learner"), blank=True)
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marked by")
    )
    dinilai_pada = models.DateTimeField(_("marked"), default=sekarang, editable=False)

    class Meta:
        ordering = ["jawaban_id", "id"]
        verbose_name = _("mark of an essay")
        verbose_name_plural = _("marks of essays")
        constraints = [
            models.CheckConstraint(condition=models.Q(nilai_bp__lte=10000), name="uraian_nilai")
        ]

    def __str__(self) -> str:
        return f"{self.jawaban_id} {self.nilai_bp}"


class Koreksi(models.Model):
    """A correction of a released question, beside the release that stays as it is. Only added.

    It holds from the moment it stands; `tuntas_pada` says when all attempts of before were marked anew.
    """

    class Cara(models.TextChoices):
        KUNCI = "kunci", _("Other answers are right")
        PENUH = "penuh", _("Everybody gets full marks")
        GUGUR = "gugur", _("The question does not count")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kursus_kunci = models.UUIDField(_("course"), editable=False)
    soal_kunci = models.UUIDField(_("question"), editable=False)
    cara = models.CharField(_("how"), max_length=10, choices=Cara)
    isi = models.JSONField(default=dict, editable=False)
    versi = models.JSONField(editable=False)
    alasan = models.CharField(_("reason"), max_length=200)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    saat = models.DateTimeField(_("corrected"), default=sekarang, editable=False)
    berubah = models.PositiveIntegerField(_("marks changed"), editable=False)
    lulus_baru = models.PositiveIntegerField(_("now passed"), editable=False)
    lulus_dijaga = models.PositiveIntegerField(_("passes kept"), editable=False)
    rincian = models.JSONField(editable=False)
    tuntas_pada = models.DateTimeField(_("carried out"), null=True, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("correction of a question")
        verbose_name_plural = _("corrections of questions")
        indexes = [models.Index(fields=["kursus_kunci", "soal_kunci"], name="koreksi_soal")]

    def __str__(self) -> str:
        return f"{self.soal_kunci} {self.cara}"
