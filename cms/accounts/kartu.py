"""Member cards: a code that names the card and a PIN, for who has neither e-mail nor phone.

What a card opens is a learner's session: short, only for learning, never an office.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from cms.core import waktu
from cms.core.batas.services import reset_batas
from cms.core.cek import HURUF, make_kode
from cms.core.jejak.services import record_jejak

from . import permissions
from .kunci import Kunci, announce_perubahan
from .models import Kartu, User
from .pembatas import KARTU_HARI, KARTU_PIN, hit_or_raise
from .rules import is_pin, is_pin_lemah
from .services.galat import AlasanKosong
from .services.gembok import lock_user

AWALAN = "k"
DIAM = timedelta(minutes=30)
BARU_SETELAH = 60  # seconds after which a request is worth writing down as a sign of life
ALASAN_MAKS = 200


class TidakBolehKartu(Exception):
    """This officer may not do this for this account, or the account may have no card."""


class KartuTidakBerlaku(Exception):
    """Unknown, replaced, withdrawn, or of an account that may have no card: the answer is the same."""


class TanpaKartu(Exception):
    """The account has no card."""


class PinBelumAda(Exception):
    """The card has no PIN yet."""


class PinSalah(Exception):
    """Not the PIN of this card."""


class PinTidakSah(Exception):
    """Not six digits."""


class PinLemah(Exception):
    """Six digits that everybody tries first."""


# -- what officers and facilitators do ---------------------------------------------------------
@transaction.atomic
def issue_kartu(*, user: User, actor: User) -> Kartu:
    """The account's card; a new one without PIN if it has none. Raises TidakBolehKartu."""
    user = _lock_for(user, actor)
    return _get_berlaku(user) or _create(user, actor)


@transaction.atomic
def replace_kartu(*, kartu: Kartu, alasan: str, actor: User) -> Kartu:
    """A lost card opens nothing from now on; the new one has a new code and no PIN yet.

    Of two at once the second finds the new card and gets it. Raises TidakBolehKartu, AlasanKosong.
    """
    user = _lock_for(kartu.user, actor)
    kini = _get_berlaku(user)
    if kini and kini.pk != kartu.pk:
        return kini
    if kini:
        _end(kini, alasan, actor)
    return _create(user, actor)


@transaction.atomic
def withdraw_kartu(*, kartu: Kartu, alasan: str, actor: User) -> Kartu:
    """The card ends with a reason; sessions it opened end too. Raises TidakBolehKartu, AlasanKosong."""
    user = _lock_for(kartu.user, actor)
    kartu = Kartu.objects.get(pk=kartu.pk)
    if kartu.ditarik_pada is None:
        jejak = _end(kartu, alasan, actor)
        announce_perubahan(user, Kunci.KARTU_DITARIK, jejak)
    return kartu


@transaction.atomic
def set_pin(*, user: User, pin: str, actor: User) -> Kartu:
    """Six digits that the owner chose; they lift the wait after wrong tries and end older sessions.

    Raises TidakBolehKartu, TanpaKartu, PinTidakSah, PinLemah.
    """
    user = _lock_for(user, actor)
    kartu = _get_berlaku(user)
    if kartu is None:
        raise TanpaKartu(user.pk)
    if not is_pin(pin):
        raise PinTidakSah
    if is_pin_lemah(pin):
        raise PinLemah
    kartu.pin, kartu.versi = make_password(pin), kartu.versi + 1
    kartu.save(update_fields=["pin", "versi"])
    _forgive(kartu)
    announce_perubahan(user, Kunci.PIN_DIATUR, record_jejak(actor, "set_pin", kartu))
    return kartu


def get_kartu(user: User | None) -> Kartu | None:
    """The card that this account has today."""
    return _get_berlaku(user) if user else None


def _lock_for(user: User, actor: User) -> User:
    user = lock_user(user)
    if not permissions.can_issue_kartu(actor, user):
        raise TidakBolehKartu(user.pk)
    return user


