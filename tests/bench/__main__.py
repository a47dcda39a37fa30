"""Runs the benches in one process and prints what they measured; ends without leaving anything."""

import importlib
import shutil
import sys

from .rumah import DATA, build, setup_django

BAGIAN = ("halaman", "pesan", "kuis", "memori")


def main(pilihan: list[str]) -> int:
    setup_django()
    try:
        build(100)
        for nama in pilihan or BAGIAN:
            print(f"== {nama} ==", flush=True)
            for baris in importlib.import_module(f"tests.bench.{nama}").measure():
                print(f"  {baris}", flush=True)
    finally:
        shutil.rmtree(DATA, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
