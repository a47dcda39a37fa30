"""Idempotency: same key and body gives the stored answer, another body is refused."""

import hashlib
import json
from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction

from .models import Kiriman


class KirimanBerbeda(Exception):
    """The key was used before with another body; answer with 409."""


def hash_isi(isi: dict) -> str:
    """SHA-256 of a body, independent of the order of its fields."""
    return hashlib.sha256(json.dumps(isi, sort_keys=True, default=str).encode()).hexdigest()


def run_once(
    *, pelaku: str, operasi: str, kunci: UUID, isi: dict, kerja: Callable[[], dict]
) -> dict:
    """Run `kerja` once and remember its answer (plain JSON). What raises is not remembered.

    The row is written first, so of two equal requests at once one waits and then reads the answer.
    Raises KirimanBerbeda.
    """
    isi_hash = hash_isi(isi)
    try:
        with transaction.atomic():
            baris = Kiriman.objects.create(
                pelaku=pelaku, operasi=operasi, kunci=kunci, isi_hash=isi_hash
            )
            baris.jawaban = kerja()
            baris.save(update_fields=["jawaban"])
            return baris.jawaban
    except IntegrityError:
        lama = Kiriman.objects.filter(pelaku=pelaku, operasi=operasi, kunci=kunci).first()
        if lama is None:
            raise
        if lama.isi_hash != isi_hash:
            raise KirimanBerbeda(operasi) from None
        return lama.jawaban
