"""Funds, their accounts, and the journal: written as drafts, posted once, never changed after."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import sekarang

PANJANG_GARAM = 32


def make_garam() -> bytes:
    """What keeps a hash from being guessed back."""
    return secrets.token_bytes(PANJANG_GARAM)


class Dana(models.Model):
    """Money kept apart: its own cash, banks and accounts."""

    class Penutupan(models.TextChoices):
        LABA_RUGI = "laba_rugi", _("Profit and loss, with a year-end")
        TERIMA_BAYAR = "terima_bayar", _("Receipts and payments")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.SlugField(_("code"), max_length=12, unique=True)
    nama = models.CharField(_("name of the fund"), max_length=80)
    penutupan = models.CharField(_("how it is closed"), max_length=12, choices=Penutupan)
    urutan = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["urutan", "kode"]
        verbose_name = _("fund")
        verbose_name_plural = _("funds")

    def __str__(self) -> str:
        return self.nama


class Akun(models.Model):
    """One account of a fund's chart. Closed when it is not wanted any more, never deleted once used."""

    class Golongan(models.TextChoices):
        ASET = "aset", _("Asset")
        KEWAJIBAN = "kewajiban", _("Liability")
        MODAL = "modal", _("Equity")
        PENDAPATAN = "pendapatan", _("Income")
        BIAYA = "biaya", _("Expense")

    class Peran(models.TextChoices):
        BIASA = "biasa", _("Ordinary")
        KAS = "kas", _("Cash")
        BANK = "bank", _("Bank")
        KLIRING = "kliring", _("Clearing with other funds")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dana = models.ForeignKey(Dana, models.PROTECT, related_name="akun", verbose_name=_("fund"))
    kode = models.CharField(_("code"), max_length=12)
    nama = models.CharField(_("name of the account"), max_length=120)
    golongan = models.CharField(_("class"), max_length=12, choices=Golongan)
    kontra = models.BooleanField(_("reduces its class"), default=False)
    peran = models.CharField(_("use"), max_length=8, choices=Peran, default=Peran.BIASA)
    ditutup_pada = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        ordering = ["dana", "kode"]
        verbose_name = _("account of the books")
        verbose_name_plural = _("accounts of the books")
        constraints = [models.UniqueConstraint(fields=["dana", "kode"], name="akun_kode_sekali")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Penomor(models.Model):
    """The last number given of a fund, kind and year. Locked while a number is taken: no gaps."""

    dana = models.ForeignKey(Dana, models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=3)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dana", "jenis", "tahun"], name="penomor_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun}: {self.terakhir}"


class Periode(models.Model):
    """One month of the whole BKM's books, named by its first day."""

    class Status(models.TextChoices):
        BUKA = "buka", _("Open")
        TUTUP = "tutup", _("Closed")
        SEGEL = "segel", _("Sealed")

    bulan = models.DateField(_("month"), unique=True)
    status = models.CharField(_("state"), max_length=5, choices=Status, default=Status.BUKA)

    class Meta:
        ordering = ["-bulan"]
        verbose_name = _("month of the books")
        verbose_name_plural = _("months of the books")

    def __str__(self) -> str:
        return f"{self.bulan:%Y-%m}"


class Jurnal(models.Model):
    """One entry. Who was paid and what for stands in `PihakJurnal`; here only its hash."""

    class Jenis(models.TextChoices):
        BKM = "BKM", _("Money in")
        BKK = "BKK", _("Money out")
        BPB = "BPB", _("Transfer")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField(_("number"), max_length=40, blank=True, editable=False)
    jenis = models.CharField(_("kind"), max_length=3, choices=Jenis)
    dana = models.ForeignKey(Dana, models.PROTECT, related_name="jurnal", verbose_name=_("fund"))
    periode = models.ForeignKey(
        Periode, models.PROTECT, related_name="jurnal", null=True, editable=False
    )
    tanggal = models.DateField(_("booked on"))
    berlaku_pada = models.DateField(_("happened on"))
    posted_at = models.DateTimeField(_("posted"), null=True, editable=False)
    dibuat_pada = models.DateTimeField(_("written"), default=sekarang, editable=False)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    dibukukan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    kunci = models.UUIDField(editable=False)
    isi_hash = models.CharField(max_length=64, editable=False)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="reversed_by", editable=False
    )
    sumber_jenis = models.CharField(max_length=40, blank=True, editable=False)
    sumber_uuid = models.UUIDField(null=True, editable=False)
    garam = models.BinaryField(default=make_garam, editable=False)
    pihak_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("entry of the journal")
        verbose_name_plural = _("entries of the journal")
        constraints = [
            models.UniqueConstraint(fields=["dibuat_oleh", "kunci"], name="jurnal_kunci_sekali"),
            models.UniqueConstraint(
                fields=["nomor"], condition=~Q(nomor=""), name="jurnal_nomor_sekali"
            ),
            models.CheckConstraint(
                condition=Q(posted_at=None, nomor="", periode=None, dibukukan_oleh=None)
                | (
                    Q(posted_at__isnull=False, periode__isnull=False, dibukukan_oleh__isnull=False)
                    & ~Q(nomor="")
                ),
                name="jurnal_dibukukan_utuh",
            ),
        ]
        indexes = [models.Index(fields=["dana", "tanggal"], name="jurnal_dana_tanggal")]

    def __str__(self) -> str:
        return self.nomor or str(_("draft"))


class BarisJurnal(models.Model):
    """One line: whole rupiah on one side."""

    jurnal = models.ForeignKey(Jurnal, models.CASCADE, related_name="baris")
    urutan = models.PositiveSmallIntegerField(_("order"))
    akun = models.ForeignKey(Akun, models.PROTECT, related_name="baris", verbose_name=_("account"))
    debit = models.BigIntegerField(_("debit"), default=0)
    kredit = models.BigIntegerField(_("credit"), default=0)

    class Meta:
        ordering = ["jurnal", "urutan"]
        verbose_name = _("line of the journal")
        verbose_name_plural = _("lines of the journal")
        constraints = [
            models.UniqueConstraint(fields=["jurnal", "urutan"], name="baris_urutan_sekali"),
            models.CheckConstraint(
                condition=Q(debit__gt=0, kredit=0) | Q(debit=0, kredit__gt=0),
                name="baris_satu_sisi",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.akun_id}: {self.debit or -self.kredit}"


class PihakJurnal(models.Model):
    """The personal part of an entry: may be blanked at a person's wish without touching the entry."""

    jurnal = models.OneToOneField(Jurnal, models.CASCADE, related_name="pihak")
    garam = models.BinaryField(default=make_garam, editable=False)
    nama = models.CharField(_("from or to whom"), max_length=120, blank=True)
    keterangan = models.CharField(_("what for"), max_length=300, blank=True)
    dihapus_pada = models.DateTimeField(_("blanked"), null=True, editable=False)

    class Meta:
        verbose_name = _("party of an entry")
        verbose_name_plural = _("parties of entries")

    def __str__(self) -> str:
        return str(self.jurnal_id)
