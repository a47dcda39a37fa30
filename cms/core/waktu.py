"""The house's only clock. Business dates are dates in Asia/Jakarta; instants are aware datetimes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")

_tetap: ContextVar[datetime | None] = ContextVar("waktu_tetap", default=None)


def sekarang() -> datetime:
    """The present instant, aware, in UTC."""
    return _tetap.get() or datetime.now(UTC)


def hari_ini() -> date:
    """Today's date in Asia/Jakarta."""
    return sekarang().astimezone(WIB).date()


def ke_wib(saat: datetime) -> datetime:
    """The same instant on a clock in Asia/Jakarta."""
    return saat.astimezone(WIB)


def awal_hari(tanggal: date) -> datetime:
    """The first instant of a date in Asia/Jakarta."""
    return datetime.combine(tanggal, time.min, tzinfo=WIB)


def gabung(tanggal: date, jam: time) -> datetime:
    """The instant of a wall-clock time in Asia/Jakarta."""
    return datetime.combine(tanggal, jam, tzinfo=WIB)


@contextmanager
def pada(saat: date | datetime) -> Iterator[None]:
    """Let the clock stand at `saat` (a date means 09.00 WIB). The one override, for tests and samples."""
    if not isinstance(saat, datetime):
        saat = gabung(saat, time(9))
    token = _tetap.set(saat.astimezone(UTC))
    try:
        yield
    finally:
        _tetap.reset(token)
