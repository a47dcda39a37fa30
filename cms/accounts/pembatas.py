"""How often one may guess at the door: slowed per account first, per address only far above a class.

Forty people behind one router sign in within a minute and some mistype: nobody of them meets a
limit. Names that nobody has are counted like real ones, so that the answer tells nothing.
"""

from django.utils.translation import gettext as _

from cms.core.batas.services import Aturan, hit_batas, peek_batas, reset_batas

from .rules import classify_login

PER_AKUN = Aturan("masuk-akun", jumlah=8, detik=15 * 60)
PER_ALAMAT = Aturan("masuk-alamat", jumlah=600, detik=15 * 60)
DAFTAR = Aturan("daftar-alamat", jumlah=60, detik=10 * 60)
SANDI_AKUN = Aturan("sandi-akun", jumlah=4, detik=60 * 60)
SANDI_ALAMAT = Aturan("sandi-alamat", jumlah=120, detik=60 * 60)
DUA_LANGKAH = Aturan("dua-langkah", jumlah=8, detik=15 * 60)
KODE_ALAMAT = Aturan("kode-alamat", jumlah=4, detik=60 * 60)
KODE_SATU = Aturan("kode-satu", jumlah=60, detik=60 * 60)
KARTU_PIN = Aturan("kartu-pin", jumlah=5, detik=15 * 60)
KARTU_HARI = Aturan("kartu-hari", jumlah=30, detik=24 * 60 * 60)
KODE_PENOLONG = Aturan("kode-penolong", jumlah=10, detik=60 * 60)


class TerlaluSering(Exception):
    """Too many tries; holds the seconds until the next one."""

    def __init__(self, detik: int):
        super().__init__(detik)
        self.menit = detik // 60 + 1


def check_masuk(login: str, alamat: str) -> None:
    """Count one try before the password is looked at. Raises TerlaluSering."""
    for aturan, siapa in ((PER_ALAMAT, alamat), (PER_AKUN, name_akun(login))):
        hasil = hit_batas(aturan, siapa)
        if not hasil.boleh:
            raise TerlaluSering(hasil.tunggu_detik)


def is_slowed(login: str) -> bool:
    """Whether the next try for this account would have to wait."""
    return not peek_batas(PER_AKUN, name_akun(login)).boleh


def forgive_masuk(login: str) -> None:
    """A sign-in that succeeded wipes the account's counter (never the address's)."""
    reset_batas(PER_AKUN, name_akun(login))


def hit_or_raise(aturan: Aturan, siapa: str) -> None:
    """Count one event. Raises TerlaluSering."""
    hasil = hit_batas(aturan, siapa)
    if not hasil.boleh:
        raise TerlaluSering(hasil.tunggu_detik)


def name_akun(login: str) -> str:
    """One key for an account, whichever of its names somebody types."""
    from .backends import find_user

    user = find_user(login)
    return f"akun:{user.pk}" if user else ":".join(classify_login(login))


def say_tunggu(salah: TerlaluSering) -> str:
    """What the person reads: how long, and how to go on meanwhile."""
    return _(
        "Too many wrong tries for this account. Wait %(menit)s minutes, or choose “Forgot your "
        "password?” below, or ask an officer of the BKM who knows you for a one-time code."
    ) % {"menit": salah.menit}


def say_tunggu_kartu(salah: TerlaluSering) -> str:
    """A card is locked for a while; a new PIN lifts it at once."""
    return _(
        "Too many wrong tries with this card. Wait %(menit)s minutes, or ask your facilitator or the "
        "secretariat to set a new PIN: it works at once."
    ) % {"menit": salah.menit}
