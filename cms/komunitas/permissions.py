"""Who may see and change people, groups, offices and places. The public sees offices only."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import Anggota, Jabatan, Ksm, Wilayah

PENGURUS = (peran.ADMIN, peran.SEKRETARIS, peran.KOORDINATOR)
# Who forms and accompanies groups enters them too; people are entered by the secretariat.
PENDAMPING = (*PENGURUS, peran.MANAJER, peran.PETUGAS)
PEMBACA = (
    *PENDAMPING,
    peran.PEMBUKU,
    peran.KASIR,
    peran.UPL,
    peran.UPS,
    peran.FASILITATOR,
    peran.PENGAWAS,
)


def can_manage_anggota(user, obj: Anggota | None = None) -> bool:
    """Enter, change and end people."""
    return has_peran(user, *PENGURUS)


def can_end_anggota(user, obj: Anggota | None = None) -> bool:
    """Offices and memberships end along; one's own are ended by somebody else."""
    return can_manage_anggota(user, obj) and not (obj and obj.akun_id == user.pk)


def can_merge_anggota(user, obj: Anggota | None = None) -> bool:
    """Nobody merges anything into or out of their own person: it would carry rights along."""
    return can_manage_anggota(user, obj) and not (obj and obj.akun_id == user.pk)


def can_view_anggota(user, obj: Anggota | None = None) -> bool:
    return has_peran(user, *PEMBACA)


def visible_to(user):
    """People with names and places; phones stay masked but for those who manage people."""
    return Anggota.objects.all() if has_peran(user, *PEMBACA) else Anggota.objects.none()


def can_manage_ksm(user, obj: Ksm | None = None) -> bool:
    return has_peran(user, *PENDAMPING)


def can_view_ksm(user, obj: Ksm | None = None) -> bool:
    return has_peran(user, *PEMBACA)


def visible_ksm_to(user):
    return Ksm.objects.all() if has_peran(user, *PEMBACA) else Ksm.objects.none()


def can_manage_jabatan(user, obj: Jabatan | None = None) -> bool:
    """Offices follow the BKM's decisions; nobody gives one to themselves or ends their own."""
    return has_peran(user, *PENGURUS) and not (obj and obj.anggota.akun_id == user.pk)


def can_view_jabatan(user, obj: Jabatan | None = None) -> bool:
    return has_peran(user, *PEMBACA)


def visible_jabatan_to(user):
    return Jabatan.objects.all() if has_peran(user, *PEMBACA) else Jabatan.objects.none()


def can_manage_wilayah(user, obj: Wilayah | None = None) -> bool:
    return has_peran(user, *PENGURUS)


def visible_wilayah_to(user):
    return Wilayah.objects.all() if has_peran(user, *PENGURUS) else Wilayah.objects.none()
