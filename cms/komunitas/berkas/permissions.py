"""Who sees a person's files: the person, and whom a room lets see one for its own reason."""

from collections.abc import Callable
from uuid import UUID

from .models import BerkasWarga

JENIS = "komunitas.berkaswarga"
Pembaca = Callable[..., bool]
_pembaca: dict[str, Pembaca] = {}


def register_pembaca(kode: str, boleh: Pembaca) -> None:
    """A room says whom it shows a file that was handed to it: `boleh(user, berkas_warga) -> bool`."""
    _pembaca[kode] = boleh


def own(user):
    """One's own files."""
    if not getattr(user, "is_authenticated", False):
        return BerkasWarga.objects.none()
    return BerkasWarga.objects.filter(anggota__akun=user)


def can_view_berkas(user, uuid: UUID) -> bool:
    """Asked by the one door to private files."""
    satu = BerkasWarga.objects.filter(uuid=uuid).select_related("anggota").first()
    if satu is None or not getattr(user, "is_authenticated", False):
        return False
    return satu.anggota.akun_id == user.pk or any(boleh(user, satu) for boleh in _pembaca.values())
