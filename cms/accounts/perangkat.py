"""Devices that keep an account's entries until there is signal: binding, knowing again, withdrawing."""

import hashlib
import hmac
import secrets
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac

from cms.core import waktu
from cms.core.antrean.jenis import Pengirim, Tanda, TerlaluSering
from cms.core.batas.services import Aturan, hit_batas
from cms.core.jejak.services import record_jejak
from cms.core.kueri import KueriTetap

from .models import Perangkat, User
from .rules import name_perangkat

SALAH = Aturan("antrean-salah", jumlah=300, detik=10 * 60)
IKAT = Aturan("perangkat-ikat", jumlah=30, detik=60 * 60)
KIRIMAN_MAKS = 300
JENDELA = timedelta(minutes=10)
SESI_LAMA = timedelta(days=90)
HIDUP_MAKS = 20

_penanda = signing.Signer(salt="guyub.antrean")


class SudahDitarik(Exception):
    """The device was withdrawn before."""


@transaction.atomic
def bind_perangkat(*, user: User, peramban: str) -> tuple[Perangkat, str]:
    """A new device of this account with its secret, which is shown this once. Raises TerlaluSering.

    One account has at most twenty: the one that was silent longest is withdrawn.
    """
    hasil = hit_batas(IKAT, str(user.pk))
    if not hasil.boleh:
        raise TerlaluSering(hasil.tunggu_detik)
    User.objects.select_for_update().get(pk=user.pk)
    hidup = Perangkat.objects.filter(user=user, ditarik_pada__isnull=True)
    for lama in list(hidup.order_by("-dilihat_pada")[HIDUP_MAKS - 1 :]):
        withdraw_perangkat(perangkat=lama, actor=None)
    rahasia = secrets.token_urlsafe(32)
    perangkat = Perangkat.objects.create(
        user=user, nama=name_perangkat(peramban), rahasia_hash=_hash(rahasia)
    )
    record_jejak(user, "bind_perangkat", perangkat)
    return perangkat, rahasia


@transaction.atomic
def withdraw_perangkat(*, perangkat: Perangkat, actor: User | None) -> Perangkat:
    """From now on what it sends goes to the review list. Raises SudahDitarik."""
    perangkat = Perangkat.objects.select_for_update(of=("self",)).get(pk=perangkat.pk)
    if perangkat.ditarik_pada:
        raise SudahDitarik(perangkat)
    perangkat.ditarik_pada, perangkat.ditarik_oleh = waktu.sekarang(), actor
    perangkat.save(update_fields=["ditarik_pada", "ditarik_oleh"])
    record_jejak(actor, "withdraw_perangkat", perangkat)
    return perangkat


def recognize_perangkat(kepala: str, alamat: str) -> Pengirim | None:
    """Whose device this is, by "Perangkat <uuid>.<secret>". Raises TerlaluSering."""
    perangkat = _find(kepala)
    if perangkat is None:
        hasil = hit_batas(SALAH, alamat)
        if not hasil.boleh:
            raise TerlaluSering(hasil.tunggu_detik)
        return None
    _count(perangkat)
    user = perangkat.user
    halangan = "perangkat-ditarik" if perangkat.ditarik_pada else ""
    return Pengirim(
        user=user,
        pelaku=f"akun:{user.uuid}",
        perangkat=perangkat.uuid,
        halangan=halangan or ("" if user.is_active else "akun-ditutup"),
        check_tanda=partial(check_tanda, user),
    )


def _find(kepala: str) -> Perangkat | None:
    skema, _spasi, isi = kepala.partition(" ")
    nomor, _titik, rahasia = isi.partition(".")
    try:
        uuid = UUID(nomor)
    except ValueError:
        return None
    if skema != "Perangkat" or not 20 <= len(rahasia) <= 100:
        return None
    perangkat = _PERANGKAT.first(uuid)
    if perangkat and hmac.compare_digest(perangkat.rahasia_hash, _hash(rahasia)):
        return perangkat
    return None


_PERANGKAT = KueriTetap(
    lambda uuid: Perangkat.objects.order_by().select_related("user").filter(uuid=uuid),
    (Perangkat, "uuid"),
    contoh=(UUID("ffffffff" * 4),),
)


def _count(perangkat: Perangkat) -> None:
    """Count one batch; counters need not be exact, but a device gone wild must not hold the house."""
    kini = waktu.sekarang()
    baru = kini - perangkat.jendela > JENDELA
    if not baru and perangkat.jumlah >= KIRIMAN_MAKS:
        raise TerlaluSering(int((perangkat.jendela + JENDELA - kini).total_seconds()) + 1)
    Perangkat.objects.filter(pk=perangkat.pk).update(
        dilihat_pada=kini,
        jendela=kini if baru else perangkat.jendela,
        jumlah=1 if baru else perangkat.jumlah + 1,
    )


def _hash(rahasia: str) -> str:
    return hashlib.sha256(rahasia.encode()).hexdigest()


# -- what a page gives the queue ---------------------------------------------------------------
def describe_tanda(request) -> Tanda | None:
    """Marks for the queue of whoever is signed in; the name of its store ends with the session."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not request.session.session_key:
        return None
    return Tanda(
        pemilik=str(user.uuid),
        sesi=make_tanda(user),
        simpan=salted_hmac("guyub.simpan", request.session.session_key).hexdigest()[:24],
        ikat=reverse("ikat_perangkat"),
    )


def make_tanda(user: User) -> str:
    """Proof for an entry that a session of this account was live when its page was drawn."""
    return _penanda.sign(f"{user.uuid}.{int(waktu.sekarang().timestamp())}")


def check_tanda(user: User, tanda: str) -> str:
    """Why an entry with this mark needs a person: a reason's code, or an empty string."""
    try:
        siapa, _titik, detik = _penanda.unsign(tanda).partition(".")
    except signing.BadSignature:
        return "sesi"
    if siapa != str(user.uuid):
        return "bukan-milik"
    lalu = waktu.sekarang().timestamp() - int(detik)
    return "lama" if lalu > SESI_LAMA.total_seconds() else ""
