"""One-time codes for who has no e-mail: given face to face, one hour, one use, never for officers."""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from cms.core import waktu
from cms.core.batas.services import hit_batas
from cms.core.cek import HURUF
from cms.core.jejak.services import record_jejak

from . import permissions
from .backends import find_user
from .kunci import Kunci, announce_perubahan
from .models import KodeMasuk, User
from .pembatas import (
    KODE_ALAMAT,
    KODE_PENOLONG,
    KODE_SATU,
    PER_ALAMAT,
    hit_or_raise,
    name_akun,
)
from .services.gembok import lock_user

PANJANG = 10
BERLAKU = timedelta(hours=1)


class TidakBolehKode(Exception):
    """This officer may not give a code for this account."""


class KodeSalah(Exception):
    """No such account, no such code, too old or used: the answer is the same."""


@transaction.atomic
def issue_kode(*, user: User, actor: User) -> str:
    """Make a code and return it, once, in readable groups. Older codes end; the owner is told.

    Locks the account, so that of two at once one ends. Raises TidakBolehKode, TerlaluSering.
    """
    user = lock_user(user)
    if not permissions.can_issue_kode(actor, user):
        raise TidakBolehKode(user.pk)
    hit_or_raise(KODE_PENOLONG, str(actor.pk))
    kode = "".join(secrets.choice(HURUF) for _ in range(PANJANG))
    kini = waktu.sekarang()
    _get_berlaku(user).update(berlaku_sampai=kini)
    baris = KodeMasuk.objects.create(
        user=user,
        dibuat_oleh=actor,
        sandi=make_password(kode),
        dibuat_pada=kini,
        berlaku_sampai=kini + BERLAKU,
    )
    jejak = record_jejak(actor, "issue_kode", baris, sesudah={"akun": str(user.uuid)})
    announce_perubahan(user, Kunci.KODE_DIBERIKAN, jejak)
    return f"{kode[:5]}-{kode[5:]}"


def use_kode(*, login: str, kode: str, sandi: str, alamat: str) -> User:
    """Exchange a code for a new password. Raises KodeSalah, TerlaluSering."""
    hit_or_raise(PER_ALAMAT, alamat)
    hit_or_raise(KODE_ALAMAT, f"{name_akun(login)}:{alamat}")
    user = find_user(login)
    polos = "".join(c for c in kode.lower() if c in HURUF)
    if user is None:
        check_password(polos, make_password(None))
        raise KodeSalah
    _wear_out(user)
    return _exchange(user.pk, polos, sandi)


def _wear_out(user: User) -> None:
    """A code bears so many tries from everywhere together; then only a new one opens.

    Raises KodeSalah, not TerlaluSering, which would tell that there is a code.
    """
    baris = _get_berlaku(user).first()
    if baris and not hit_batas(KODE_SATU, str(baris.uuid)).boleh:
        raise KodeSalah


@transaction.atomic
def _exchange(user_id: int, kode: str, sandi: str) -> User:
    user = User.objects.select_for_update().get(pk=user_id)
    baris = _get_berlaku(user).first()
    if baris is None or not check_password(kode, baris.sandi) or not _may_still(baris, user):
        raise KodeSalah
    baris.dipakai_pada = waktu.sekarang()
    baris.save(update_fields=["dipakai_pada"])
    user.set_password(sandi)
    user.save(update_fields=["password"])
    announce_perubahan(user, Kunci.KODE_DIPAKAI, record_jejak(user, "use_kode", baris))
    return user


def _may_still(baris: KodeMasuk, user: User) -> bool:
    """Somebody may have become an officer since."""
    return user.is_active and not permissions.is_pengurus(user)


def _get_berlaku(user: User):
    return KodeMasuk.objects.filter(
        user=user, dipakai_pada=None, berlaku_sampai__gt=waktu.sekarang()
    )
