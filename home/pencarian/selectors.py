"""Search results in sections."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from django.apps import apps
from django.db import DatabaseError
from django.db.models import Count, Q
from wagtail.models import Page

from cms.core.halaman.selectors import filter_publik
from cms.core.lembar import Lembar
from cms.core.pagecache.generasi import get_generasi
from cms.core.pencarian import Bagian, Hasil, list_bagian

from . import rules

log = logging.getLogger(__name__)

RINGKAS = 4
HITUNG = 50
HALAMAN_KATA = 2000
KATA_MAKS = 20_000
POKOK = 8


@dataclass(frozen=True)
class Temuan:
    """One section's first results; `banyak` is exact up to fifty, `lebih` says there are more."""

    kode: str
    judul: str
    hasil: Sequence[Hasil]
    banyak: int
    lebih: bool

    @property
    def sisa(self) -> bool:
        return self.banyak > len(self.hasil)


def search_semua(kata: str) -> list[Temuan]:
    """Every section that has something, one query each."""
    temuan = [_temuan(bagian, _cari(bagian, kata, 0, HITUNG + 1)) for bagian in list_bagian()]
    return [t for t in temuan if t.hasil]


def search_lembar(bagian: Bagian, kata: str, nomor: int, banyak: int = 12) -> Lembar:
    """One page of one section's results."""
    hasil = _cari(bagian, kata, (nomor - 1) * banyak, banyak + 1) if kata else []
    return Lembar(hasil[:banyak], nomor, len(hasil) > banyak)


def suggest_kata(kata: str) -> str:
    """What was perhaps meant, from words of public titles and summaries, or ""."""
    return rules.suggest(kata, _get_kosakata(get_generasi().read())) if kata else ""


@lru_cache(maxsize=1)
def _get_kosakata(_generasi: tuple[int, int]) -> dict[str, None]:
    """Distinct words of the newest public pages, read once after each change of the site."""
    berita = filter_publik(apps.get_model("home.BeritaPage").objects.all()).order_by("-terbit_pada")
    halaman = filter_publik(Page.objects.all()).order_by("-first_published_at")
    teks = chain(
        chain.from_iterable(berita.values_list("title", "ringkasan")[:HALAMAN_KATA]),
        chain.from_iterable(halaman.values_list("title", "search_description")[:HALAMAN_KATA]),
    )
    kata = (k for satu in teks for k in re.findall(r"[^\W\d_]{4,}", satu.casefold()))
    return dict.fromkeys(islice(dict.fromkeys(kata), KATA_MAKS))


def list_pokok() -> list[str]:
    """Subjects to begin with: the tags that most news carries."""
    tanda = apps.get_model("home.TandaBerita").objects
    berapa = tanda.annotate(
        banyak=Count("berita", filter=Q(berita__content_object__live=True))
    ).filter(banyak__gt=0)
    return list(berapa.order_by("-banyak", "name").values_list("name", flat=True)[:POKOK])


def _temuan(bagian: Bagian, hasil: list[Hasil]) -> Temuan:
    banyak = min(len(hasil), HITUNG)
    return Temuan(bagian.kode, str(bagian.judul), hasil[:RINGKAS], banyak, len(hasil) > HITUNG)


def _cari(bagian: Bagian, kata: str, mulai: int, banyak: int) -> list[Hasil]:
    """A section whose engine stumbles is left out and logged; the reader still gets the others."""
    try:
        return bagian.cari(kata, mulai, banyak)
    except DatabaseError:
        log.exception("search section failed", extra={"bagian": bagian.kode})
        return []