def _get_berlaku(user: User) -> Kartu | None:
    return Kartu.objects.filter(user=user, ditarik_pada__isnull=True).first()


def _create(user: User, actor: User) -> Kartu:
    kartu = Kartu.objects.create(user=user, kode=make_kode(AWALAN), dibuat_oleh=actor)
    jejak = record_jejak(actor, "issue_kartu", kartu, sesudah={"akun": str(user.uuid)})
    announce_perubahan(user, Kunci.KARTU_DIBERIKAN, jejak)
    return kartu


def _end(kartu: Kartu, alasan: str, actor: User):
    if not alasan.strip():
        raise AlasanKosong
    kartu.ditarik_pada, kartu.alasan = waktu.sekarang(), alasan.strip()[:ALASAN_MAKS]
    kartu.save(update_fields=["ditarik_pada", "alasan"])
    return record_jejak(actor, "withdraw_kartu", kartu)


def _forgive(kartu: Kartu) -> None:
    for aturan in (KARTU_PIN, KARTU_HARI):
        reset_batas(aturan, str(kartu.uuid))


# -- at the door -------------------------------------------------------------------------------
def clean_kode(teks: str) -> str:
    """The code as it is kept, from how people type it: `K 7K2M9 …`, with or without the prefix."""
    polos = "".join(c for c in teks.lower() if c.isalnum())
    if polos.startswith(AWALAN) and len(polos) == 14:
        polos = polos[1:]
    return f"{AWALAN}-" + "".join(c for c in polos if c in HURUF)


def format_kode(kode: str) -> str:
    """In groups that can be read aloud: `7k2m9 pqr3 abcd`."""
    acak = kode.partition("-")[2]
    return f"{acak[:5]} {acak[5:9]} {acak[9:]}"


def find_kartu(kode: str) -> Kartu:
    """The card with this code, if it opens anything. Raises KartuTidakBerlaku."""
    semua = Kartu.objects.filter(ditarik_pada__isnull=True).select_related("user")
    kartu = semua.filter(kode=kode).first()
    if kartu is None or not permissions.can_have_kartu(kartu.user):
        raise KartuTidakBerlaku
    return kartu


def enter_kartu(*, kode: str, pin: str) -> Kartu:
    """Look at the PIN; tries count for the card alone, wherever they come from.

    Raises KartuTidakBerlaku, PinBelumAda, PinSalah, TerlaluSering.
    """
    kartu = find_kartu(kode)
    if not kartu.pin:
        raise PinBelumAda
    for aturan in (KARTU_PIN, KARTU_HARI):
        hit_or_raise(aturan, str(kartu.uuid))
    if not check_password(pin, kartu.pin):
        raise PinSalah
    _forgive(kartu)
    record_jejak(kartu.user, "enter_kartu", kartu)
    return kartu


@dataclass(frozen=True)
class SesiKartu:
    """What a session opened by a card remembers of it."""

    uuid: str
    versi: int
    saat: int

    def dump(self) -> list:
        return [self.uuid, self.versi, self.saat]


def make_sesi(kartu: Kartu) -> list:
    return SesiKartu(str(kartu.uuid), kartu.versi, int(waktu.sekarang().timestamp())).dump()


def refresh_sesi(tanda: list) -> list | None:
    """The mark of a card's session as it goes on, or None when it is over.

    Half an hour of silence, a new PIN, a withdrawn card and a role given meanwhile end it.
    """
    sesi, kini = SesiKartu(*tanda), int(waktu.sekarang().timestamp())
    if kini - sesi.saat > DIAM.total_seconds():
        return None
    hidup = Kartu.objects.filter(uuid=sesi.uuid, versi=sesi.versi, ditarik_pada__isnull=True)
    kartu = hidup.select_related("user").first()
    if kartu is None or not permissions.can_have_kartu(kartu.user):
        return None
    return (
        SesiKartu(sesi.uuid, sesi.versi, kini).dump() if kini - sesi.saat >= BARU_SETELAH else tanda
    )
