"""Building a course's booklet once for everything it depends on."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from cms.core.pdf import render_pdf

from ..kursus.models import Rilis
from ..kursus.selectors import get_rilis_terbaru
from .models import BukuKursus
from .selectors import collect_buku, get_sidik


def get_or_build_buku(*, kursus_kunci: UUID) -> BukuKursus | None:
    """The booklet of the present release; None where nothing was released or has no lesson yet.

    Many may ask at once: on one host one of them builds, the others wait and take what it built; of
    two hosts the second finds the row of the first and throws its own file away.
    """
    rilis = get_rilis_terbaru(kursus_kunci)
    if rilis is None or not any(bagian["pelajaran"] for bagian in rilis.susunan):
        return None
    sidik = get_sidik(rilis)
    if ada := _find(sidik):
        return ada
    with _alone():
        return _find(sidik) or _build(rilis, sidik)


def _find(sidik: str) -> BukuKursus | None:
    buku = BukuKursus.objects.filter(sidik=sidik).first()
    if buku and not buku.berkas.storage.exists(str(buku.berkas.name)):
        buku.delete()
        return None
    return buku


def _build(rilis: Rilis, sidik: str) -> BukuKursus:
    isi = render_pdf("pelatihan/buku.typ", collect_buku(rilis), saat=rilis.dibuat_pada)
    buku = BukuKursus(kursus_kunci=rilis.kursus_kunci, sidik=sidik, ukuran=len(isi))
    buku.berkas.save(f"{sidik}.pdf", ContentFile(isi), save=False)
    try:
        with transaction.atomic():
            buku.save()
    except IntegrityError:
        buku.berkas.delete(save=False)
        return BukuKursus.objects.get(sidik=sidik)
    _drop_lama(buku)
    return buku


def _drop_lama(buku: BukuKursus) -> None:
    """Older booklets of the course make room; who is reading one keeps reading."""
    for lama in BukuKursus.objects.filter(kursus_kunci=buku.kursus_kunci).exclude(pk=buku.pk):
        lama.berkas.delete(save=False)
        lama.delete()


@contextmanager
def _alone() -> Iterator[None]:
    """One builder at a time on this host."""
    path = Path(settings.GUYUB_DATA) / ".buku"
    with path.open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield
