"""Channels: ways a message reaches a person. Inbox and e-mail today; others register alike."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..models import Pesan


class GagalSementara(Exception):
    """Sending failed for a reason that may pass; it is tried again later."""


class GagalTetap(Exception):
    """Sending can never succeed (no such address); it is not tried again."""


class Saluran(Protocol):
    """One way to reach people.

    `idempoten` says whether sending the same message twice leaves one; where it does not, a second
    attempt after a crash is marked as perhaps double.
    """

    kode: str
    idempoten: bool

    def send(self, pesan: "Pesan") -> None:
        """Deliver or raise GagalSementara or GagalTetap."""


_saluran: dict[str, Saluran] = {}


def register_saluran(saluran: Saluran) -> None:
    _saluran[saluran.kode] = saluran


def get_saluran(kode: str) -> Saluran:
    """The channel. Raises GagalTetap when this installation has none of that name."""
    try:
        return _saluran[kode]
    except KeyError:
        raise GagalTetap(f"saluran {kode} tidak ada") from None
