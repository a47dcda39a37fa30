"""Changes to accounts and roles."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from cms.core import waktu
from cms.core.jejak.models import Jejak
from cms.core.jejak.services import record_jejak

from . import peran as nama_peran
from .kunci import Kunci, announce_perubahan
from .models import Peran, User
from .selectors import get_peran


class PeranTidakDikenal(Exception):
    """There is no role of this name."""


@transaction.atomic
def create_user(
    *,
    username: str,
    nama: str,
    password: str | None = None,
    email: str | None = None,
    telepon: str | None = None,
    actor: User | None = None,
) -> User:
    """Create an account; without a password nobody can sign in to it yet."""
    user = User(username=username, nama=nama, email=email, telepon=telepon)
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    record_jejak(actor, "create_user", user)
    return user


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
    """Give a role for a time, and tell who gets it (not when the house itself does, at set-up).

    Raises PeranTidakDikenal.
    """
    if peran not in nama_peran.NAMA:
        raise PeranTidakDikenal(peran)
    baris = Peran.objects.create(
        user=user,
        group=Group.objects.get(name=peran),
        dari=dari or waktu.hari_ini(),
        sampai=sampai,
        dasar=dasar,
    )
    sync_groups(user)
    jejak = record_jejak(actor, "give_peran", baris, sesudah={"peran": peran})
    _tell_peran(baris, Kunci.PERAN_DIBERIKAN, jejak)
    return baris


@transaction.atomic
def end_peran(*, peran: Peran, sampai: date, actor: User | None = None) -> Peran:
    """Let a role end on a date (inclusive), and tell who had it; the row stays."""
    peran = Peran.objects.select_for_update().get(pk=peran.pk)
    peran.sampai = max(sampai, peran.dari)
    peran.save(update_fields=["sampai"])
    sync_groups(peran.user)
    jejak = record_jejak(actor, "end_peran", peran, sesudah={"sampai": str(peran.sampai)})
    _tell_peran(peran, Kunci.PERAN_DIAKHIRI, jejak)
    return peran


def _tell_peran(baris: Peran, kunci: Kunci, jejak: Jejak) -> None:
    if jejak.pelaku is not None:
        announce_perubahan(baris.user, kunci, jejak, rinci=str(nama_peran.NAMA[baris.group.name]))


def sync_groups(user: User) -> None:
    """Make Django's groups, which Wagtail reads, say what the dated rows say today."""
    user._peran = None  # type: ignore[attr-defined]
    user.groups.set(Group.objects.filter(name__in=get_peran(user)))
    user.peran_dihitung_pada = waktu.hari_ini()
    user.save(update_fields=["peran_dihitung_pada"])
