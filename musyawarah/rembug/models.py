"""Meetings and the decisions they took."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import Peran
from cms.core.ketentuan.models import Ketentuan
from cms.core.waktu import sekarang
from cms.komunitas.models import Anggota, Wilayah


class Rembug(models.Model):
    """One meeting with its attendance in numbers; the named ones present are `Kehadiran`."""

    class Jenis(models.TextChoices):
        PLENO = "pleno", _("Plenary of the BKM")
        RWT = "rwt", _("Annual meeting of residents (RWT)")
        BASIS = "basis", _("RT/RW meeting")
        TINJAUAN = "tinjauan", _("Participatory review")
        KSM = "ksm", _("Meeting of a KSM")
        SOSIALISASI = "sosialisasi", _("Information meeting")
        DESA = "desa", _("Coordination with the village")
        PEMBINAAN = "pembinaan", _("Coaching of KSM")
        PEMILIHAN = "pemilihan", _("Election")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jenis = models.CharField(_("kind"), max_length=12, choices=Jenis)
    judul = models.CharField(_("subject"), max_length=160)
    tanggal = models.DateField(_("date"))
    jam = models.TimeField(_("time"), null=True, blank=True)
    tempat = models.CharField(_("where"), max_length=120)
    wilayah = models.ForeignKey(
        Wilayah, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    diundang = models.PositiveIntegerField(_("invited"), default=0)
    hadir = models.PositiveIntegerField(_("present"), default=0)
    hadir_perempuan = models.PositiveIntegerField(_("women present"), default=0)
    ketua = models.ForeignKey(
        Anggota,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("chaired by"),
    )
    notulis = models.ForeignKey(
        Anggota,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("minutes taken by"),
    )
    catatan = models.TextField(_("notes of the meeting"), blank=True)
    pembuat = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["-tanggal", "-id"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(hadir_perempuan__lte=F("hadir")), name="rembug_perempuan_bagian_hadir"
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class Kehadiran(models.Model):
    """A person who was there by name; who signs a decision must stand here."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rembug = models.ForeignKey(Rembug, models.PROTECT, related_name="kehadiran")
    anggota = models.ForeignKey(Anggota, models.PROTECT, related_name="+", verbose_name=_("person"))
    dicatat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        verbose_name = _("person present")
        verbose_name_plural = _("people present")
        constraints = [
            models.UniqueConstraint(fields=["rembug", "anggota"], name="kehadiran_unik"),
        ]

    def __str__(self) -> str:
        return str(self.anggota)


class KeputusanQuerySet(models.QuerySet):
    def disahkan(self):
        return self.filter(status=Keputusan.Status.DISAHKAN)


