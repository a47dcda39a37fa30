"""How well questions work, on plain values: how hard they are, and whether they tell who knows more. Pure.

Marks are basis points. Figures of fewer than ten people are not reckoned: two more could turn them round.
"""

from collections.abc import Sequence
from math import sqrt

TERKECIL = 10
TERBALIK, LEMAH, MUDAH, SUKAR = "terbalik", "lemah", "mudah", "sukar"
BEDA_LEMAH = 2_000  # a discrimination of 0.20, below which a question hardly tells people apart
P_MUDAH, P_SUKAR = 9_500, 2_000


def count_kesukaran_bp(butir: Sequence[int]) -> int | None:
    """The mean mark of a question (its p-value), half up: 10,000 if everybody was right; None of nobody."""
    n = len(butir)
    return (2 * sum(butir) + n) // (2 * n) if n else None


def count_daya_beda(pasangan: Sequence[tuple[int, int]]) -> int | None:
    """The corrected item-total correlation of (mark of the question, mark of the rest), in ten-thousandths.

    For right or wrong this is the point-biserial correlation with the question itself left out, so that a
    question does not praise itself. None where all got the same mark, in the question or in the rest.
    """
    n = len(pasangan)
    if n < 2:
        return None
    x, y = [a for a, _b in pasangan], [b for _a, b in pasangan]
    # n times every sum of squares: whole numbers, so equal marks give exactly nothing.
    sxx = n * sum(a * a for a in x) - sum(x) ** 2
    syy = n * sum(b * b for b in y) - sum(y) ** 2
    if not sxx or not syy:
        return None
    sxy = n * sum(a * b for a, b in pasangan) - sum(x) * sum(y)
    return round(10_000 * max(-1.0, min(1.0, sxy / (sqrt(sxx) * sqrt(syy)))))


def count_bagian_bp(banyak: int, dari: int) -> int:
    """A share, half up; nothing of nobody."""
    return (2 * banyak * 10_000 + dari) // (2 * dari) if dari else 0


def list_tanda(kesukaran_bp: int, beda: int | None) -> list[str]:
    """What a maker should look at: terbalik (who knows more is wrong more often), lemah, mudah, sukar."""
    tanda = []
    if beda is not None and beda < 0:
        tanda.append(TERBALIK)
    elif beda is not None and beda < BEDA_LEMAH:
        tanda.append(LEMAH)
    if kesukaran_bp >= P_MUDAH:
        tanda.append(MUDAH)
    elif kesukaran_bp < P_SUKAR:
        tanda.append(SUKAR)
    return tanda
