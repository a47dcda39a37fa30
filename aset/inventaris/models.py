"""Things the BKM owns, and who has them in hand."""

import uuid
from functools import partial

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.cek import make_kode
from cms.core.waktu import sekarang

AWALAN_KODE = "b"


class Barang(models.Model):
    """One thing. Its holder is the receiver of the last finished hand-over, set only by services."""

    class Jenis(models.TextChoices):
        ELEKTRONIK = "elektronik", _("Electronics")
        MEBEL = "mebel", _("Furniture")
        ALAT_KERJA = "alat_kerja", _("Tools")
        TENDA_KURSI = "tenda_kursi", _("Tent, chairs and sound")
        KENDARAAN = "kendaraan", _("Vehicles")
        BUKU_ARSIP = "buku_arsip", _("Books and archive")
        LAIN = "lain", _("Other")

    class Kondisi(models.TextChoices):
        BAIK = "baik", _("Good")
        RUSAK_RINGAN = "rusak_ringan", _("Slightly damaged")
        RUSAK_BERAT = "rusak_berat", _("Badly damaged")
        HILANG = "hilang", _("Lost")

    class SumberDana(models.TextChoices):
        BLM = "blm", _("Programme grant (BLM)")
        SWADAYA = "swadaya", _("Contributed by residents")
        UPK = "upk", _("Income of the UPK")
        BOP = "bop", _("Operating money (BOP)")
        HIBAH = "hibah", _("Gift")
        LAIN = "lain", _("Other")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    kode = models.CharField(
        max_length=20, unique=True, editable=False, default=partial(make_kode, AWALAN_KODE)
    )
    nama = models.CharField(_("name of the thing"), max_length=120)
    jenis = models.CharField(_("kind"), max_length=12, choices=Jenis)
    letak = models.CharField(_("where it is"), max_length=120)
    kondisi = models.CharField(_("condition"), max_length=12, choices=Kondisi, default=Kondisi.BAIK)
    nilai = models.PositiveBigIntegerField(
        _("value when acquired (Rp)"), help_text=_("In whole rupiah; 0 if unknown.")
    )
    sumber_dana = models.CharField(_("paid from"), max_length=10, choices=SumberDana)
    diperoleh_pada = models.DateField(_("acquired on"))
    catatan = models.TextField(_("note"), blank=True, max_length=1000)
    foto = models.ForeignKey(
        "core.Berkas",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("photo"),
    )
    pemegang = models.ForeignKey(
        "komunitas.Anggota",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="barang",
        editable=False,
        verbose_name=_("held by"),
    )
    berakhir_pada = models.DateField(_("ended on"), null=True, blank=True, editable=False)
    alasan_berakhir = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    class Meta:
        ordering = ["nomor"]
        verbose_name = _("thing")
        verbose_name_plural = _("things")
        indexes = [models.Index(fields=["jenis", "nomor"], name="barang_jenis")]

    def __str__(self) -> str:
        return f"{self.nomor} {self.nama}"


class Serahan(models.Model):
    """One hand-over of one thing. Finished once giver and receiver both said so; then for ever.

    `dari` is empty when a thing first leaves the BKM's store; then the officer speaks for the giver.
    """

    class Status(models.TextChoices):
        MENUNGGU = "menunggu", _("Waiting for confirmation")
        SELESAI = "selesai", _("Handed over")
        DITOLAK = "ditolak", _("Refused")
        BATAL = "batal", _("Cancelled")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    barang = models.ForeignKey(Barang, models.PROTECT, related_name="serahan")
    dari = models.ForeignKey(
        "komunitas.Anggota", models.PROTECT, null=True, blank=True, related_name="menyerahkan"
    )
    kepada = models.ForeignKey(
        "komunitas.Anggota", models.PROTECT, related_name="menerima", verbose_name=_("to")
    )
    kondisi = models.CharField(_("condition"), max_length=12, choices=Barang.Kondisi)
    catatan = models.CharField(_("note"), max_length=300, blank=True)
    dimulai_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dimulai_pada = models.DateTimeField(default=sekarang)
    diserahkan_pada = models.DateTimeField(null=True)
    diterima_pada = models.DateTimeField(null=True)
    di_kertas = models.CharField(_("signed on paper by"), max_length=20, blank=True)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.MENUNGGU)
    selesai_pada = models.DateTimeField(null=True)
    alasan = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("hand-over")
        verbose_name_plural = _("hand-overs")
        constraints = [
            models.UniqueConstraint(
                fields=["barang"],
                condition=models.Q(status="menunggu"),
                name="serahan_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=models.Q(dari__isnull=True) | ~models.Q(dari=models.F("kepada")),
                name="serahan_dua_orang",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="selesai")
                | models.Q(diserahkan_pada__isnull=False, diterima_pada__isnull=False),
                name="serahan_selesai_oleh_dua",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.barang} → {self.kepada}"
