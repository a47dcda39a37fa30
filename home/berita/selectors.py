"""News as readers see it: rows of lists, related items, the archive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists
from wagtail.models import Site

from cms.core import waktu
from cms.core.halaman.selectors import filter_publik
from cms.core.lembar import Lembar, potong
from cms.core.media.models import Gambar

from .models import KategoriBerita, TandaBerita

if TYPE_CHECKING:
    from .pages import BeritaPage

TERKAIT = 3


@dataclass(frozen=True)
class BarisBerita:
    """One item in a list."""

    judul: str
    url: str
    ringkasan: str
    terbit_pada: datetime | None
    kategori: str
    segera: str
    gambar: Gambar | None


def _query():
    """Public news, newest first: one join, sorted by an index of its own table."""
    model = apps.get_model("home.BeritaPage")
    return (
        filter_publik(model.objects.all())
        .select_related("kategori", "gambar")
        .prefetch_related("gambar__renditions")
        .defer("isi", "ralat")
        .order_by("-terbit_pada", "-pk")
    )


def _baris(berita: "BeritaPage") -> BarisBerita:
    return BarisBerita(
        judul=berita.title,
        url=berita.url,
        ringkasan=berita.ringkasan,
        terbit_pada=berita.terbit_pada,
        kategori=berita.kategori.nama if berita.kategori else "",
        segera=berita.get_segera_display() if berita.segera else "",
        gambar=berita.gambar,
    )


def _lembar(query, nomor: int) -> Lembar:
    lembar = potong(query, nomor)
    return Lembar([_baris(b) for b in lembar.isi], lembar.number, lembar.has_next)


def list_terbaru(banyak: int) -> list[BarisBerita]:
    return [_baris(b) for b in _query()[:banyak]]


def get_lembar(nomor: int, kategori: KategoriBerita | None = None) -> Lembar:
    """A page of all news, or of one category."""
    query = _query()
    return _lembar(query.filter(kategori=kategori) if kategori else query, nomor)


def get_lembar_tanda(tanda, nomor: int) -> Lembar:
    """A page of the items that carry a tag, the last written first (the tag's own index)."""
    query = _query().filter(bertanda__tag=tanda).order_by("-bertanda__content_object_id")
    return _lembar(query, nomor)


def get_lembar_bulan(tahun: int, bulan: int, nomor: int) -> Lembar:
    mulai, sampai = get_rentang(tahun, bulan)
    return _lembar(_query().filter(terbit_pada__gte=mulai, terbit_pada__lt=sampai), nomor)


def get_rentang(tahun: int, bulan: int) -> tuple[datetime, datetime]:
    """The instants between which a month lies in Asia/Jakarta."""
    awal = date(tahun, bulan, 1)
    lanjut = date(tahun + bulan // 12, bulan % 12 + 1, 1)
    return waktu.awal_hari(awal), waktu.awal_hari(lanjut)


def list_bulan(tahun: int) -> list[date]:
    """The months of a year that have news, newest first: one query of twelve index look-ups."""
    terbit = filter_publik(apps.get_model("home.BeritaPage").objects.all())
    rentang = {f"b{b}": get_rentang(tahun, b) for b in range(1, 13)}
    ada = {
        nama: Exists(terbit.filter(terbit_pada__gte=mulai, terbit_pada__lt=sampai))
        for nama, (mulai, sampai) in rentang.items()
    }
    baris = Site.objects.order_by().annotate(**ada).values(*ada)[:1]
    hasil = baris[0] if baris else {}
    return [date(tahun, b, 1) for b in range(12, 0, -1) if hasil.get(f"b{b}")]


def list_tahun() -> list[int]:
    """From the newest item's year back to the oldest's: two index look-ups."""
    terbit = apps.get_model("home.BeritaPage").objects.live().order_by("terbit_pada", "pk")
    terbit = terbit.filter(terbit_pada__isnull=False).values_list("terbit_pada", flat=True)
    pertama, terakhir = terbit.first(), terbit.last()
    if not pertama:
        return []
    tahun = [waktu.ke_wib(s).year for s in (pertama, terakhir)]
    return list(range(tahun[1], tahun[0] - 1, -1))


def find_berita(indeks, slug: str) -> "BeritaPage | None":
    """A live item with its category and picture, in one query instead of Wagtail's four."""
    model = apps.get_model("home.BeritaPage")
    query = model.objects.live().child_of(indeks).select_related("kategori", "gambar")
    return query.filter(slug=slug).first()


def list_terkait(berita: "BeritaPage", tanda: Sequence[TandaBerita]) -> list[BarisBerita]:
    """Items that share the first tag, else those of the same category.

    More tags at once would need a sort of all that carry them.
    """
    query = _query().prefetch_related(None).exclude(pk=berita.pk)
    if tanda:
        sama = query.filter(bertanda__tag=tanda[0]).order_by("-bertanda__content_object_id")
        if hasil := [_baris(b) for b in sama[:TERKAIT]]:
            return hasil
    return [_baris(b) for b in query.filter(kategori=berita.kategori_id)[:TERKAIT]]
