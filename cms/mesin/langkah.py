"""The steps between an installed library and a house that can open, all in one Django process.

`python -m cms.mesin.langkah katalog statis basis contoh`: only those named are taken.
"""

import json
import os
import sys
from pathlib import Path

from cms.mesin import stempel


def take_katalog() -> None:
    from cms.core.katalog import compile_katalog

    compile_katalog()


def take_statis() -> None:
    from django.core.management import call_command

    call_command("collectstatic", clear=True, interactive=False, verbosity=0)


def take_basis() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def take_contoh() -> None:
    """The sample, if the database is empty and the profile permits it."""
    from django.conf import settings

    from cms.demo import services

    if not settings.GUYUB_CONTOH_BOLEH or services.find_berisi():
        return
    keterangan = Path(settings.GUYUB_DATA) / "contoh.json"
    keterangan.write_text(json.dumps({"versi": "belum selesai"}))
    services.build_demo(services.get_password())
    keterangan.write_text(json.dumps({"versi": stempel.get_sidik("contoh")}))


LANGKAH = {
    "katalog": (take_katalog, "Menyusun terjemahan"),
    "statis": (take_statis, "Mengumpulkan berkas tampilan"),
    "basis": (take_basis, "Menyiapkan basis data"),
    "contoh": (take_contoh, "Mengisi data contoh bila masih kosong"),
}


def main(nama: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")
    import django

    django.setup()
    for satu in nama:
        ambil, kata = LANGKAH[satu]
        print(f"{kata}...", file=sys.stderr, flush=True)
        ambil()


if __name__ == "__main__":
    main(sys.argv[1:])
