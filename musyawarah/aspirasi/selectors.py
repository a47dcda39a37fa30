"""Questions about tickets."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext

from cms.accounts.selectors import get_users_with_peran
from cms.core import waktu
from cms.core.tugas import Tugas

from . import permissions, rules
from .kode import hash_kode
from .models import Aspirasi, Tanggapan

BANYAK_TUGAS = 5


@dataclass(frozen=True)
class Perjalanan:
    """A ticket as its sender sees it: what was sent, and every public step since."""

    tiket: str
    jenis: str
    isi: str
    status: str
    status_teks: str
    batas_jawab: date
    terbuka: bool
    langkah: list[Tanggapan]

    @property
    def ditarik(self) -> bool:
        return self.status == Aspirasi.Status.DITARIK


def find_aspirasi(kode: str) -> Aspirasi | None:
    """The ticket of a follow-up code as typed."""
    bersih = rules.clean_kode(kode)
    return Aspirasi.objects.filter(kode_hash=hash_kode(bersih)).first() if bersih else None


def get_perjalanan(aspirasi: Aspirasi) -> Perjalanan:
    """What the sender may read; a hidden text is not shown again."""
    return Perjalanan(
        tiket=aspirasi.tiket,
        jenis=str(aspirasi.get_jenis_display()),
        isi="" if aspirasi.disembunyikan_pada else aspirasi.isi,
        status=aspirasi.status,
        status_teks=str(aspirasi.get_status_display()),
        batas_jawab=aspirasi.batas_jawab,
        terbuka=aspirasi.status in Aspirasi.TERBUKA,
        langkah=list(aspirasi.tanggapan.filter(publik=True)),
    )


@dataclass(frozen=True)
class SisaWaktu:
    """How long until an answer is due, in working days; negative when late."""

    batas: date
    hari_kerja: int

    @property
    def terlambat(self) -> bool:
        return self.hari_kerja < 0


def get_sisa(aspirasi: Aspirasi) -> SisaWaktu | None:
    """None when nothing is due any more."""
    if aspirasi.status not in Aspirasi.TERBUKA:
        return None
    hari = rules.count_hari_kerja(waktu.hari_ini(), aspirasi.batas_jawab)
    if hari == 0 and aspirasi.batas_jawab < waktu.hari_ini():
        hari = -1
    return SisaWaktu(batas=aspirasi.batas_jawab, hari_kerja=hari)


def get_calon_petugas():
    """Accounts to which a ticket may be passed on."""
    return get_users_with_peran(*permissions.PETUGAS).order_by("nama")


def count_terbuka() -> int:
    return Aspirasi.objects.terbuka().filter(disembunyikan_pada__isnull=True).count()


@dataclass(frozen=True)
class Hitungan:
    """How many tickets; nothing that tells whose."""

    masuk: int
    keluhan: int
    dijawab: int
    menunggu: int
    terlambat: int


def get_panel() -> dict:
    """What was received and answered since the first of the month, and what waits now."""
    hari = waktu.hari_ini()
    awal = waktu.awal_hari(hari.replace(day=1))
    masuk, terbuka = Q(diterima_pada__gte=awal), Q(status__in=Aspirasi.TERBUKA)
    jumlah = Aspirasi.objects.filter(disembunyikan_pada__isnull=True).aggregate(
        masuk=Count("pk", filter=masuk),
        keluhan=Count("pk", filter=masuk & Q(jenis=Aspirasi.Jenis.KELUHAN)),
        dijawab=Count("pk", filter=Q(status=Aspirasi.Status.DIJAWAB, dijawab_pada__gte=awal)),
        menunggu=Count("pk", filter=terbuka),
        terlambat=Count("pk", filter=terbuka & Q(batas_jawab__lt=hari)),
    )
    return {"hitungan": Hitungan(**jumlah), "bulan": hari}


def describe_sisa(aspirasi: Aspirasi) -> str:
    """The deadline as people say it; "" when nothing is due any more."""
    sisa = get_sisa(aspirasi)
    if sisa is None:
        return ""
    if sisa.terlambat:
        return gettext("%(n)d working days late") % {"n": -sisa.hari_kerja}
    return gettext("%(n)d working days left") % {"n": sisa.hari_kerja}


def get_tugas(user) -> list[Tugas]:
    """Open tickets that this account may answer: the most urgent first, up to five, then the list."""
    terbuka = permissions.visible_to(user).terbuka().filter(disembunyikan_pada__isnull=True)
    urut = list(terbuka.order_by("batas_jawab", "pk"))
    tugas = [_to_tugas(tiket) for tiket in urut[:BANYAK_TUGAS]]
    return [*tugas, _to_semua(len(urut))] if len(urut) > BANYAK_TUGAS else tugas


def _to_tugas(tiket: Aspirasi) -> Tugas:
    apa = {"jenis": tiket.get_jenis_display(), "isi": Truncator(tiket.isi).words(8, truncate="…")}
    return Tugas(
        gettext("%(jenis)s: %(isi)s") % apa,
        f"{describe_sisa(tiket)} · {tiket.get_status_display()}",
        reverse("aspirasi:edit", args=[tiket.pk]),
        gettext("Answer it"),
        tiket.diterima_pada,
    )


def _to_semua(banyak: int) -> Tugas:
    return Tugas(
        gettext("%(n)d proposals and complaints wait for an answer") % {"n": banyak},
        gettext("The most urgent stand above."),
        reverse("aspirasi:index"),
        gettext("All proposals and complaints"),
    )
