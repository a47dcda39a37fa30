"""Sizes of files and functions outside tests and migrations: `python -m tests.architecture.ukuran`.

A function's length is from `def` to its last line, the docstring counted with it.
"""

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
RUANG = ("cms", "home", "pelatihan", "musyawarah", "aset")
FUNGSI = (ast.FunctionDef, ast.AsyncFunctionDef)
MEDIAN_FUNGSI, P90_FUNGSI = 7, 20
P90_BERKAS, BERKAS_TERPANJANG = 250, 300


def list_berkas(akar: Path = AKAR) -> list[Path]:
    """Every Python file of the house that people write by hand."""
    return [
        p
        for ruang in RUANG
        for p in sorted((akar / ruang).rglob("*.py"))
        if "migrations" not in p.parts
    ]


def measure_fungsi(sumber: str) -> Iterator[tuple[str, int]]:
    """Name and lines of every function in a source."""
    for simpul in ast.walk(ast.parse(sumber)):
        if isinstance(simpul, FUNGSI):
            yield simpul.name, simpul.end_lineno - simpul.lineno + 1


def get_p90(angka: list[int]) -> int:
    """The smallest number that nine in ten do not exceed."""
    return sorted(angka)[-(-len(angka) * 9 // 10) - 1]


def find_pelanggaran(berkas: dict[str, int], fungsi: list[int]) -> list[str]:
    """What breaks the budget, in words; `berkas` gives the lines of each file that is not empty."""
    salah = [f"{nama}: {n} baris" for nama, n in berkas.items() if n > BERKAS_TERPANJANG]
    for apa, nilai, batas in (
        ("90% berkas", get_p90(list(berkas.values())), P90_BERKAS),
        ("median fungsi", statistics.median(fungsi), MEDIAN_FUNGSI),
        ("90% fungsi", get_p90(fungsi), P90_FUNGSI),
    ):
        if nilai > batas:
            salah.append(f"{apa}: {nilai} baris, paling banyak {batas}")
    return salah


def measure(akar: Path = AKAR) -> tuple[dict[str, int], dict[str, int]]:
    """Lines of every file that is not empty, and of every function, by where they stand."""
    berkas, fungsi = {}, {}
    for path in list_berkas(akar):
        sumber, nama = path.read_text(encoding="utf-8"), str(path.relative_to(akar))
        if sumber:
            berkas[nama] = len(sumber.splitlines())
        for i, (f, n) in enumerate(measure_fungsi(sumber)):
            fungsi[f"{nama}:{f}#{i}"] = n
    return berkas, fungsi


def main() -> int:
    berkas, fungsi = measure()
    lama = list(fungsi.values())
    print(
        f"{len(berkas)} berkas (90% ≤ {get_p90(list(berkas.values()))}, terpanjang {max(berkas.values())}), "
        f"{len(fungsi)} fungsi (median {statistics.median(lama)}, 90% ≤ {get_p90(lama)})"
    )
    for nama, n in sorted(fungsi.items(), key=lambda pasangan: -pasangan[1])[:5]:
        print(f"  {n:4} {nama.split('#')[0]}")
    salah = find_pelanggaran(berkas, lama)
    print("\n".join(salah))
    return 1 if salah else 0


if __name__ == "__main__":
    sys.exit(main())
