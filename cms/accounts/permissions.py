"""Who may manage accounts, roles and one-time codes.

Secretary and administrator manage accounts, with three limits: nobody manages their own account here;
what belongs to an administrator (account and roles, and the role itself) only another administrator
touches; e-mail and phone of an officer who has a password are changed by an administrator, because they
lead to a new one. A superuser, with whom an installation begins, counts as administrator.
"""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled

from cms.core import waktu

from . import peran
from .models import Peran, Perangkat, User
from .selectors import has_peran

PENGURUS = (peran.ADMIN, peran.SEKRETARIS)
# Who meets residents with a forgotten password: at the secretariat, and in a class.
PENOLONG = (peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR, peran.FASILITATOR)
# Never who handles loans: a code opens the account with which somebody confirms what they received.
PEMEGANG_UANG = (peran.MANAJER, peran.PEMBUKU, peran.KASIR, peran.PETUGAS)


def is_admin(user) -> bool:
    """Administers the system today."""
    return bool(user.is_active and user.is_superuser) or has_peran(user, peran.ADMIN)


def can_view_akun(user, obj: User | None = None) -> bool:
    """See the list of accounts, and one of them with its roles."""
    return is_admin(user) or has_peran(user, *PENGURUS)


def can_add_akun(user, obj: User | None = None) -> bool:
    return can_view_akun(user)


def can_manage_akun(user, obj: User) -> bool:
    """Change, close and reopen this account; one's own is changed under /akun/."""
    if not can_view_akun(user) or obj.pk == user.pk:
        return False
    return is_admin(user) or not is_milik_admin(obj)


def can_change_alamat(user, obj: User) -> bool:
    """Change e-mail and phone, which lead to a new password, of this account.

    An officer's, present, past or to come, only an administrator changes, so that closing and opening
    it again gives nobody its door; but who has never signed in needs an address first.
    """
    if not can_manage_akun(user, obj):
        return False
    return is_admin(user) or _is_belum_dipakai(obj) or not has_riwayat_pengurus(obj)


def _is_belum_dipakai(obj: User) -> bool:
    return not obj.has_usable_password() and obj.last_login is None and obj.nonaktif_pada is None


def can_give_peran(user, obj: User, nama: str) -> bool:
    """Give this role to this account. Nobody gives a role to themselves."""
    return can_manage_akun(user, obj) and (nama != peran.ADMIN or is_admin(user))


def can_manage_peran(user, obj: Peran) -> bool:
    """End or withdraw this role."""
    return can_give_peran(user, obj.user, obj.group.name)


def list_peran_diberikan(user) -> list[str]:
    """The roles this officer may give to others."""
    return [nama for nama in peran.NAMA if nama != peran.ADMIN or is_admin(user)]


def can_issue_kode(user, obj: User | None = None) -> bool:
    """A one-time code for somebody one knows: never for oneself, never for an officer's account."""
    if not (is_admin(user) or has_peran(user, *PENOLONG)) or has_peran(user, *PEMEGANG_UANG):
        return False
    return obj is None or (obj.is_active and obj.pk != user.pk and not is_pengurus(obj))


def can_send_surat(user, obj: User) -> bool:
    """Send the letter with which the owner of the e-mail chooses a password."""
    return can_manage_akun(user, obj) and obj.is_active and bool(obj.email)


def can_reset_dua_langkah(user, obj: User) -> bool:
    """Take away the second step of whoever lost it: an administrator who knows the person."""
    return is_admin(user) and can_manage_akun(user, obj) and obj.is_active


def is_pengurus(user) -> bool:
    """Whether this account holds an office today or will (or is a superuser)."""
    return user.is_superuser or _query_pengurus().filter(user=user).exists()


def has_riwayat_pengurus(user: User) -> bool:
    """Whether this account holds an office, held one or will."""
    return user.is_superuser or user.peran.filter(group__name__in=peran.KANTOR).exists()


def _query_pengurus():
    return Peran.objects.belum_berakhir(waktu.hari_ini()).filter(group__name__in=peran.KANTOR)


def is_milik_admin(user: User) -> bool:
    """Whether this account is an administrator's today, or will be."""
    terbuka = Peran.objects.belum_berakhir(waktu.hari_ini())
    return user.is_superuser or terbuka.filter(user=user, group__name=peran.ADMIN).exists()


def visible_to(user):
    """Accounts that the office may see; officers who only help see no officers' accounts."""
    if can_view_akun(user):
        return User.objects.all()
    if can_issue_kode(user):
        pengurus = _query_pengurus().values("user")
        return User.objects.exclude(pk__in=pengurus).exclude(is_superuser=True)
    return User.objects.none()


def visible_peran_to(user):
    return Peran.objects.all() if can_view_akun(user) else Peran.objects.none()


# -- devices -----------------------------------------------------------------------------------
def visible_perangkat_to(user):
    """Devices that this officer may withdraw: of all accounts, of administrators' only for another one.

    One's own are withdrawn under /akun/, but stand here too.
    """
    if not (can_view_akun(user) or has_peran(user, peran.KOORDINATOR)):
        return Perangkat.objects.none()
    if is_admin(user):
        return Perangkat.objects.all()
    terbuka = Peran.objects.belum_berakhir(waktu.hari_ini()).filter(group__name=peran.ADMIN)
    semua = Perangkat.objects.exclude(user__is_superuser=True)
    return semua.exclude(user__in=terbuka.values("user"))


def can_withdraw_perangkat(user, obj: Perangkat | None = None) -> bool:
    """A lost phone is reported to whom one meets: secretary, coordinator, administrator."""
    if obj is None:
        return can_view_akun(user) or has_peran(user, peran.KOORDINATOR)
    return visible_perangkat_to(user).filter(pk=obj.pk).exists()


# -- cards -------------------------------------------------------------------------------------
_pemegang: list[Callable[[User], bool]] = []


def register_pemegang(pegang: Callable[[User], bool]) -> None:
    """A higher room says who holds an office that no role shows; called in `AppConfig.ready`."""
    _pemegang.append(pegang)


def can_have_kartu(obj: User) -> bool:
    """A card opens an ordinary learner's account only: no role, no office, no second step."""
    if not obj.is_active or obj.is_superuser or is_mfa_enabled(obj):
        return False
    if Peran.objects.belum_berakhir(waktu.hari_ini()).filter(user=obj).exists():
        return False
    return not any(pegang(obj) for pegang in _pemegang)


def can_issue_kartu(user, obj: User | None = None) -> bool:
    """Who may give one-time codes; whose cards a facilitator sees is for the room that knows classes."""
    if not (is_admin(user) or has_peran(user, *PENOLONG)) or has_peran(user, *PEMEGANG_UANG):
        return False
    return obj is None or (obj.pk != user.pk and can_have_kartu(obj))
