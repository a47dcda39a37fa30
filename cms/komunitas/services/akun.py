"""An account is somebody's: entered for a person of the list, or together with a new one."""

from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.accounts.services import create_akun
from cms.core.jejak.services import record_jejak

from ..models import Anggota
from .anggota import SudahBerakhir, create_anggota, lock_anggota


class SudahBerakun(Exception):
    """The person has an account."""


@transaction.atomic
def create_akun_warga(*, anggota: Anggota | None, actor: User, **isi: Any) -> User:
    """An officer makes an account for this person, or for somebody who is entered with it.

    Raises SudahBerakun, SudahBerakhir, and what accounts.services.create_akun raises.
    """
    if anggota:
        anggota = lock_anggota(anggota)
        if anggota.akun_id:
            raise SudahBerakun(anggota.pk)
        if anggota.berakhir_pada:
            raise SudahBerakhir(anggota.pk)
    user = create_akun(actor=actor, **isi)
    if anggota is None:
        create_anggota(nama=user.nama, akun=user, telepon=user.telepon or "", actor=actor)
        return user
    anggota.akun = user
    anggota.save(update_fields=["akun"])
    record_jejak(actor, "link_akun", anggota, sesudah={"akun": str(user.uuid)})
    return user
