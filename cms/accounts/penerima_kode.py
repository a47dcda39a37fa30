"""Accounts for which an officer may issue a one-time code, found by name or username."""

from uuid import UUID

from django.db.models import Q
from django.http import Http404

from . import permissions
from .models import User


def list_penerima_kode(actor: User, cari: str) -> list[User]:
    """Up to ten active accounts that match; nothing for an empty search."""
    if not cari:
        return []
    cocok = Q(nama__icontains=cari) | Q(username__iexact=cari)
    akun = permissions.visible_to(actor).filter(cocok, is_active=True).order_by("nama")
    akun = akun.select_related("anggota__wilayah")
    return [satu for satu in akun[:20] if permissions.can_issue_kode(actor, satu)][:10]


def find_penerima_kode(actor: User, uuid: str) -> User:
    """The account of this uuid. Raises Http404 also where a code is not allowed."""
    try:
        akun = permissions.visible_to(actor).filter(uuid=UUID(uuid)).first()
    except ValueError:
        raise Http404 from None
    if akun is None or not permissions.can_issue_kode(actor, akun):
        raise Http404
    return akun