class Keputusan(models.Model):
    """A decision. Once ratified the row is frozen by trigger; a correction is a new row that replaces it."""

    class Status(models.TextChoices):
        KONSEP = "konsep", _("Draft")
        MENUNGGU = "menunggu", _("Waiting for signatures")
        DISAHKAN = "disahkan", _("Ratified")
        BATAL = "batal", _("Cancelled")

    class Cara(models.TextChoices):
        MUFAKAT = "mufakat", _("Consensus")
        SUARA = "suara", _("Vote")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    tahun = models.PositiveSmallIntegerField(_("year"), null=True, editable=False)
    nomor = models.PositiveIntegerField(_("number"), null=True, editable=False)
    rembug = models.ForeignKey(
        Rembug, models.PROTECT, related_name="keputusan", verbose_name=_("meeting")
    )
    tanggal = models.DateField(_("decided on"), editable=False)
    judul = models.CharField(_("title"), max_length=160)
    teks = models.TextField(_("text of the decision"))
    cara = models.CharField(_("decided by"), max_length=8, choices=Cara, default=Cara.MUFAKAT)
    setuju = models.PositiveIntegerField(_("in favour"), null=True, blank=True)
    tidak = models.PositiveIntegerField(_("against"), null=True, blank=True)
    abstain = models.PositiveIntegerField(_("abstained"), null=True, blank=True)
    # Copied from the meeting when the decision is put to signature, and frozen with it.
    diundang = models.PositiveIntegerField(_("invited"), default=0, editable=False)
    hadir = models.PositiveIntegerField(_("present"), default=0, editable=False)
    hadir_perempuan = models.PositiveIntegerField(_("women present"), default=0, editable=False)
    tempat = models.CharField(_("where"), max_length=120, blank=True, editable=False)
    menggantikan = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengganti",
        verbose_name=_("replaces"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.KONSEP, editable=False
    )
    isi_hash = models.CharField(max_length=64, blank=True, editable=False)
    alasan_batal = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    pembuat = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    diminta_pada = models.DateTimeField(_("put to signature"), null=True, editable=False)
    disahkan_pada = models.DateTimeField(_("ratified"), null=True, editable=False)

    objects = KeputusanQuerySet.as_manager()

    class Meta:
        ordering = ["-tanggal", "-nomor", "-id"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(fields=["tahun", "nomor"], name="keputusan_nomor"),
            models.UniqueConstraint(
                fields=["menggantikan"],
                condition=Q(status="disahkan"),
                name="keputusan_satu_pengganti",
            ),
            models.CheckConstraint(
                condition=Q(status="disahkan", nomor__isnull=False, tahun__isnull=False)
                & Q(disahkan_pada__isnull=False)
                & ~Q(isi_hash="")
                | ~Q(status="disahkan") & Q(nomor__isnull=True, tahun__isnull=True),
                name="keputusan_sah_bernomor",
            ),
            models.CheckConstraint(
                condition=Q(
                    cara="mufakat", setuju__isnull=True, tidak__isnull=True, abstain__isnull=True
                )
                | Q(cara="suara", setuju__isnull=False, tidak__isnull=False, abstain__isnull=False),
                name="keputusan_suara_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(hadir_perempuan__lte=F("hadir")),
                name="keputusan_perempuan_bagian_hadir",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-tanggal", "-nomor"], name="keputusan_daftar"),
        ]

    def __str__(self) -> str:
        return f"{self.nama_nomor} {self.judul}".strip()

    def get_absolute_url(self) -> str:
        """The public page of a ratified decision."""
        return f"/keputusan/{self.nama_nomor}/" if self.nomor else ""

    @property
    def nama_nomor(self) -> str:
        """2026/14, empty until ratified."""
        return f"{self.tahun}/{self.nomor}" if self.nomor else ""


class TandaTangan(models.Model):
    """One signature of one person, from the person's own account, under exactly this text."""

    class Sebagai(models.TextChoices):
        KOORDINATOR = "koordinator", _("Coordinator of the BKM")
        NOTULIS = "notulis", _("Keeper of the minutes")
        ANGGOTA = "anggota", _("Member of the BKM")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    keputusan = models.ForeignKey(Keputusan, models.PROTECT, related_name="tanda_tangan")
    anggota = models.ForeignKey(Anggota, models.PROTECT, related_name="+")
    akun = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=12, choices=Sebagai)
    isi_hash = models.CharField(max_length=64)
    saat = models.DateTimeField(default=sekarang)

    class Meta:
        ordering = ["id"]
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            models.UniqueConstraint(
                fields=["keputusan", "anggota", "isi_hash"], name="tandatangan_sekali"
            ),
            models.UniqueConstraint(
                fields=["keputusan", "akun", "isi_hash"], name="tandatangan_satu_akun"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggota} ({self.get_sebagai_display()})"


class KetentuanKeputusan(models.Model):
    """Which decision stands behind a value of a setting."""

    ketentuan = models.OneToOneField(Ketentuan, models.PROTECT, related_name="dasar_keputusan")
    keputusan = models.ForeignKey(Keputusan, models.PROTECT, related_name="ketentuan")

    def __str__(self) -> str:
        return f"{self.ketentuan} ({self.keputusan})"


class PeranKeputusan(models.Model):
    """Which decision stands behind a role of an account."""

    peran = models.OneToOneField(Peran, models.PROTECT, related_name="dasar_keputusan")
    keputusan = models.ForeignKey(Keputusan, models.PROTECT, related_name="peran")

    def __str__(self) -> str:
        return f"{self.peran} ({self.keputusan})"
