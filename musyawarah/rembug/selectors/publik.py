"""What everybody may read about ratified decisions."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext

from cms.core import waktu
from cms.core.pencarian import Hasil
from cms.core.tulisan import format_tanggal

from ..models import Keputusan
from .pengesahan import HadirRembug, get_hadir, get_pengganti, get_tanda_tangan

SEHALAMAN = 20


@dataclass(frozen=True)
class Lembar:
    """One page of a list, without counting what lies behind it."""

    isi: list[Keputusan]
    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def get_lembar(tahun: int | None, nomor: int) -> Lembar:
    """Ratified decisions, newest first, of one year or all; costs one query however many there are."""
    query = Keputusan.objects.disahkan().select_related("rembug").prefetch_related("pengganti")
    if tahun:
        query = query.filter(tahun=tahun)
    mulai = (nomor - 1) * SEHALAMAN
    baris = list(query.order_by("-tahun", "-nomor")[mulai : mulai + SEHALAMAN + 1])
    return Lembar(isi=baris[:SEHALAMAN], number=nomor, has_next=len(baris) > SEHALAMAN)


def get_daftar_tahun() -> list[int]:
    tahun = Keputusan.objects.disahkan().values_list("tahun", flat=True)
    return list(tahun.order_by("-tahun").distinct())


def get_peta_keputusan():
    """Every ratified decision, for the site's map."""
    kolom = ("tahun", "nomor", "disahkan_pada")
    return Keputusan.objects.disahkan().only(*kolom).order_by("tahun", "nomor")


def get_terbaru(banyak: int = 3) -> list[Keputusan]:
    query = Keputusan.objects.disahkan().select_related("rembug")
    return list(query.order_by("-tanggal", "-tahun", "-nomor")[:banyak])


def get_panel() -> dict | None:
    """For the front page; None while nothing was ratified."""
    keputusan = get_terbaru()
    return {"keputusan": keputusan} if keputusan else None


def find_keputusan(tahun: int, nomor: int) -> Keputusan | None:
    query = Keputusan.objects.disahkan().select_related("rembug", "rembug__notulis", "menggantikan")
    return query.filter(tahun=tahun, nomor=nomor).first()


@dataclass(frozen=True)
class Rincian:
    """One ratified decision with the facts of its minutes."""

    keputusan: Keputusan
    hadir: HadirRembug
    penanda: list[tuple[str, str]]
    pengganti: Keputusan | None


def get_rincian(keputusan: Keputusan) -> Rincian:
    """`penanda`: (office, name) of those who signed."""
    return Rincian(
        keputusan=keputusan,
        hadir=get_hadir(keputusan, keputusan.rembug.jenis),
        penanda=[
            (str(t.get_sebagai_display()), t.anggota.nama) for t in get_tanda_tangan(keputusan)
        ],
        pengganti=get_pengganti(keputusan),
    )


def get_cara_teks(keputusan: Keputusan) -> str:
    """How it was decided, in one line: "Mufakat", or the votes."""
    if keputusan.cara != Keputusan.Cara.SUARA:
        return gettext("Consensus")
    angka = {n: getattr(keputusan, n) for n in ("setuju", "tidak", "abstain")}
    if keputusan.abstain:
        return (
            gettext("Vote: %(setuju)s in favour, %(tidak)s against, %(abstain)s abstained") % angka
        )
    return gettext("Vote: %(setuju)s in favour, %(tidak)s against") % angka


def get_hadir_teks(keputusan: Keputusan) -> str:
    """Who was there, in one line."""
    return gettext(
        "%(hadir)s of %(diundang)s invited were present, %(perempuan)s of them women"
    ) % {
        "hadir": keputusan.hadir,
        "diundang": keputusan.diundang,
        "perempuan": keputusan.hadir_perempuan,
    }


def to_data_pdf(rincian: Rincian) -> dict:
    """The minutes as plain values for the PDF."""
    k = rincian.keputusan
    assert k.disahkan_pada, "only ratified decisions are printed"
    menggantikan = k.menggantikan.nama_nomor if k.menggantikan else ""
    return {
        "nomor": k.nama_nomor,
        "judul": k.judul,
        "alinea": [a.strip() for a in k.teks.splitlines() if a.strip()],
        "fakta": [
            [str(label), nilai]
            for label, nilai in (
                (gettext("Meeting"), f"{k.rembug.get_jenis_display()}: {k.rembug.judul}"),
                (gettext("Date"), format_tanggal(k.tanggal, "hari")),
                (gettext("Meeting place"), k.tempat),
                (gettext("Present"), get_hadir_teks(k)),
                (gettext("Decided by"), get_cara_teks(k)),
                (gettext("Ratified"), _format_saat(k.disahkan_pada)),
                (gettext("Replaces"), menggantikan),
            )
            if nilai
        ],
        "penanda": [list(p) for p in rincian.penanda],
        "diganti": rincian.pengganti.nama_nomor if rincian.pengganti else "",
    }


def search_keputusan(kata: str, mulai: int, banyak: int) -> list[Hasil]:
    """For the site's search: every word must occur in title, text or number."""
    query = _match(Keputusan.objects.disahkan(), kata).order_by("-tahun", "-nomor")
    return [
        Hasil(judul=str(k), url=k.get_absolute_url(), ringkasan=k.teks[:200], tanggal=k.tanggal)
        for k in query[mulai : mulai + banyak]
    ]


def _match(query, kata: str):
    if connection.vendor == "postgresql":
        vektor = SearchVector("judul", "teks", config="indonesian")
        return query.annotate(cari=vektor).filter(
            cari=SearchQuery(kata, config="indonesian", search_type="plain")
        )
    for satu in kata.split():
        query = query.filter(Q(judul__icontains=satu) | Q(teks__icontains=satu))
    return query


def _format_saat(saat: datetime | None) -> str:
    return format_tanggal(waktu.ke_wib(saat).date()) if saat else ""
