"""What a message is made of, and when to try again. No Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

BERITA = "berita"

PERCOBAAN_TERBANYAK = 8
JEDA_AWAL = timedelta(seconds=30)
JEDA_TERLAMA = timedelta(hours=6)


@dataclass(frozen=True)
class Penerima:
    """A recipient frozen when written: account or none, person or none, addresses by channel."""

    nama: str
    user_id: int | None = None
    anggota_uuid: UUID | None = None
    alamat: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Isi:
    """What a message says; `layar_kunci` is what may show on a locked phone."""

    judul: str
    isi: str
    tautan: str = ""
    layar_kunci: str = ""
    prioritas: int = 5
    tidak_sebelum: datetime | None = None
    kedaluwarsa: datetime | None = None


def get_jeda(percobaan: int) -> timedelta | None:
    """How long to wait after the n-th failed attempt (1, 2, …), or None: give up.

    30 s, 1 min, 2 min … doubling, never above 6 hours, eight attempts in all.
    """
    if percobaan >= PERCOBAAN_TERBANYAK:
        return None
    return min(JEDA_AWAL * (1 << (percobaan - 1)), JEDA_TERLAMA)
