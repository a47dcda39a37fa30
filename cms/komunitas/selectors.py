"""Questions about people that other rooms ask."""

from collections.abc import Iterable

from cms.accounts.models import User
from cms.accounts.selectors import get_users_with_peran
from cms.notifikasi.services import Penerima

from .models import Anggota


def get_anggota_of(user) -> Anggota | None:
    """The person behind an account, if any."""
    if not getattr(user, "is_authenticated", False):
        return None
    return Anggota.objects.filter(akun=user).first()


def get_penerima(anggota: Anggota) -> Penerima:
    """A person as a frozen recipient; the account's e-mail wins over the person's own."""
    akun = anggota.akun
    surel = (akun.email if akun else None) or anggota.surel
    return Penerima(
        nama=anggota.nama,
        user_id=akun.pk if akun else None,
        anggota_uuid=anggota.uuid,
        alamat={"surel": surel} if surel else {},
    )


def get_penerima_user(user: User) -> Penerima:
    """An account as a frozen recipient, with its person where there is one."""
    anggota = Anggota.objects.filter(akun=user).first()
    if anggota:
        return get_penerima(anggota)
    alamat = {"surel": user.email} if user.email else {}
    return Penerima(nama=user.get_full_name(), user_id=user.pk, alamat=alamat)


def get_penerima_peran(*peran: str) -> list[Penerima]:
    """Everybody who holds one of these roles today, as frozen recipients."""
    return _freeze(get_users_with_peran(*peran))


def _freeze(users: Iterable[User]) -> list[Penerima]:
    return [get_penerima_user(user) for user in users]
