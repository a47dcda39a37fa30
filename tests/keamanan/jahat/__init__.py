"""Hostile files, built in code. `SEMUA` is every kind; each says which doors may still take it."""

from dataclasses import replace

from . import gambar, kantor, nama, pdf, teks
from .dasar import GAMBAR, Jahat

# At the doors of pictures every other ending falls at the same threshold: these stand for all.
WAKIL = {"pdf-utuh", "pdf-bernama-jpg", "docx-makro", "csv-html", "html", "tanpa-akhiran"}


def _spare_gambar(jahat: Jahat) -> Jahat:
    return jahat if jahat.apa in WAKIL else replace(jahat, ke=jahat.ke - {GAMBAR})


SEMUA: list[Jahat] = [*gambar.SEMUA, *nama.SEMUA]
SEMUA += map(_spare_gambar, [*pdf.SEMUA, *kantor.SEMUA, *teks.SEMUA])
