"""Accounts and dated roles. A person of the village is `komunitas.Anggota`, not a User."""

import uuid
from datetime import date

from django.contrib.auth.models import AbstractUser, Group, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


class User(AbstractUser):
    """An account: signs in by username, e-mail or phone, each unique where present."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), null=True, blank=True, unique=True)
    telepon = models.CharField(_("phone"), max_length=20, null=True, blank=True, unique=True)
    telepon_terverifikasi = models.BooleanField(default=False, editable=False)
    peran_dihitung_pada = models.DateField(null=True, editable=False)
    nonaktif_pada = models.DateTimeField(null=True, editable=False)
    alasan_nonaktif = models.CharField(max_length=200, blank=True, editable=False)

    objects = UserManager()
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(Lower("username"), name="akun_nama_masuk_unik"),
            models.UniqueConstraint(Lower("email"), name="akun_surel_unik"),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self) -> None:
        super().clean()
        self.email = self.email or None
        self.telepon = self.telepon or None

    def save(self, *args, **kwargs):
        self.email = self.email or None
        self.telepon = self.telepon or None
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.nama or self.username

    def get_short_name(self) -> str:
        return self.get_full_name().split()[0]


class PeranQuerySet(models.QuerySet):
    def berlaku(self, hari: date) -> "PeranQuerySet":
        """Rows that count on a day."""
        return self.belum_berakhir(hari).filter(dari__lte=hari)

    def belum_berakhir(self, hari: date) -> "PeranQuerySet":
        """Rows that count on a day or will count later."""
        tanpa_akhir = models.Q(sampai__isnull=True) | models.Q(sampai__gte=hari)
        return self.filter(tanpa_akhir, dibatalkan_pada__isnull=True)


class Peran(models.Model):
    """A role for a time. It counts only inside its dates; `dasar` names the decision or letter.

    A row that was withdrawn before its first day ended has `dibatalkan_pada` and never counts.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="peran")
    group = models.ForeignKey(Group, models.PROTECT, related_name="peran")
    dari = models.DateField()
    sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200)
    dicatat_pada = models.DateTimeField(default=sekarang, editable=False)
    dibatalkan_pada = models.DateTimeField(null=True, editable=False)

    objects = PeranQuerySet.as_manager()

    class Meta:
        ordering = ["user_id", "group_id", "dari"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sampai__isnull=True) | models.Q(sampai__gte=models.F("dari")),
                name="peran_dari_sebelum_sampai",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.group}"

    def is_berlaku(self, hari: date) -> bool:
        return self.dari <= hari and self.is_terbuka(hari)

    def is_terbuka(self, hari: date) -> bool:
        """Counts on a day or later."""
        return self.dibatalkan_pada is None and (self.sampai is None or hari <= self.sampai)


class KodeMasuk(models.Model):
    """A one-time code an officer gives to somebody they know face to face; only its hash is kept."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="kode_masuk")
    dibuat_oleh = models.ForeignKey(User, models.PROTECT, related_name="+")
    sandi = models.CharField(max_length=128)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    berlaku_sampai = models.DateTimeField()
    dipakai_pada = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-dibuat_pada"]

    def __str__(self) -> str:
        return f"{self.user} {self.dibuat_pada:%Y-%m-%d}"


class Perangkat(models.Model):
    """A phone or computer on which one account's entries wait without signal.

    Only the hash of its secret is kept. The secret does one thing: append entries to the queue.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        User, models.PROTECT, related_name="perangkat", verbose_name=_("account")
    )
    nama = models.CharField(_("device"), max_length=60)
    rahasia_hash = models.CharField(max_length=64, editable=False)
    dibuat_pada = models.DateTimeField(_("bound"), default=sekarang, editable=False)
    dilihat_pada = models.DateTimeField(_("last used"), default=sekarang, editable=False)
    jendela = models.DateTimeField(default=sekarang, editable=False)
    jumlah = models.PositiveIntegerField(default=0, editable=False)
    ditarik_pada = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    ditarik_oleh = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["-dilihat_pada"]
        verbose_name = _("device")
        verbose_name_plural = _("devices")

    def __str__(self) -> str:
        return self.nama


class Kartu(models.Model):
    """A printed card: its code names it, six digits (only their hash is kept) open a learner's session.

    `versi` counts the PINs: a session that began with an older one ends.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="kartu", verbose_name=_("account"))
    kode = models.CharField(max_length=20, unique=True, editable=False)
    pin = models.CharField(max_length=128, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=0, editable=False)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    ditarik_pada = models.DateTimeField(null=True, editable=False)
    alasan = models.CharField(_("reason"), max_length=200, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("member card")
        verbose_name_plural = _("member cards")
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(ditarik_pada__isnull=True),
                name="kartu_satu_berlaku",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.dibuat_pada:%Y-%m-%d}"
