"""The life of a class: its sessions, who waits or asks to come in, and who was there."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.cek import HURUF, make_kode
from cms.core.waktu import hari_ini, sekarang
from cms.komunitas.models import Anggota

from ..peserta.models import Angkatan, Peserta

AWALAN = "h"  # of the printed code, /cek/h-…


def make_kode_undangan() -> str:
    """An invitation code, short enough to be read aloud."""
    return "".join(secrets.choice(HURUF) for _n in range(10))


def make_kode_pertemuan() -> str:
    return make_kode(AWALAN)


class Pertemuan(models.Model):
    """One session of a class."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.CharField(max_length=16, default=make_kode_pertemuan, unique=True, editable=False)
    angkatan = models.ForeignKey(
        Angkatan, models.PROTECT, related_name="pertemuan", verbose_name=_("class")
    )
    judul = models.CharField(_("subject"), max_length=120)
    mulai = models.DateTimeField(_("begins"))
    selesai = models.DateTimeField(_("ends"))
    tempat = models.CharField(_("where"), max_length=120, blank=True)
    bahan = models.TextField(
        _("material"),
        max_length=2000,
        blank=True,
        help_text=_("What to read or bring. Addresses of lessons become links."),
    )
    pelajaran_kunci = models.UUIDField(_("lesson"), null=True, blank=True)
    batal_pada = models.DateTimeField(_("called off"), null=True, editable=False)
    alasan_batal = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    urutan_ubah = models.PositiveIntegerField(default=0, editable=False)
    diubah_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["mulai", "id"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = [models.Index(fields=["angkatan", "mulai"], name="pertemuan_urut")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(selesai__gt=models.F("mulai")),
                name="pertemuan_rentang",
                violation_error_message=_("A session ends after it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.judul


class Antri(models.Model):
    """What a wish to come in has in common, whether it waits for a word or for a place."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    saat = models.DateTimeField(_("since"), default=sekarang, editable=False)
    selesai_pada = models.DateTimeField(_("ended on"), null=True, editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        abstract = True


class DaftarTunggu(Antri):
    """A person who waits for a place; the first who came goes first."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Waiting")
        MASUK = "masuk", _("Got a place")
        KELUAR = "keluar", _("Does not wait any more")

    angkatan = models.ForeignKey(Angkatan, models.PROTECT, related_name="tunggu")
    anggota = models.ForeignKey(Anggota, models.PROTECT, related_name="+", verbose_name=_("person"))
    status = models.CharField(
        _("state"), max_length=10, choices=Status, default=Status.MENUNGGU, editable=False
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("place in the waiting list")
        verbose_name_plural = _("waiting list")
        constraints = [
            models.UniqueConstraint(
                fields=["angkatan", "anggota"],
                condition=models.Q(status="menunggu"),
                name="tunggu_sekali",
            )
        ]

    def __str__(self) -> str:
        return f"{self.anggota} – {self.angkatan}"


class Permohonan(Antri):
    """A person who asks to come in, or was invited."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Waits for an answer")
        DIUNDANG = "diundang", _("Invited")
        DITERIMA = "diterima", _("Accepted")
        DITOLAK = "ditolak", _("Refused")
        DITARIK = "ditarik", _("Withdrawn")

    TERBUKA = ("menunggu", "diundang")

    angkatan = models.ForeignKey(Angkatan, models.PROTECT, related_name="permohonan")
    anggota = models.ForeignKey(Anggota, models.PROTECT, related_name="+", verbose_name=_("person"))
    status = models.CharField(
        _("state"), max_length=10, choices=Status, default=Status.MENUNGGU, editable=False
    )
    alasan = models.CharField(_("reason"), max_length=200, blank=True)
    berlaku_sampai = models.DateField(
        _("counts until"),
        null=True,
        editable=False,
        help_text=_("Of an invitation, that day included."),
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("request to join a class")
        verbose_name_plural = _("requests to join a class")
        constraints = [
            models.UniqueConstraint(
                fields=["angkatan", "anggota"],
                condition=models.Q(status__in=["menunggu", "diundang"]),
                name="permohonan_sekali",
            )
        ]

    def __str__(self) -> str:
        return f"{self.anggota} – {self.angkatan}"

    def is_lewat(self) -> bool:
        """Whether an invitation has expired."""
        return self.berlaku_sampai is not None and self.berlaku_sampai < hari_ini()


class Kehadiran(models.Model):
    """One record of who was there. Rows are only added (by trigger); `rules.settle_catatan` reads them."""

    class Status(models.TextChoices):
        HADIR = "hadir", _("Present")
        TERLAMBAT = "terlambat", _("Late")
        IZIN = "izin", _("Excused")
        SAKIT = "sakit", _("Ill")
        ALPA = "alpa", _("Absent")

    class Cara(models.TextChoices):
        KETUK = "ketuk", _("Facilitator's list")
        QR = "qr", _("QR code")
        KODE = "kode", _("Four digits")
        KERTAS = "kertas", _("Signed paper")
        LURING = "luring", _("Facilitator's phone without signal")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pertemuan = models.ForeignKey(
        Pertemuan, models.PROTECT, related_name="kehadiran", verbose_name=_("session")
    )
    peserta = models.ForeignKey(
        Peserta, models.PROTECT, related_name="kehadiran", verbose_name=_("learner")
    )
    status = models.CharField(_("state"), max_length=10, choices=Status)
    cara = models.CharField(_("how"), max_length=8, choices=Cara)
    alasan = models.CharField(_("reason"), max_length=200, blank=True)
    dicatat_pada = models.DateTimeField(_("recorded"))
    diterima_pada = models.DateTimeField(default=sekarang, editable=False)
    pencatat = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class Meta:
        ordering = ["dicatat_pada", "id"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        indexes = [models.Index(fields=["pertemuan", "peserta", "dicatat_pada"], name="hadir_urut")]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.status}"
