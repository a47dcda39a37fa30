"""The keys of an account: whoever owns it is told when one changes.

This room can send no letters: a higher one enters itself here (`register_pengabar`), the services of
the house announce what they did, in their transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cms.core.jejak.models import Jejak

from .models import User


class Kunci(StrEnum):
    """What opens an account, or says what may be done with it."""

    SANDI = "sandi"
    SUREL = "surel"
    TELEPON = "telepon"
    DUA_LANGKAH_DIPASANG = "dua_langkah_dipasang"
    DUA_LANGKAH_DILEPAS = "dua_langkah_dilepas"
    KODE_CADANGAN = "kode_cadangan"
    KODE_DIBERIKAN = "kode_diberikan"
    KODE_DIPAKAI = "kode_dipakai"
    PERAN_DIBERIKAN = "peran_diberikan"
    PERAN_DIAKHIRI = "peran_diakhiri"
    AKUN_DITUTUP = "akun_ditutup"
    AKUN_DIBUKA = "akun_dibuka"
    KARTU_DIBERIKAN = "kartu_diberikan"
    PIN_DIATUR = "pin_diatur"
    KARTU_DITARIK = "kartu_ditarik"
    ORANG_DIGABUNG = "orang_digabung"


@dataclass(frozen=True)
class Perubahan:
    """A change that has happened; `jejak` says who did it and when, `rinci` which role.

    `surel_lama` is the address that the account had before: it is told as well.
    """

    user: User
    kunci: Kunci
    jejak: Jejak
    rinci: str = ""
    surel_lama: str = ""


Pengabar = Callable[[Perubahan], None]

_pengabar: list[Pengabar] = []


def register_pengabar(kabarkan: Pengabar) -> None:
    """Called in `AppConfig.ready` of the room that can send letters."""
    _pengabar.append(kabarkan)


def announce_perubahan(
    user: User, kunci: Kunci, jejak: Jejak, *, rinci: str = "", surel_lama: str = ""
) -> None:
    """Tell whoever entered itself here; part of the service that made the change."""
    for kabarkan in _pengabar:
        kabarkan(Perubahan(user, kunci, jejak, rinci, surel_lama))
