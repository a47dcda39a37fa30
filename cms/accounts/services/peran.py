"""Giving and ending roles. A row is never deleted: it ends with a day, or was withdrawn unused."""

from datetime import date, timedelta

from django.contrib.auth.models import Group
from django.db import transaction

from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.core.jejak.services import record_jejak

from .. import peran as nama_peran
from .. import permissions
from ..kunci import Kunci, announce_perubahan
from ..models import Peran, User
from ..rules import is_tanggal_wajar
from ..selectors import get_peran
from . import galat
from .gembok import keep_admin, lock_admin, lock_user


@transaction.atomic
def give_peran(
    *,
    user: User,
    peran: str,
    dasar: str,
    dari: date | None = None,
    sampai: date | None = None,
    actor: User | None = None,
) -> Peran:
    """Give a role for a time, both days counted, and tell who gets it (unless the house gives it).

    Raises PeranTidakDikenal, TidakBerwenang, AkunNonaktif, BerakhirSebelumMulai, TanggalTidakWajar,
    PeranTumpangTindih.
    """
    dari = dari or waktu.hari_ini()
    _check_masa(dari, sampai)
    if peran not in nama_peran.NAMA:
        raise galat.PeranTidakDikenal(peran)
    if actor and not permissions.can_give_peran(actor, user, peran):
        raise galat.TidakBerwenang(user.pk)
    _check_bebas(lock_user(user), peran, dari, sampai)
    group = Group.objects.get(name=peran)
    baris = Peran.objects.create(user=user, group=group, dari=dari, sampai=sampai, dasar=dasar)
    sync_groups(user)
    jejak = record_jejak(actor, "give_peran", baris, sesudah={"peran": peran})
    _tell_peran(baris, Kunci.PERAN_DIBERIKAN, jejak)
    return baris


def _check_masa(dari: date, sampai: date | None) -> None:
    if not is_tanggal_wajar(dari) or (sampai and not is_tanggal_wajar(sampai)):
        raise galat.TanggalTidakWajar
    if sampai and sampai < dari:
        raise galat.BerakhirSebelumMulai


def _check_bebas(user: User, peran: str, dari: date, sampai: date | None) -> None:
    if not user.is_active:
        raise galat.AkunNonaktif(user.pk)
    sama = Peran.objects.belum_berakhir(dari).filter(user=user, group__name=peran)
    if (sama.filter(dari__lte=sampai) if sampai else sama).exists():
        raise galat.PeranTumpangTindih(peran)


@transaction.atomic
def end_peran(*, peran: Peran, sampai: date, actor: User | None = None) -> Peran:
    """Let a role end on a day, which still counts, and tell who had it; the row stays.

    Raises TidakBerwenang, TanggalTidakWajar, BerakhirSebelumMulai, PeranSudahBerakhir, AdminTerakhir.
    """
    baris = _lock_peran(peran, actor)
    _check_masa(baris.dari, sampai)
    if not baris.is_terbuka(waktu.hari_ini()) or (baris.sampai and baris.sampai < sampai):
        raise galat.PeranSudahBerakhir(baris.pk)
    if baris.group.name == nama_peran.ADMIN:
        keep_admin(Peran.objects.exclude(pk=baris.pk), sampai)
    baris.sampai = sampai
    baris.save(update_fields=["sampai"])
    sync_groups(baris.user)
    jejak = record_jejak(actor, "end_peran", baris, sesudah={"sampai": str(sampai)})
    _tell_peran(baris, Kunci.PERAN_DIAKHIRI, jejak)
    return baris


@transaction.atomic
def cancel_peran(*, peran: Peran, actor: User | None = None) -> Peran:
    """Withdraw a role that began today or has not begun; it never counts, the row stays.

    Raises TidakBerwenang, PeranSudahBerakhir, PeranSudahMulai, AdminTerakhir.
    """
    baris, hari = _lock_peran(peran, actor), waktu.hari_ini()
    if not baris.is_terbuka(hari):
        raise galat.PeranSudahBerakhir(baris.pk)
    if baris.dari < hari:
        raise galat.PeranSudahMulai(baris.pk)
    if baris.group.name == nama_peran.ADMIN:
        keep_admin(Peran.objects.exclude(pk=baris.pk), baris.dari - timedelta(days=1))
    _withdraw(baris)
    sync_groups(baris.user)
    _tell_peran(baris, Kunci.PERAN_DIAKHIRI, record_jejak(actor, "cancel_peran", baris))
    return baris


def _tell_peran(baris: Peran, kunci: Kunci, jejak: Jejak) -> None:
    if jejak.pelaku is not None:
        announce_perubahan(baris.user, kunci, jejak, rinci=str(nama_peran.NAMA[baris.group.name]))


def _lock_peran(peran: Peran, actor: User | None) -> Peran:
    """The row as it is now; administrators first, then the account, then the row."""
    lock_admin()
    lock_user(peran.user)
    semua = Peran.objects.select_related("user", "group")
    baris = semua.select_for_update(of=("self",)).get(pk=peran.pk)
    if actor and not permissions.can_manage_peran(actor, baris):
        raise galat.TidakBerwenang(baris.pk)
    return baris


def _withdraw(baris: Peran) -> None:
    baris.dibatalkan_pada = waktu.sekarang()
    baris.save(update_fields=["dibatalkan_pada"])


def close_semua_peran(user: User) -> None:
    """From this moment no role counts any more, not even today: yesterday was the last day."""
    hari = waktu.hari_ini()
    for baris in Peran.objects.belum_berakhir(hari).filter(user=user):
        if baris.dari >= hari:
            _withdraw(baris)
        else:
            baris.sampai = hari - timedelta(days=1)
            baris.save(update_fields=["sampai"])
    sync_groups(user)


def sync_groups(user: User) -> None:
    """Make Django's groups, which Wagtail reads, say what the dated rows say today."""
    user._peran = None  # type: ignore[attr-defined]
    user.groups.set(Group.objects.filter(name__in=get_peran(user)))
    user.peran_dihitung_pada = waktu.hari_ini()
    user.save(update_fields=["peran_dihitung_pada"])
