"""The letter with which the owner of an account chooses a password, sent by an officer.

Letters belong to a room above this one: it enters its sender with `register_surat`.
"""

from collections.abc import Callable

from . import permissions
from .models import User
from .pembatas import SANDI_AKUN, TerlaluSering, hit_or_raise
from .services import TidakBerwenang

_pengirim: list[Callable[..., None]] = []


class TanpaSurel(Exception):
    """The account has no e-mail to write to."""


def register_surat(kirim: Callable[..., None]) -> None:
    """`kirim(user=…, actor=…)` puts the letter into the outbox and records who sent it."""
    _pengirim[:] = [kirim]


def send_surat_sandi(*, user: User, actor: User) -> None:
    """Send the letter. Raises TanpaSurel, TidakBerwenang, TerlaluSering."""
    if not user.email:
        raise TanpaSurel(user.pk)
    if not permissions.can_send_surat(actor, user):
        raise TidakBerwenang(user.pk)
    hit_or_raise(SANDI_AKUN, f"surat:akun:{user.pk}")
    for kirim in _pengirim:
        kirim(user=user, actor=actor)


__all__ = ["TanpaSurel", "TerlaluSering", "register_surat", "send_surat_sandi"]
