"""Finding pages of one type through Wagtail's index: full text on both databases."""

from datetime import datetime
from functools import partial

from django.utils.functional import Promise
from wagtail.models import Page

from cms.core import waktu
from cms.core.halaman.selectors import filter_publik

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

    `terbaru`: newest first. Ranking compares every match with every other on SQLite, so a type
    that grows without end must not ask for it.
    """
    register_bagian(kode, judul, urutan, partial(_cari, model, tanggal, terbaru))


def _cari(model, tanggal: str, terbaru: bool, kata: str, mulai: int, banyak: int) -> list[Hasil]:
    semua = model[0].objects.all() if len(model) == 1 else Page.objects.type(model)
    if terbaru:
        semua = semua.order_by("-first_published_at")
    temuan = semua.search(kata, operator="and", order_by_relevance=not terbaru)
    # The index accepts only plain filters, so what the public may not see is taken out behind it.
    publik = filter_publik(temuan.get_queryset())
    return [_hasil(p, tanggal) for p in publik[mulai : mulai + banyak]]


def _hasil(halaman: Page, tanggal: str) -> Hasil:
    saat = getattr(halaman, tanggal) if tanggal else None
    return Hasil(
        judul=halaman.title,
        url=halaman.url,
        ringkasan=getattr(halaman, "ringkasan", "") or halaman.search_description,
        tanggal=waktu.ke_wib(saat).date() if isinstance(saat, datetime) else saat,
    )
