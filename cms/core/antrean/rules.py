"""Reading what a browser's queue sends: limits, shape, and the time on a clock that may be wrong."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

BADAN_MAKS = 256 * 1024
BANYAK_MAKS = 60
ISI_MAKS = 24 * 1024
JENIS_MAKS = 40
TANDA_MAKS = 200


class TidakTerbaca(Exception):
    """The body is no batch of entries; nothing of it was looked at."""


@dataclass(frozen=True)
class Entri:
    """One thing recorded on a device.

    `saat` is when, on the server's clock: the device's own clock is only trusted for how long ago.
    `ke` counts the times it was sent. `cacat` marks a shape that no handler may see.
    """

    kunci: UUID
    jenis: str
    isi: dict
    saat: datetime
    tanda: str = ""
    ke: int = 1
    cacat: bool = False


def parse_kiriman(badan: bytes, sekarang: datetime) -> list[Entri]:
    """The entries of a batch in the order of the device. Raises TidakTerbaca."""
    try:
        isi = json.loads(badan)
    except (ValueError, RecursionError):
        raise TidakTerbaca from None
    semua = isi.get("entri") if isinstance(isi, dict) else None
    if not isinstance(semua, list) or not 0 < len(semua) <= BANYAK_MAKS:
        raise TidakTerbaca
    jam_klien = isi.get("sekarang")
    return [_read_entri(satu, jam_klien, sekarang) for satu in semua]


def _read_entri(satu: Any, jam_klien: Any, sekarang: datetime) -> Entri:
    if not isinstance(satu, dict):
        raise TidakTerbaca
    try:
        kunci = UUID(satu["kunci"])
    except (KeyError, ValueError, TypeError, AttributeError):
        raise TidakTerbaca from None
    jenis: Any = satu.get("jenis")
    isi: Any = satu.get("isi")
    tanda: Any = satu.get("tanda", "")
    saat = estimate_saat(satu.get("saat"), jam_klien, sekarang)
    if not (_is_teks(jenis, JENIS_MAKS) and _is_teks(tanda, TANDA_MAKS) and is_isi_wajar(isi)):
        return Entri(kunci, "", {}, saat, cacat=True)
    return Entri(kunci, jenis, isi, saat, tanda, _read_ke(satu.get("ke")))


def _is_teks(nilai: Any, panjang: int) -> bool:
    """A short text that both databases can keep: half a surrogate pair is none."""
    return isinstance(nilai, str) and len(nilai) <= panjang and is_tersimpan(nilai)


def is_tersimpan(teks: str) -> bool:
    try:
        teks.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in teks


def _read_ke(nilai: Any) -> int:
    return nilai if type(nilai) is int and 0 < nilai < 1_000_000 else 1


def is_isi_wajar(isi: Any) -> bool:
    """A JSON object of fair size that both databases can keep."""
    if not isinstance(isi, dict):
        return False
    try:
        teks = json.dumps(isi, allow_nan=False, ensure_ascii=False)
        teks.encode()
    except (ValueError, RecursionError):
        return False
    return len(teks) <= ISI_MAKS and "\\u0000" not in teks


def estimate_saat(saat: Any, jam_klien: Any, sekarang: datetime) -> datetime:
    """When an entry was made: now minus how long ago it was on the device's clock, never later than now.

    Both are milliseconds since 1970 as the device believes; what is no number means now.
    """
    if not (_is_angka(saat) and _is_angka(jam_klien)):
        return sekarang
    lalu = min(max(jam_klien - saat, 0), 400 * 86_400_000)
    return sekarang - timedelta(milliseconds=lalu)


def _is_angka(nilai: Any) -> bool:
    return type(nilai) in (int, float) and abs(nilai) < 1e15
