"""Questions about accounts and roles, answered from dated rows."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.core import waktu

from . import peran as nama_peran
from .models import Peran, User
from .rules import normalize_telepon


def get_peran(user) -> frozenset[str]:
    """Names of the roles that count today; computed once per user object and day."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    hari = waktu.hari_ini()
    simpanan = getattr(user, "_peran", None)
    if simpanan is None or simpanan[0] != hari:
        user._peran = simpanan = (hari, frozenset(_query_peran(user, hari)))
    return simpanan[1]


def _query_peran(user, hari):
    if "peran" in getattr(user, "_prefetched_objects_cache", {}):
        return [p.group.name for p in user.peran.all() if p.is_berlaku(hari)]
    return Peran.objects.berlaku(hari).filter(user=user).values_list("group__name", flat=True)


def list_peran(user) -> list[tuple[str, Peran]]:
    """(what the role is called, its dated row) of every role that counts today."""
    baris = Peran.objects.berlaku(waktu.hari_ini()).filter(user=user).select_related("group")
    return [(str(nama_peran.NAMA[b.group.name]), b) for b in baris]


def has_peran(user, *nama: str) -> bool:
    """Whether one of these roles counts today; the administrator's role does not imply the others."""
    return not get_peran(user).isdisjoint(nama)


def get_users_with_peran(*nama: str):
    """Active accounts that hold one of these roles today."""
    return filter_peran(User.objects.all(), *nama)


@dataclass(frozen=True)
class RiwayatPeran:
    """One role of an account as its page shows it; `terbuka` may still be ended.

    `baru` began today or begins later, so it may be withdrawn as well.
    """

    pk: int
    nama: str
    dari: date
    sampai: date | None
    dasar: str
    keadaan: str | Promise
    terbuka: bool
    baru: bool


def list_riwayat_peran(user: User) -> list[RiwayatPeran]:
    """All roles an account ever had, the open ones first, then the latest."""
    hari = waktu.hari_ini()
    semua = Peran.objects.filter(user=user).select_related("group").order_by("-dari", "-pk")
    return sorted((describe_riwayat(b, hari) for b in semua), key=lambda b: not b.terbuka)


def describe_riwayat(baris: Peran, hari: date) -> RiwayatPeran:
    return RiwayatPeran(
        pk=baris.pk,
        nama=str(nama_peran.NAMA.get(baris.group.name, baris.group.name)),
        dari=baris.dari,
        sampai=baris.sampai,
        dasar=baris.dasar,
        keadaan=_get_keadaan(baris, hari),
        terbuka=baris.is_terbuka(hari),
        baru=baris.is_terbuka(hari) and baris.dari >= hari,
    )


def _get_keadaan(baris: Peran, hari: date) -> str | Promise:
    if baris.dibatalkan_pada:
        return _("Withdrawn unused")
    if baris.is_berlaku(hari):
        return _("Counts today")
    return _("Begins later") if baris.dari > hari else _("Ended")


def describe_peran(user: User) -> str:
    """The names of today's roles in one line."""
    hari_ini = get_peran(user)
    return ", ".join(str(kata) for nama, kata in nama_peran.NAMA.items() if nama in hari_ini)


def annotate_akun(akun: QuerySet[User]) -> QuerySet[User]:
    """Everything the office's list shows, in two queries for any number of accounts."""
    totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return akun.annotate(dua_langkah=Exists(totp)).prefetch_related("peran__group")


def filter_kata(akun: QuerySet[User], kata: str) -> QuerySet[User]:
    """Accounts by name, username, e-mail or phone, which may be typed as people write it."""
    kata = kata.replace("\x00", "").strip()
    cocok = Q(nama__icontains=kata) | Q(username__icontains=kata) | Q(email__icontains=kata)
    angka = "".join(c for c in kata if c.isascii() and c.isdigit())
    if len(angka) >= 4:
        nomor = normalize_telepon(kata) or angka.removeprefix("0")
        cocok |= Q(telepon__icontains=nomor)
    return akun.filter(cocok)


def filter_peran(akun: QuerySet[User], *nama: str) -> QuerySet[User]:
    """Accounts that hold one of these roles today."""
    berlaku = Peran.objects.berlaku(waktu.hari_ini()).filter(group__name__in=nama)
    return akun.filter(pk__in=berlaku.values("user"), is_active=True)
