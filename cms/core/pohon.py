"""Where the dots and branches of a generation tree stand. Pure geometry, no SVG text."""

from collections.abc import Sequence
from dataclasses import dataclass

LEBAR = 320
TEPI = 16
JARAK = 17
BAWAH = 34
JARI = (9, 7, 6, 5)


@dataclass(frozen=True)
class Simpul:
    """One animal or family: which node of the generation before it came from, and what to call it."""

    induk: int | None = None
    nama: str = ""
    menunggu: bool = False


@dataclass(frozen=True)
class Generasi:
    """One generation: its label (a year), its nodes, and the words for the table."""

    label: str
    simpul: Sequence[Simpul]
    keterangan: str = ""


@dataclass(frozen=True)
class Titik:
    x: float
    y: float
    jari: int
    kelas: str
    nama: str


@dataclass(frozen=True)
class Gambar:
    """All that the template draws."""

    lebar: int
    tinggi: int
    titik: list[Titik]
    cabang: list[str]
    label: list[tuple[float, str]]

    @property
    def alas(self) -> int:
        """Where the labels stand."""
        return self.tinggi - 10


def build_pohon(generasi: Sequence[Generasi]) -> Gambar:
    """Lay the generations out in columns, each node beside the middle of its children."""
    tinggi = max((len(g.simpul) for g in generasi), default=1) * JARAK + TEPI
    letak = _letak(generasi, tinggi)
    kolom = [_x(nomor, len(generasi)) for nomor in range(len(generasi))]
    return Gambar(
        lebar=LEBAR,
        tinggi=tinggi + BAWAH,
        titik=[
            Titik(kolom[i], y, JARI[min(i, 3)], "tunggu" if s.menunggu else f"g{min(i, 3)}", s.nama)
            for i, g in enumerate(generasi)
            for s, y in zip(g.simpul, letak[i], strict=True)
        ],
        cabang=_cabang(generasi, letak, kolom),
        label=[(x, g.label) for x, g in zip(kolom, generasi, strict=True)],
    )


def _x(nomor: int, banyak: int) -> float:
    ruang = LEBAR - 2 * (TEPI + 4)
    return round(TEPI + 4 + (ruang * nomor / (banyak - 1) if banyak > 1 else 0), 1)


def _letak(generasi: Sequence[Generasi], tinggi: float) -> list[list[float]]:
    """Heights from the last generation backwards: evenly spread, then each parent amid its children."""
    letak = [_rata(len(g.simpul), tinggi) for g in generasi]
    for i in range(len(generasi) - 2, -1, -1):
        for n in range(len(generasi[i].simpul)):
            anak = [
                y for s, y in zip(generasi[i + 1].simpul, letak[i + 1], strict=True) if s.induk == n
            ]
            if anak:
                letak[i][n] = round(sum(anak) / len(anak), 1)
    return letak


def _rata(banyak: int, tinggi: float) -> list[float]:
    return [round(tinggi * (n + 0.5) / banyak, 1) for n in range(banyak)]


def _cabang(
    generasi: Sequence[Generasi], letak: list[list[float]], kolom: list[float]
) -> list[str]:
    cabang = []
    for i in range(1, len(generasi)):
        x0, x1 = kolom[i - 1], kolom[i]
        tengah = round((x0 + x1) / 2, 1)
        for s, y in zip(generasi[i].simpul, letak[i], strict=True):
            if s.induk is not None:
                y0 = letak[i - 1][s.induk]
                cabang.append(f"M{x0:g} {y0:g}C{tengah:g} {y0:g} {tengah:g} {y:g} {x1:g} {y:g}")
    return cabang
