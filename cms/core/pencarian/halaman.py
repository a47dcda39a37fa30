"""Finding pages of one type through Wagtail's index: full text on both databases."""

from datetime import datetime
from functools import partial

from django.db import connection
from django.db.models import Case, When
from django.utils.functional import Promise
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.core import waktu
from cms.core.halaman.selectors import filter_publik

from . import sqlite
from .daftar import Hasil, register_bagian


def register_halaman(
    kode: str,
    judul: str | Promise,
    urutan: int,
    *model: type[Page],
    tanggal: str = "",
    terbaru: bool = False,
) -> None:
    """A section of public pages of these types. `tanggal`: the attribute that dates a result.

    `terbaru`: newest first, for types that grow without end: ranking looks at every match.
    """
    register_bagian(kode, judul, urutan, partial(_cari, model, tanggal, terbaru))


def _cari(model, tanggal: str, terbaru: bool, kata: str, mulai: int, banyak: int) -> list[Hasil]:
    find = _find_sqlite if connection.vendor == "sqlite" else _find
    # The index accepts only plain filters, so what the public may not see is taken out behind it.
    publik = filter_publik(find(model, terbaru, kata))
    if terbaru:
        publik = publik.order_by("-first_published_at")
    return [_hasil(p, tanggal) for p in publik[mulai : mulai + banyak]]


def _query(model) -> PageQuerySet:
    return model[0].objects.all() if len(model) == 1 else Page.objects.type(model)


def _find(model, terbaru: bool, kata: str) -> PageQuerySet:
    temuan = _query(model).search(kata, operator="and", order_by_relevance=not terbaru)
    return temuan.get_queryset()


def _find_sqlite(model, terbaru: bool, kata: str) -> PageQuerySet:
    ids = (sqlite.find_newest if terbaru else sqlite.find_best)(model, kata)
    urut = Case(*(When(pk=pk, then=n) for n, pk in enumerate(ids)), default=0)
    cocok = _query(model).filter(pk__in=ids)
    return cocok if terbaru else cocok.order_by(urut)


def _hasil(halaman: Page, tanggal: str) -> Hasil:
    saat = getattr(halaman, tanggal) if tanggal else None
    return Hasil(
        judul=halaman.title,
        url=halaman.url,
        ringkasan=getattr(halaman, "ringkasan", "") or halaman.search_description,
        tanggal=waktu.ke_wib(saat).date() if isinstance(saat, datetime) else saat,
    )
