"""What was answered to a device before."""

from collections.abc import Iterable
from uuid import UUID

from ..kiriman.models import Kiriman
from .jenis import Pengirim


def find_isi_lama(pengirim: Pengirim, jenis: str, kunci: Iterable[UUID]) -> dict[UUID, dict]:
    """Keys of entries taken in before, each with what its handler gave back."""
    baris = Kiriman.objects.filter(
        pelaku=pengirim.pelaku, operasi=f"antrean:{jenis}", kunci__in=list(kunci)
    )
    return {satu.kunci: satu.jawaban["isi"] for satu in baris}
