"""Keys of badges: made at first use, changed by an officer, never in the database."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation

from . import vcjwt
from .models import KunciLencana

if TYPE_CHECKING:  # loaded when a key is used, as in vcjwt
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LINGKUNGAN = "GUYUB_KUNCI_LENCANA"


class KunciTidakAda(Exception):
    """The secret half of the key that signs is not where it should be."""


class KunciDariLingkungan(Exception):
    """The environment names the key; whoever runs the house changes it there."""


def sign(isi: dict) -> str:
    """`isi` signed with the key that counts now; made when there is none. Raises KunciTidakAda."""
    return vcjwt.sign_jwt(isi, _load(ensure_kunci()))


def ensure_kunci() -> KunciLencana:
    """The key that signs. Of two processes that begin at once, one makes it. Raises KunciTidakAda."""
    kunci = _get_dari_lingkungan()
    berlaku = KunciLencana.objects.filter(diganti_pada__isnull=True).first()
    if kunci and (berlaku is None or berlaku.publik != vcjwt.get_publik(kunci)):
        return _replace(vcjwt.get_publik(kunci), actor=None)
    if berlaku:
        return berlaku
    try:
        return _replace(_make(), actor=None)
    except IntegrityError:
        return KunciLencana.objects.get(diganti_pada__isnull=True)


def rotate_kunci(*, actor=None) -> KunciLencana:
    """A new key signs from now on; the old public half stays. Raises KunciDariLingkungan, KunciTidakAda."""
    if _get_dari_lingkungan():
        raise KunciDariLingkungan(LINGKUNGAN)
    return _replace(_make(), actor=actor)


@transaction.atomic
def _replace(publik: str, *, actor) -> KunciLencana:
    lama = KunciLencana.objects.select_for_update().filter(diganti_pada__isnull=True)
    for satu in lama.exclude(publik=publik):
        satu.diganti_pada = waktu.sekarang()
        satu.save(update_fields=["diganti_pada"])
    kunci, _baru = KunciLencana.objects.update_or_create(
        kid=vcjwt.get_kid(publik), defaults={"publik": publik, "diganti_pada": None}
    )
    record_jejak(actor, "replace_kunci_lencana", kunci, sesudah={"kid": kunci.kid})
    raise_generation()
    return kunci


def _load(kunci: KunciLencana) -> "Ed25519PrivateKey":
    rahasia = _get_dari_lingkungan() or _read(_get_path(kunci.kid))
    if vcjwt.get_publik(rahasia) != kunci.publik:
        raise KunciTidakAda(kunci.kid)
    return rahasia


def _get_dari_lingkungan() -> "Ed25519PrivateKey | None":
    """The key of the environment: a PEM, its lines joined by real line ends or by "\\n"."""
    pem = os.environ.get(LINGKUNGAN, "")
    return _parse(pem.replace("\\n", "\n").encode()) if pem else None


def _read(path: Path) -> "Ed25519PrivateKey":
    try:
        return _parse(path.read_bytes())
    except OSError as galat:
        raise KunciTidakAda(path.name) from galat


def _parse(pem: bytes) -> "Ed25519PrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        kunci = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as galat:
        raise KunciTidakAda(LINGKUNGAN) from galat
    if not isinstance(kunci, Ed25519PrivateKey):
        raise KunciTidakAda(LINGKUNGAN)
    return kunci


def _get_path(kid: str) -> Path:
    return Path(settings.GUYUB_DATA) / "kunci" / f"lencana-{kid}.pem"


def _make() -> str:
    """Write a new secret half with mode 600; returns the public half."""
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    rahasia = Ed25519PrivateKey.generate()
    publik = vcjwt.get_publik(rahasia)
    path = _get_path(vcjwt.get_kid(publik))
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "wb") as berkas:
            bentuk = (s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
            berkas.write(rahasia.private_bytes(*bentuk))
    except OSError as galat:
        raise KunciTidakAda(path.name) from galat
    return publik
