"""`make test` and `make tahan`: pytest on each database, one after the other, the first failure ends it.

SQLite always, PostgreSQL too when 127.0.0.1:5432 answers; `DB=sqlite|postgres` picks one, `UJI`
names what to run. SQLite comes last, so that its closing line is the last one printed.
"""

import os
import socket
import subprocess
import sys
import tempfile

from cms.mesin.peralatan import get_env, is_ci

SQLITE, POSTGRES = "sqlite", "postgres"
KOSONG = 5  # pytest's code for "nothing selected"


def main(argumen: list[str]) -> int:
    basis = choose_basis(os.environ.get("DB", ""), ada=is_answering())
    if not basis:
        return 2
    penanda = ["-m", "tahan"] if "--tahan" in argumen else []
    with tempfile.TemporaryDirectory(prefix="guyub-uji-") as data:
        for satu in basis:
            print(f"== uji pada {satu} ==", flush=True)
            kode = run_pytest(satu, data, penanda)
            if kode and not (kode == KOSONG and satu == POSTGRES):  # few tests are marked `dua`
                return kode
    return 0


def choose_basis(pilihan: str, *, ada: bool) -> list[str]:
    """The databases to test on, said aloud; empty when what was asked for cannot be had."""
    if pilihan not in ("", SQLITE, POSTGRES):
        return _refuse(f"DB={pilihan} tidak dikenal; pilih sqlite atau postgres.")
    if ada or pilihan == SQLITE:
        return [pilihan] if pilihan else [POSTGRES, SQLITE]
    if pilihan == POSTGRES or is_ci():
        return _refuse("PostgreSQL di 127.0.0.1:5432 tidak menjawab.")
    print("PostgreSQL di 127.0.0.1:5432 tidak menjawab: uji HANYA pada SQLite.", flush=True)
    return [SQLITE]


def _refuse(kata: str) -> list[str]:
    print(f"Guyub: {kata}", file=sys.stderr)
    return []


def is_answering() -> bool:
    try:
        socket.create_connection(("127.0.0.1", 5432), timeout=2).close()
    except OSError:
        return False
    return True


def run_pytest(basis: str, data: str, penanda: list[str]) -> int:
    perintah = [sys.executable, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 2)]
    perintah += ["--dist", "loadfile", *penanda, *os.environ.get("UJI", "").split()]
    return subprocess.run(perintah, env={**get_env(data), "DB": basis}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
