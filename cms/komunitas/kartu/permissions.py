"""Whose cards an officer handles: the office everybody's, a facilitator those of the own groups.

Rooms above say which groups somebody leads (`register_kelompok`); people with a role, an office or a
second step are refused by `accounts.permissions`, and here also when they have no account yet.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from cms.accounts import peran
from cms.accounts.models import User
from cms.accounts.permissions import can_issue_kartu as can_issue_akun
from cms.accounts.permissions import is_admin
from cms.accounts.selectors import has_peran

from ..models import Anggota, Jabatan

KANTOR = (peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)


@dataclass(frozen=True)
class Kelompok:
    """People who learn together, and what their group is called; `orang` holds Anggota."""

    uuid: UUID
    judul: str
    orang: QuerySet


SumberKelompok = Callable[[User], list[Kelompok]]
_sumber: list[SumberKelompok] = []


def register_kelompok(sumber: SumberKelompok) -> None:
    """Called in `AppConfig.ready` of the room that knows groups."""
    _sumber.append(sumber)


def list_kelompok(user) -> list[Kelompok]:
    """The groups this account leads or keeps."""
    if not can_issue_akun(user):
        return []
    return [satu for sumber in _sumber for satu in sumber(user)]


def visible_to(user):
    """People whose cards this account may handle, as far as their place goes."""
    if not can_issue_akun(user):
        return Anggota.objects.none()
    if is_admin(user) or has_peran(user, *KANTOR):
        return Anggota.objects.aktif()
    pk = {
        orang for satu in list_kelompok(user) for orang in satu.orang.values_list("pk", flat=True)
    }
    return Anggota.objects.aktif().filter(pk__in=pk)


def can_issue_kartu(user, obj: Anggota | None = None) -> bool:
    """Make, renew and withdraw a card of this person, and set its PIN."""
    if obj is None or not can_issue_akun(user):
        return obj is None and can_issue_akun(user)
    return can_issue_seen(user, obj) and visible_to(user).filter(pk=obj.pk).exists()


def can_issue_seen(user, obj: Anggota) -> bool:
    """The same for a person who came out of `visible_to`: only the account and the office are asked."""
    return can_issue_akun(user, obj.akun) if obj.akun_id else not holds_jabatan(obj)


def holds_jabatan(anggota: Anggota) -> bool:
    """Whether this person holds an office of the BKM today."""
    return Jabatan.objects.berlaku().filter(anggota=anggota).exists()


def holds_jabatan_akun(user: User) -> bool:
    """The same, asked about an account."""
    return Jabatan.objects.berlaku().filter(anggota__akun=user).exists()
