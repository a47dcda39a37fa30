"""Who takes a class to the hall: whoever leads it and does not learn in it."""

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

from ..kelas import permissions as kelas
from ..lembar.permissions import can_print_lembar, list_belajar
from .models import Bawaan

_penanda = Signer(salt="guyub.balai")


def visible_pertemuan(user):
    """Sessions this account may take to the hall; who learns in a class sees neither sheets nor key."""
    if not getattr(user, "is_authenticated", False):
        return kelas.Pertemuan.objects.none()
    semua = kelas.visible_pertemuan(user)
    return semua.exclude(angkatan__in=list_belajar(user).values("angkatan"))


def visible_to(user):
    """Packs of those sessions."""
    return Bawaan.objects.filter(pertemuan__in=visible_pertemuan(user))


def can_take_pertemuan(user, obj) -> bool:
    return can_print_lembar(user, obj.angkatan)


def sign_izin(user, bawaan: Bawaan) -> str:
    """Proof for an entry that this account held the right when its page was drawn."""
    return _penanda.signature(f"{user.uuid}.{bawaan.uuid}")


def is_izin(user, bawaan: Bawaan, izin) -> bool:
    return isinstance(izin, str) and constant_time_compare(sign_izin(user, bawaan), izin)
