"""The agenda as readers and calendars see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.apps import apps

from cms.core import waktu
from cms.core.acara import Acara, list_acara, list_kalender
from cms.core.halaman.selectors import filter_publik
from cms.core.ics import AcaraIcs
from cms.core.lembar import Lembar, potong

if TYPE_CHECKING:
    from .pages import AcaraPage

MENDATANG = 30
KALENDER_MUNDUR = timedelta(days=180)
KALENDER_MAKS = 300


@dataclass(frozen=True)
class BarisAcara:
    """One event in a list."""

    judul: str
    url: str
    mulai: datetime
    selesai: datetime | None
    tempat: str
    ringkasan: str
    batal: bool


def _query():
    semua = apps.get_model("home.AcaraPage").objects.all()
    return filter_publik(semua).defer("isi").order_by("mulai", "pk")


def _baris(acara: "AcaraPage") -> BarisAcara:
    return BarisAcara(
        judul=acara.title,
        url=acara.url,
        mulai=acara.mulai,
        selesai=acara.selesai,
        tempat=acara.tempat,
        ringkasan=acara.ringkasan,
        batal=acara.batal,
    )


def list_mendatang(banyak: int = MENDATANG) -> list[BarisAcara | Acara]:
    """Events of today and later, the rooms' own among them, the next one first."""
    mulai = waktu.awal_hari(waktu.hari_ini())
    halaman = _query().filter(mulai__gte=mulai)[:banyak]
    semua: list[BarisAcara | Acara] = [*map(_baris, halaman), *list_acara(mulai, banyak)]
    return sorted(semua, key=lambda a: a.mulai)[:banyak]


def get_lembar_lewat(nomor: int) -> Lembar:
    """Past events, the last one first."""
    lewat = _query().filter(mulai__lt=waktu.awal_hari(waktu.hari_ini()))
    lembar = potong(lewat.order_by("-mulai", "-pk"), nomor)
    return Lembar([_baris(a) for a in lembar.isi], lembar.number, lembar.has_next)


def get_ics(acara: "AcaraPage") -> AcaraIcs:
    return AcaraIcs(
        uid=f"{acara.kunci}@guyub",
        judul=acara.title,
        mulai=acara.mulai,
        selesai=acara.selesai or acara.mulai + timedelta(hours=2),
        dibuat=acara.last_published_at or acara.mulai,
        tempat=acara.tempat,
        keterangan=acara.ringkasan,
        url=acara.full_url,
        batal=acara.batal,
    )


def list_ics() -> list[AcaraIcs]:
    """What a subscribed calendar gets: half a year back and everything ahead, capped."""
    mulai = waktu.sekarang() - KALENDER_MUNDUR
    halaman = [get_ics(a) for a in _query().filter(mulai__gte=mulai)[:KALENDER_MAKS]]
    return [*halaman, *list_kalender(mulai, KALENDER_MAKS)]


def find_acara(slug: str) -> "AcaraPage | None":
    return _query().filter(slug=slug).first()
