"""Building a course's booklet once for everything it depends on.

The file among the private ones is all that is kept: no row, so that asking for a booklet changes
nothing, and a lost file is simply built again.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from cms.core.pdf import render_pdf

from ..kursus.models import Rilis
from ..kursus.selectors import get_rilis_terbaru
from .selectors import collect_buku, get_sidik

FOLDER = "buku"


@dataclass(frozen=True)
class Buku:
    """A booklet that lies ready: its digest and its name among the private files."""

    sidik: str
    nama: str

    def open(self):
        return get_storage().open(self.nama)


def get_storage() -> Storage:
    return storages["private"]


def get_or_build_buku(*, kursus_kunci: UUID) -> Buku | None:
    """The booklet of the present release; None where nothing was released or has no lesson yet.

    Many may ask at once: on one host one of them builds, the others wait and take what it built. Two
    hosts may both build; they write the same file.
    """
    rilis = get_rilis_terbaru(kursus_kunci)
    if rilis is None or not any(bagian["pelajaran"] for bagian in rilis.susunan):
        return None
    sidik = get_sidik(rilis)
    buku = Buku(sidik, f"{FOLDER}/{kursus_kunci}-{sidik}.pdf")
    if not get_storage().exists(buku.nama):
        with _alone():
            if not get_storage().exists(buku.nama):
                _build(rilis, buku)
    return buku


def _build(rilis: Rilis, buku: Buku) -> None:
    isi = render_pdf("pelatihan/buku.typ", collect_buku(rilis), saat=rilis.dibuat_pada)
    _store(buku.nama, isi)
    _drop_lama(rilis.kursus_kunci, buku)


def _store(nama: str, isi: bytes) -> None:
    """The whole file appears at once. A bucket does that by itself, a folder by renaming."""
    storage = get_storage()
    try:
        tujuan = Path(storage.path(nama))
    except NotImplementedError:
        storage.save(nama, ContentFile(isi))
        return
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    draf = tujuan.with_name(f".{tujuan.name}.{os.getpid()}")
    draf.write_bytes(isi)
    draf.replace(tujuan)


def _drop_lama(kursus_kunci: UUID, buku: Buku) -> None:
    """Older booklets of the course make room; who is reading one keeps reading."""
    for nama in get_storage().listdir(FOLDER)[1]:
        if nama.startswith(f"{kursus_kunci}-") and f"{FOLDER}/{nama}" != buku.nama:
            get_storage().delete(f"{FOLDER}/{nama}")


@contextmanager
def _alone() -> Iterator[None]:
    """One builder at a time on this host."""
    path = Path(settings.GUYUB_DATA) / ".buku"
    with path.open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield
