"""The outbox: what must reach somebody stands here until it has, or until it is given up aloud."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang


class Pesan(models.Model):
    """One message to one frozen recipient through one channel."""

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Waiting")
        TERKIRIM = "terkirim", _("Sent")
        GAGAL = "gagal", _("Given up")
        BATAL = "batal", _("Cancelled")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jenis = models.CharField(max_length=60)
    kunci = models.CharField(max_length=200, unique=True)
    saluran = models.CharField(max_length=20)
    prioritas = models.PositiveSmallIntegerField(default=5)
    judul = models.CharField(max_length=200)
    isi = models.TextField()
    tautan = models.CharField(max_length=300, blank=True)
    teks_layar_kunci = models.CharField(max_length=120)
    penerima_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="pesan"
    )
    penerima_anggota = models.UUIDField(null=True)
    penerima_nama = models.CharField(max_length=120)
    alamat = models.CharField(max_length=254, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.MENUNGGU)
    tidak_sebelum = models.DateTimeField(default=sekarang)
    kedaluwarsa = models.DateTimeField(null=True)
    dipegang_sampai = models.DateTimeField(null=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    dibuat_pada = models.DateTimeField(default=sekarang)
    terkirim_pada = models.DateTimeField(null=True)
    dibaca_pada = models.DateTimeField(null=True)
    mungkin_ganda = models.BooleanField(default=False)
    kesalahan = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["prioritas", "tidak_sebelum"],
                condition=models.Q(status="menunggu"),
                name="pesan_antre",
            ),
            models.Index(fields=["penerima_user", "-id"], name="pesan_kotak"),
            models.Index(
                fields=["penerima_user"],
                condition=models.Q(dibaca_pada__isnull=True, saluran="kotak"),
                name="pesan_belum_dibaca",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class Kontak(models.Model):
    """An address on a channel; preferences hang here, so people without an account have them too."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    saluran = models.CharField(max_length=20)
    alamat = models.CharField(max_length=254)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["saluran", "alamat"], name="kontak_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.saluran} {self.uuid}"


class Penolakan(models.Model):
    """One kind of message that a contact does not want."""

    kontak = models.ForeignKey(Kontak, models.CASCADE, related_name="penolakan")
    jenis = models.CharField(max_length=60)
    sejak = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kontak", "jenis"], name="penolakan_unik"),
        ]

    def __str__(self) -> str:
        return self.jenis


class Langganan(models.Model):
    """A subscription to one topic; it counts once confirmed from the address itself."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kontak = models.ForeignKey(Kontak, models.CASCADE, related_name="langganan")
    topik = models.CharField(max_length=60)
    diminta_pada = models.DateTimeField(default=sekarang)
    dikonfirmasi_pada = models.DateTimeField(null=True)
    berhenti_pada = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kontak", "topik"], name="langganan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.topik} {self.uuid}"
