"""Who gets a place, what attendance counts, and the codes shown in the room. No Django here."""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

MASUK, TUNGGU, MOHON, TOLAK = "masuk", "tunggu", "mohon", "tolak"
TANPA_HITUNG = frozenset({"izin", "sakit"})
DATANG = frozenset({"hadir", "terlambat"})
DETIK_TOKEN = 30
DETIK_KODE = 300
TOKEN_LAMPAU = 2  # older slots that are still good: the phone is slow, the queue in the room long
SEBELUM = timedelta(minutes=30)


def decide_masuk(
    cara: str, *, diundang: bool, kapasitas: int | None, terisi: int, menunggu: int
) -> str:
    """What happens to one who presses the button: masuk, tunggu, mohon or tolak.

    Who is invited, or was approved, needs nobody's word any more, but still a place; nobody
    overtakes those who wait.
    """
    if not diundang and cara == "undangan":
        return TOLAK
    if not diundang and cara == "persetujuan":
        return MOHON
    penuh = kapasitas is not None and (terisi >= kapasitas or menunggu > 0)
    return TUNGGU if penuh else MASUK


def count_naik(kapasitas: int | None, terisi: int, menunggu: int) -> int:
    """How many of those who wait get a place now."""
    bebas = menunggu if kapasitas is None else max(0, kapasitas - terisi)
    return min(menunggu, bebas)


@dataclass(frozen=True)
class Catatan:
    """One row of attendance on plain values; `nomor` tells equal instants apart."""

    status: str
    pencatat: int
    dicatat_pada: datetime
    beralasan: bool
    nomor: int = 0


@dataclass(frozen=True)
class Keadaan:
    """What counts now, and whether two people say different things that nobody has settled."""

    catatan: Catatan
    bentrok: bool


def settle_catatan(catatan: Iterable[Catatan]) -> Keadaan | None:
    """The last row counts, by the time it was made, not by the time it arrived.

    A row with a reason is a correction and settles what stood before it. Without one, rows of two
    people that differ are a conflict.
    """
    urut = sorted(catatan, key=lambda c: (c.dicatat_pada, c.nomor))
    if not urut:
        return None
    mulai = max((n for n, c in enumerate(urut) if c.beralasan), default=0)
    terakhir = urut[-1]
    lain = [c for c in urut[mulai:] if c.pencatat != terakhir.pencatat]
    return Keadaan(terakhir, any(c.status != terakhir.status for c in lain))


def count_hadir_bp(status: Iterable[str]) -> int | None:
    """Share of sessions attended in basis points, rounded half up.

    Coming late counts as present. Permitted and ill sessions are left out of the reckoning; None
    while nothing remains to reckon with.
    """
    dihitung = [s for s in status if s not in TANPA_HITUNG]
    if not dihitung:
        return None
    datang = sum(s in DATANG for s in dihitung)
    return (datang * 20_000 + len(dihitung)) // (2 * len(dihitung))


def count_bagian_bp(bagian: int, semua: int) -> int | None:
    """A share in basis points, half up; None of nothing."""
    return (bagian * 20_000 + semua) // (2 * semua) if semua else None


def is_terbuka(mulai: datetime, selesai: datetime, saat: datetime) -> bool:
    """Whether one may mark oneself: from half an hour before the session until its end."""
    return mulai - SEBELUM <= saat <= selesai


def get_status_datang(mulai: datetime, saat: datetime, menit: int) -> str:
    """What marking oneself at this moment means."""
    return "terlambat" if saat > mulai + timedelta(minutes=menit) else "hadir"


def make_token(rahasia: bytes, pertemuan: str, detik: int) -> str:
    """What stands in the QR of this half minute: 80 bits that only the server can make."""
    return _sign(rahasia, "qr", pertemuan, detik // DETIK_TOKEN).hex()[:20]


def is_token_sah(rahasia: bytes, pertemuan: str, detik: int, token: str) -> bool:
    """Good for its own half minute and two more."""
    calon = [
        make_token(rahasia, pertemuan, detik - n * DETIK_TOKEN) for n in range(TOKEN_LAMPAU + 1)
    ]
    return any(hmac.compare_digest(satu.encode(), token.encode()) for satu in calon)


def make_kode(rahasia: bytes, pertemuan: str, detik: int) -> str:
    """Four digits to read aloud; new every five minutes."""
    angka = int.from_bytes(_sign(rahasia, "kode", pertemuan, detik // DETIK_KODE)[:8], "big")
    return f"{angka % 10_000:04}"


def is_kode_sah(rahasia: bytes, pertemuan: str, detik: int, kode: str) -> bool:
    """Good for its own five minutes and the five after."""
    calon = [make_kode(rahasia, pertemuan, detik - n * DETIK_KODE) for n in range(2)]
    return any(hmac.compare_digest(satu.encode(), kode.encode()) for satu in calon)


def _sign(rahasia: bytes, apa: str, pertemuan: str, jendela: int) -> bytes:
    return hmac.digest(rahasia, f"{apa}:{pertemuan}:{jendela}".encode(), "sha256")


def find_baris_ganda(kunci: Sequence[str]) -> set[int]:
    """Positions whose key stood in an earlier one already; empty keys are nobody's."""
    pertama: dict[str, int] = {}
    ganda = set()
    for nomor, satu in enumerate(kunci):
        if satu and pertama.setdefault(satu, nomor) != nomor:
            ganda.add(nomor)
    return ganda
