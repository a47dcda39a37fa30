"""Places, people and groups that every room shares."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.waktu import hari_ini, sekarang

from .berkas.models import BerkasWarga as BerkasWarga
from .tautan.models import TautanPribadi as TautanPribadi


class Wilayah(models.Model):
    """A place of the village: the desa itself, its RW and RT."""

    class Jenis(models.TextChoices):
        DESA = "desa", _("Village or kelurahan")
        DUSUN = "dusun", _("Hamlet")
        RW = "rw", "RW"
        RT = "rt", "RT"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jenis = models.CharField(_("kind"), max_length=10, choices=Jenis)
    nama = models.CharField(_("name"), max_length=80)
    induk = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="anak",
        verbose_name=_("part of"),
    )

    class Meta:
        ordering = ["nama"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(fields=["induk", "jenis", "nama"], name="wilayah_unik"),
            models.UniqueConstraint(
                fields=["jenis"], condition=models.Q(jenis="desa"), name="wilayah_satu_desa"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class BerakhirQuerySet(models.QuerySet):
    """Records that end with a date instead of being deleted."""

    def aktif(self):
        """Those who have not ended (a day still to come counts as ended already decided)."""
        return self.filter(berakhir_pada__isnull=True)


class Anggota(models.Model):
    """A person. Facts of the domain point here, never to the account; never deleted.

    Somebody entered twice is merged: the other row ends and `digabung_ke` names the one that stays.
    """

    class JenisKelamin(models.TextChoices):
        PEREMPUAN = "perempuan", _("Woman")
        LAKI_LAKI = "laki_laki", _("Man")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    akun = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="anggota",
        verbose_name=_("account"),
    )
    nama = models.CharField(_("name"), max_length=120)
    jenis_kelamin = models.CharField(
        _("sex"), max_length=10, choices=JenisKelamin, blank=True, default=""
    )
    wilayah = models.ForeignKey(
        Wilayah, models.PROTECT, null=True, blank=True, verbose_name=_("lives in")
    )
    telepon = models.CharField(_("phone"), max_length=20, blank=True)
    surel = models.EmailField(_("e-mail"), blank=True)
    berakhir_pada = models.DateField(_("ended on"), null=True, blank=True)
    alasan_berakhir = models.CharField(_("reason"), max_length=200, blank=True)
    digabung_ke = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="gabungan",
        verbose_name=_("merged into"),
    )
    dibuat_pada = models.DateTimeField(default=sekarang, editable=False)

    objects = BerakhirQuerySet.as_manager()

    class Meta:
        ordering = ["nama"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digabung_ke__isnull=True)
                | models.Q(berakhir_pada__isnull=False) & ~models.Q(digabung_ke=models.F("id")),
                name="anggota_gabungan_berakhir",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Ksm(models.Model):
    """A self-help group (KSM)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nama = models.CharField(_("name"), max_length=80, unique=True)
    wilayah = models.ForeignKey(
        Wilayah, models.PROTECT, null=True, blank=True, verbose_name=_("place")
    )
    berdiri_pada = models.DateField(_("founded on"))
    berakhir_pada = models.DateField(_("ended on"), null=True, blank=True)
    alasan_berakhir = models.CharField(_("reason"), max_length=200, blank=True)

    objects = BerakhirQuerySet.as_manager()

    class Meta:
        ordering = ["nama"]
        verbose_name = "KSM"
        verbose_name_plural = "KSM"

    def __str__(self) -> str:
        return self.nama


def rentang(nama: str) -> models.CheckConstraint:
    """The constraint that a dated row does not end before it begins."""
    return models.CheckConstraint(
        condition=models.Q(sampai__isnull=True) | models.Q(sampai__gte=models.F("dari")), name=nama
    )


class Keanggotaan(models.Model):
    """A person in a KSM for a time, perhaps with an office in it."""

    class Tugas(models.TextChoices):
        KETUA = "ketua", _("Chair")
        SEKRETARIS = "sekretaris", _("Secretary")
        BENDAHARA = "bendahara", _("Treasurer")
        ANGGOTA = "anggota", _("Member")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ksm = models.ForeignKey(
        Ksm, models.PROTECT, related_name="keanggotaan", verbose_name=_("group")
    )
    anggota = models.ForeignKey(
        Anggota, models.PROTECT, related_name="keanggotaan", verbose_name=_("person")
    )
    tugas = models.CharField(_("office"), max_length=12, choices=Tugas, default=Tugas.ANGGOTA)
    dari = models.DateField(_("from"))
    sampai = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["ksm_id", "dari"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            rentang("keanggotaan_rentang"),
            models.UniqueConstraint(
                fields=["ksm", "anggota"],
                condition=models.Q(sampai__isnull=True),
                name="keanggotaan_satu_terbuka",
            ),
            models.UniqueConstraint(
                fields=["ksm", "tugas"],
                condition=models.Q(sampai__isnull=True) & ~models.Q(tugas="anggota"),
                name="keanggotaan_satu_pengurus",
                violation_error_message=_("Somebody else holds this office in the group."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggota} – {self.ksm}"


class JabatanQuerySet(models.QuerySet):
    def berlaku(self):
        """Offices held today."""
        kini = hari_ini()
        return self.filter(
            models.Q(sampai__isnull=True) | models.Q(sampai__gte=kini), dari__lte=kini
        )


class Jabatan(models.Model):
    """An office in the BKM for a time; the organisation page reads these rows."""

    class Unit(models.TextChoices):
        BKM = "bkm", "BKM"
        SEKRETARIAT = "sekretariat", _("Secretariat")
        UPK = "upk", _("UPK (finance unit)")
        UPL = "upl", _("UPL (environment unit)")
        UPS = "ups", _("UPS (social unit)")
        PENGAWAS = "pengawas", _("Supervisors of the UPK")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anggota = models.ForeignKey(
        Anggota, models.PROTECT, related_name="jabatan", verbose_name=_("person")
    )
    unit = models.CharField(_("unit"), max_length=12, choices=Unit)
    jabatan = models.CharField(_("office"), max_length=60)
    urutan = models.PositiveSmallIntegerField(_("order"), default=0)
    dari = models.DateField(_("from"))
    sampai = models.DateField(_("until"), null=True, blank=True)

    objects = JabatanQuerySet.as_manager()

    class Meta:
        ordering = ["unit", "urutan", "dari"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [rentang("jabatan_rentang")]

    def __str__(self) -> str:
        return f"{self.jabatan} {self.get_unit_display()}"


class RiwayatPelatihan(models.Model):
    """What a person completed in training; written by pelatihan, read by the other rooms."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    anggota = models.ForeignKey(Anggota, models.PROTECT, related_name="riwayat_pelatihan")
    judul = models.CharField(_("training"), max_length=160)
    topik = models.CharField(_("topic"), max_length=80)
    selesai_pada = models.DateField(_("completed on"))
    jpl = models.PositiveSmallIntegerField(_("training hours (JPL)"), default=0)
    sumber_uuid = models.UUIDField(unique=True)

    class Meta:
        ordering = ["-selesai_pada"]
        verbose_name = _("completed training")
        verbose_name_plural = _("completed trainings")

    def __str__(self) -> str:
        return self.judul
