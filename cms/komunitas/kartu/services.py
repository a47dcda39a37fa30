"""Cards of people: who has no account gets one without e-mail, phone and password."""

from contextlib import suppress

from django.db import transaction

from cms.accounts import kartu as akun_kartu
from cms.accounts.kartu import TidakBolehKartu
from cms.accounts.models import Kartu, User
from cms.accounts.services import SudahDipakai, create_user
from cms.core.jejak.services import record_jejak

from ..models import Anggota
from ..pintu.services import ULANG, make_username
from ..services.anggota import SudahBerakhir, lock_anggota
from . import permissions


@transaction.atomic
def issue_kartu(*, anggota: Anggota, actor: User) -> Kartu:
    """The person's card, made now if there is none, with an account if there is none.

    Locks the person, then the account. Raises TidakBolehKartu, SudahBerakhir.
    """
    anggota = _lock_for(anggota, actor)
    if anggota.akun is None:
        anggota.akun = _create_akun(anggota.nama, actor)
        anggota.save(update_fields=["akun"])
        record_jejak(actor, "link_akun", anggota, sesudah={"akun": str(anggota.akun.uuid)})
    return akun_kartu.issue_kartu(user=anggota.akun, actor=actor)


def issue_semua(*, orang: list[Anggota], actor: User) -> int:
    """Cards for all of a group who have none and may have one; returns how many are new."""
    baru = 0
    for satu in orang:
        if akun_kartu.get_kartu(satu.akun) is None:
            with suppress(TidakBolehKartu, SudahBerakhir):
                issue_kartu(anggota=satu, actor=actor)
                baru += 1
    return baru


@transaction.atomic
def set_pin(*, anggota: Anggota, pin: str, actor: User) -> Kartu:
    """Raises TidakBolehKartu, SudahBerakhir, and what accounts.kartu.set_pin raises."""
    return akun_kartu.set_pin(user=_get_akun(anggota, actor), pin=pin, actor=actor)


@transaction.atomic
def replace_kartu(*, anggota: Anggota, kartu: Kartu, alasan: str, actor: User) -> Kartu:
    """Raises TidakBolehKartu, SudahBerakhir, AlasanKosong."""
    _check_milik(_get_akun(anggota, actor), kartu)
    return akun_kartu.replace_kartu(kartu=kartu, alasan=alasan, actor=actor)


@transaction.atomic
def withdraw_kartu(*, anggota: Anggota, kartu: Kartu, alasan: str, actor: User) -> Kartu:
    """Raises TidakBolehKartu, SudahBerakhir, AlasanKosong."""
    _check_milik(_get_akun(anggota, actor), kartu)
    return akun_kartu.withdraw_kartu(kartu=kartu, alasan=alasan, actor=actor)


def _lock_for(anggota: Anggota, actor: User) -> Anggota:
    anggota = lock_anggota(anggota)
    if anggota.berakhir_pada:
        raise SudahBerakhir(anggota.pk)
    if not permissions.can_issue_kartu(actor, anggota):
        raise TidakBolehKartu(anggota.pk)
    return anggota


def _get_akun(anggota: Anggota, actor: User) -> User:
    akun = _lock_for(anggota, actor).akun
    if akun is None:
        raise akun_kartu.TanpaKartu(anggota.pk)
    return akun


def _check_milik(akun: User, kartu: Kartu) -> None:
    if kartu.user_id != akun.pk:
        raise TidakBolehKartu(kartu.pk)


def _create_akun(nama: str, actor: User) -> User:
    """Of many made under one name at the same moment, each round lets one through."""
    for _ke in range(ULANG):
        with suppress(SudahDipakai), transaction.atomic():
            return create_user(username=make_username(nama), nama=nama, actor=actor)
    return create_user(username=make_username(nama), nama=nama, actor=actor)
