"""Who may prepare, read and sign decisions. The ratified ones are public."""

from cms.accounts import peran
from cms.accounts.selectors import has_peran

from .models import Keputusan, Rembug, TandaTangan

BACA = (
    peran.ADMIN,
    peran.KOORDINATOR,
    peran.ANGGOTA_BKM,
    peran.SEKRETARIS,
    peran.PENGAWAS,
)
SUSUN = (peran.SEKRETARIS,)


def can_view_rembug(user, obj=None) -> bool:
    return has_peran(user, *BACA)


def can_add_rembug(user, obj=None) -> bool:
    return has_peran(user, *SUSUN)


def can_change_rembug(user, obj=None) -> bool:
    return has_peran(user, *SUSUN)


def visible_rembug(user):
    return Rembug.objects.all() if can_view_rembug(user) else Rembug.objects.none()


def can_view_keputusan(user, obj: Keputusan | None = None) -> bool:
    """Drafts are for the office and for those asked to sign."""
    if has_peran(user, *BACA):
        return True
    return obj is not None and (
        obj.status == Keputusan.Status.DISAHKAN or get_sebagai(user, obj) is not None
    )


def can_add_keputusan(user, obj=None) -> bool:
    return has_peran(user, *SUSUN)


def can_change_keputusan(user, obj: Keputusan | None = None) -> bool:
    return has_peran(user, *SUSUN)


def visible_to(user):
    return Keputusan.objects.all() if has_peran(user, *BACA) else Keputusan.objects.disahkan()


def can_sign_keputusan(user, obj: Keputusan) -> bool:
    """Someone who was there, in an office that signs, while the decision waits for signatures."""
    return obj.status == Keputusan.Status.MENUNGGU and get_sebagai(user, obj) is not None


def can_set_ketentuan(user, obj=None) -> bool:
    return has_peran(user, *SUSUN)


def can_view_ketentuan(user, obj=None) -> bool:
    return has_peran(user, *BACA)


def get_sebagai(user, keputusan: Keputusan) -> str | None:
    """In which office this account would sign: one person signs once, as one of the three."""
    anggota_id = _get_anggota_hadir(user, keputusan)
    if anggota_id is None:
        return None
    if has_peran(user, peran.KOORDINATOR):
        return TandaTangan.Sebagai.KOORDINATOR
    if anggota_id == keputusan.rembug.notulis_id:
        return TandaTangan.Sebagai.NOTULIS
    return TandaTangan.Sebagai.ANGGOTA if has_peran(user, peran.ANGGOTA_BKM) else None


def _get_anggota_hadir(user, keputusan: Keputusan) -> int | None:
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return None
    hadir = keputusan.rembug.kehadiran.filter(anggota__akun=user)
    return hadir.values_list("anggota_id", flat=True).first()
