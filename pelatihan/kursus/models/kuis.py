"""Questions, quizzes and the words they choose from."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.core.waktu import sekarang

from .. import alur


class Status(models.TextChoices):
    DRAF = "draf", _("Draft")
    TERBIT = "terbit", _("Published")
    DITARIK = "ditarik", _("Withdrawn")


class Jenis(models.TextChoices):
    TUNGGAL = "pilihan-tunggal", _("One answer")
    GANDA = "pilihan-ganda", _("Several answers")
    BENAR_SALAH = "benar-salah", _("True or false")
    ANGKA = "angka", _("Number to fill in")
    ISIAN = "isian-singkat", _("Short answer")
    JODOH = "menjodohkan", _("Matching")
    URUT = "mengurutkan", _("Putting in order")
    RUMPANG = "rumpang", _("Text with gaps")
    URAIAN = "uraian", _("Essay, marked by a person")
    KETERANGAN = "keterangan", _("Text to read, no question")


class CaraNilai(models.TextChoices):
    """Which of several attempts counts."""

    TERBAIK = "terbaik", _("The best attempt")
    TERAKHIR = "terakhir", _("The last attempt")
    RATA = "rata", _("The mean of all attempts")


class Umpan(models.TextChoices):
    """From when on learners see what was right and why."""

    LANGSUNG = "langsung", _("At once, after each answer (which is then final)")
    SELESAI = "selesai", _("After handing in")
    LULUS = "lulus", _("After passing")
    TANGGAL = "tanggal", _("From a date on")


class Cara(models.TextChoices):
    """How a lesson is completed."""

    BACA = alur.BACA, _("read and understood")
    KUIS = alur.KUIS, _("its quiz passed")
    TUGAS = alur.TUGAS, _("its assignment accepted")
    HADIR = alur.HADIR, _("attended in class")


class Soal(models.Model):
    """A question of the bank. `isi` is versioned JSON; its shape is written down in bentuk.py."""

    kunci = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    judul = models.CharField(_("short name"), max_length=120)
    jenis = models.CharField(_("kind"), max_length=20, choices=Jenis)
    topik = models.CharField(_("topic"), max_length=80, blank=True)
    kesukaran = models.PositiveSmallIntegerField(
        _("difficulty"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
        help_text=_("1 easy, 2 medium, 3 hard."),
    )
    isi = models.JSONField(_("content"), default=dict)
    bank = models.CharField(_("bank of questions"), max_length=40, blank=True, db_index=True)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAF)
    diubah_pada = models.DateTimeField(_("changed"), default=sekarang, editable=False)

    class Meta:
        ordering = ["topik", "judul"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes = [models.Index(fields=["topik", "kesukaran"], name="soal_bank")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kesukaran__gte=1, kesukaran__lte=3), name="soal_kesukaran"
            )
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def uuid(self) -> uuid.UUID:
        return self.kunci


class Kuis(ClusterableModel):
    """An ordered set of questions with its rules; a module page points to it."""

    kunci = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    judul = models.CharField(_("title"), max_length=160)
    pengantar = models.TextField(_("introduction"), blank=True)
    lulus_bp = models.PositiveIntegerField(
        _("passing mark"),
        default=7000,
        validators=[MaxValueValidator(10000)],
        help_text=_("In hundredths of a percent: 7000 is 70%."),
    )
    acak_pilihan = models.BooleanField(_("shuffle the answers"), default=True)
    acak_soal = models.BooleanField(_("shuffle the questions"), default=False)
    batas_menit = models.PositiveSmallIntegerField(
        _("time limit in minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
        help_text=_("Empty: no limit. The clock of the server counts, not that of the phone."),
    )
    toleransi_detik = models.PositiveSmallIntegerField(
        _("grace for a bad line, in seconds"),
        default=120,
        validators=[MaxValueValidator(3600)],
        help_text=_("Answers that arrive this much after the time still count."),
    )
    percobaan_maks = models.PositiveSmallIntegerField(
        _("attempts at most"),
        default=0,
        validators=[MaxValueValidator(50)],
        help_text=_("0: as often as one likes."),
    )
    cara_nilai = models.CharField(
        _("what counts"), max_length=10, choices=CaraNilai, default=CaraNilai.TERBAIK
    )
    umpan = models.CharField(
        _("feedback shows"), max_length=10, choices=Umpan, default=Umpan.SELESAI
    )
    umpan_tanggal = models.DateField(_("feedback from"), null=True, blank=True)
    soal = models.ManyToManyField(Soal, through="KuisSoal", related_name="kuis")
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAF)
    diubah_pada = models.DateTimeField(_("changed"), default=sekarang, editable=False)

    class Meta:
        ordering = ["judul"]
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        constraints = [
            models.CheckConstraint(condition=models.Q(lulus_bp__lte=10000), name="kuis_lulus_bp"),
            models.CheckConstraint(
                condition=~models.Q(umpan="tanggal") | models.Q(umpan_tanggal__isnull=False),
                name="kuis_umpan_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def uuid(self) -> uuid.UUID:
        return self.kunci


class KuisSoal(models.Model):
    """The place of a question in a quiz and how much it weighs there."""

    kuis = ParentalKey(Kuis, on_delete=models.CASCADE, related_name="butir")
    soal = models.ForeignKey(Soal, models.PROTECT, related_name="butir", verbose_name=_("question"))
    urutan = models.PositiveSmallIntegerField(_("order"))
    bobot = models.PositiveSmallIntegerField(_("weight"), default=1)
    sort_order_field = "urutan"

    class Meta:
        ordering = ["kuis_id", "urutan"]
        verbose_name = _("question of a quiz")
        verbose_name_plural = _("questions of a quiz")
        constraints = [
            models.UniqueConstraint(fields=["kuis", "soal"], name="kuis_soal_sekali"),
            models.UniqueConstraint(fields=["kuis", "urutan"], name="kuis_urutan_sekali"),
            models.CheckConstraint(condition=models.Q(bobot__gte=1), name="kuis_bobot_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.urutan}. {self.soal}"


class KuisUndian(models.Model):
    """So many questions of a topic, drawn anew from the bank for every attempt."""

    kuis = ParentalKey(Kuis, on_delete=models.CASCADE, related_name="undian")
    topik = models.CharField(_("topic"), max_length=80)
    kesukaran = models.PositiveSmallIntegerField(
        _("difficulty"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
        help_text=_("1 easy, 2 medium, 3 hard; empty: any."),
    )
    banyak = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MinValueValidator(1), MaxValueValidator(50)]
    )

    class Meta:
        ordering = ["kuis_id", "id"]
        verbose_name = _("draw of a quiz")
        verbose_name_plural = _("draws of a quiz")
        constraints = [
            models.UniqueConstraint(
                fields=["kuis", "topik", "kesukaran"], name="kuis_undian_sekali"
            ),
            models.UniqueConstraint(
                fields=["kuis", "topik"],
                condition=models.Q(kesukaran__isnull=True),
                name="kuis_undian_semua_sekali",
            ),
            models.CheckConstraint(condition=models.Q(banyak__gte=1), name="kuis_undian_positif"),
        ]

    def __str__(self) -> str:
        return f"{self.banyak} × {self.topik}"
