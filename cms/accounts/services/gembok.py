"""What two officers could do at once waits here: first the administrators, then the account.

The locks leave other rows that only name the account (`FOR NO KEY UPDATE`) alone.
"""

from datetime import date, timedelta

from django.contrib.auth.models import Group

from .. import peran as nama_peran
from ..models import PeranQuerySet, User
from .galat import AdminTerakhir


def lock_admin() -> None:
    """Whoever may take an administrator away waits for whoever is doing so."""
    Group.objects.select_for_update(no_key=True).get(name=nama_peran.ADMIN)


def lock_user(user: User) -> User:
    """The account as it is now, nobody else changes it or its roles before this transaction ends."""
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def keep_admin(lain: PeranQuerySet, sampai: date) -> None:
    """Of the other rows one must make an administrator the day after. Raises AdminTerakhir."""
    besok = lain.berlaku(sampai + timedelta(days=1))
    if not besok.filter(group__name=nama_peran.ADMIN, user__is_active=True).exists():
        raise AdminTerakhir
