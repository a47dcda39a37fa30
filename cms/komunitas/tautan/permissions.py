"""Who gives personal links away, and takes them back."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import TautanPribadi

PEMBERI = (peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)


def can_view_tautan(user, obj: TautanPribadi | None = None) -> bool:
    return has_peran(user, *PEMBERI)


def can_create_tautan(user, obj: TautanPribadi | None = None) -> bool:
    return has_peran(user, *PEMBERI)


def can_withdraw_tautan(user, obj: TautanPribadi | None = None) -> bool:
    """Any of them takes back what another one gave."""
    return has_peran(user, *PEMBERI)


def visible_to(user):
    if not can_view_tautan(user):
        return TautanPribadi.objects.none()
    return TautanPribadi.objects.select_related("anggota", "dibuat_oleh")
