"""The word that was perhaps meant. Pure."""

from collections.abc import Collection
from difflib import get_close_matches

TERPENDEK = 4
BEDA_PANJANG = 2
MIRIP = 0.75


def suggest(ketikan: str, kosakata: Collection[str]) -> str:
    """The typed words with unknown ones replaced by their nearest known; "" if that changes nothing."""
    kata = ketikan.casefold().split()
    usul = [_find_mirip(satu, kosakata) for satu in kata]
    return " ".join(usul) if usul != kata else ""


def _find_mirip(kata: str, kosakata: Collection[str]) -> str:
    if len(kata) < TERPENDEK or kata in kosakata:
        return kata
    dekat = [k for k in kosakata if _is_dekat(kata, k)]
    return next(iter(get_close_matches(kata, dekat, n=1, cutoff=MIRIP)), kata)


def _is_dekat(kata: str, dikenal: str) -> bool:
    """Cheap before dear: of similar length, and with the same beginning or end."""
    if abs(len(kata) - len(dikenal)) > BEDA_PANJANG:
        return False
    return kata[0] == dikenal[0] or kata[-2:] == dikenal[-2:]
