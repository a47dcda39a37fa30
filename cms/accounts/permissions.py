"""Who may manage accounts, roles and one-time codes."""

from . import peran
from .models import Peran, User
from .selectors import get_users_with_peran, has_peran

PENGURUS = (peran.ADMIN, peran.SEKRETARIS)
# Who meets residents with a forgotten password: at the secretariat, and in a class.
PENOLONG = (peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR, peran.FASILITATOR)
# Never who handles loans: a code opens the account with which somebody confirms what they received.
PEMEGANG_UANG = (peran.MANAJER, peran.PEMBUKU, peran.KASIR, peran.PETUGAS)


def can_manage_akun(user, obj: User | None = None) -> bool:
    """Create accounts and change names; one's own account is changed under /akun/."""
    return has_peran(user, *PENGURUS)


def can_manage_peran(user, obj: Peran | None = None) -> bool:
    """Give and end roles. Nobody gives a role to themselves."""
    return has_peran(user, *PENGURUS) and not (obj and obj.user_id == user.pk)


def can_issue_kode(user, obj: User | None = None) -> bool:
    """A one-time code for somebody one knows: never for oneself, never for an officer's account."""
    if not has_peran(user, *PENOLONG) or has_peran(user, *PEMEGANG_UANG):
        return False
    return obj is None or (obj.is_active and obj.pk != user.pk and not is_pengurus(obj))


def is_pengurus(user) -> bool:
    """Whether this account holds an office today (or is a superuser)."""
    return user.is_superuser or has_peran(user, *peran.KANTOR)


def visible_to(user):
    """Accounts that the office may see; officers who only help see no officers' accounts."""
    if has_peran(user, *PENGURUS):
        return User.objects.all()
    if can_issue_kode(user):
        pengurus = get_users_with_peran(*peran.KANTOR).values("pk")
        return User.objects.exclude(pk__in=pengurus).exclude(is_superuser=True)
    return User.objects.none()


def visible_peran_to(user):
    return Peran.objects.all() if has_peran(user, *PENGURUS) else Peran.objects.none()
