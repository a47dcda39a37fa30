"""Who may see and answer what residents wrote: few, because it may be about anybody."""

from django.db.models import Q

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import Aspirasi

PENERIMA = (peran.ADMIN, peran.KOORDINATOR, peran.SEKRETARIS, peran.PPID)
# Those to whom a ticket may be passed on; they then see that one.
PETUGAS = tuple(p for p in peran.KANTOR if p not in (peran.AUDITOR, peran.FASILITATOR))


def can_view_aspirasi(user, obj: Aspirasi | None = None) -> bool:
    return has_peran(user, *PENERIMA) or _is_petugas(user, obj)


def can_add_aspirasi(user, obj: Aspirasi | None = None) -> bool:
    """Write down what was said to them."""
    return has_peran(user, *PENERIMA)


def can_change_aspirasi(user, obj: Aspirasi | None = None) -> bool:
    """Answer and note: the receivers, and who was given this one."""
    return has_peran(user, *PENERIMA) or _is_petugas(user, obj)


def can_assign_aspirasi(user, obj: Aspirasi | None = None) -> bool:
    return has_peran(user, *PENERIMA)


def can_hide_aspirasi(user, obj: Aspirasi | None = None) -> bool:
    return has_peran(user, *PENERIMA)


def visible_to(user):
    if has_peran(user, *PENERIMA):
        return Aspirasi.objects.all()
    if not has_peran(user, *PETUGAS):
        return Aspirasi.objects.none()
    return Aspirasi.objects.filter(Q(petugas=user), disembunyikan_pada__isnull=True)


def _is_petugas(user, obj: Aspirasi | None) -> bool:
    """Without an object: whether there is any ticket this person was given."""
    if not has_peran(user, *PETUGAS):
        return False
    return obj.petugas_id == user.pk if obj else Aspirasi.objects.filter(petugas=user).exists()
