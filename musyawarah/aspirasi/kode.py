"""The follow-up code of a ticket: 64 bits, computed once, kept only as a digest."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings

from . import rules


def make_kode(kunci: UUID) -> str:
    """The code of a ticket, from its random key and the house's secret.

    Computed, not drawn, so that a repeated sending shows the same code although only a digest of it
    is stored.
    """
    rahasia = f"aspirasi:{settings.SECRET_KEY}".encode()
    return rules.encode_kode(hmac.new(rahasia, kunci.bytes, "sha256").digest())


def hash_kode(kode: str) -> str:
    return hashlib.sha256(f"aspirasi:{kode}".encode()).hexdigest()
