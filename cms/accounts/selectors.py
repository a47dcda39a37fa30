"""Questions about roles, answered from dated rows."""

from cms.core import waktu

from . import peran as nama_peran
from .models import Peran, User


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
    berlaku = Peran.objects.berlaku(waktu.hari_ini()).filter(group__name__in=nama)
    return User.objects.filter(pk__in=berlaku.values("user"), is_active=True)
