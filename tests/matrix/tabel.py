"""The permission table: every address of the house, and who gets through its door.

A room adds its rows in a module of its own beside this one (`aset.py`, …) and names it in `RUANG`.
Roles are the names of `cms.accounts.peran`; two more stand for nobody signed in (`ANONIM`) and for a
signed-in person without any role (`WARGA`).

`Baris(pola, siapa)` says exactly who gets in. `pola` is the route as Django prints it. Where the
address names an object, `args` builds it: `args=lambda d: {"uuid": d.barang().uuid}`; `d` is the
`Dunia` of dunia.py with `d.user` and `d.anggota`, the one who knocks, so that a second row with the
same `pola` can tell one's own object from another's. `Pagar(awalan, siapa)` is for Wagtail's own pages, by
the hundred: nobody but `siapa` gets in anywhere below the prefix.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from cms.accounts import peran

ANONIM = "(anonim)"
WARGA = "(warga)"
SEMUA = frozenset({ANONIM, WARGA, *peran.NAMA})
MASUK = SEMUA - {ANONIM}
KANTOR = frozenset(peran.KANTOR)
TAK_SEORANG: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Baris:
    """One address and exactly who gets in; all others are sent to the sign-in page, or refused."""

    pola: str
    siapa: frozenset[str]
    args: Callable[..., dict] = field(default=lambda d: {})
    metode: str = "get"
    data: Callable[..., dict] = field(default=lambda d: {})
    kata: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.metode.upper(), self.pola, self.kata]))


@dataclass(frozen=True)
class Pagar:
    """Everything below a prefix: nobody else gets in; whether `siapa` do is not asked."""

    awalan: str
    siapa: frozenset[str]


def roles(*nama: str) -> frozenset[str]:
    return frozenset(nama)
