"""When to try again. No Django here."""

from datetime import timedelta

PERCOBAAN_TERBANYAK = 8
JEDA_AWAL = timedelta(seconds=30)
JEDA_TERLAMA = timedelta(hours=6)


def get_jeda(percobaan: int) -> timedelta | None:
    """How long to wait after the n-th failed attempt (1, 2, …), or None: give up.

    30 s, 1 min, 2 min … doubling, never above 6 hours, eight attempts in all.
    """
    if percobaan >= PERCOBAAN_TERBANYAK:
        return None
    return min(JEDA_AWAL * (1 << (percobaan - 1)), JEDA_TERLAMA)
