"""Questions about releases, which never change and may therefore be kept in memory."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Prefetch, Q
from wagtail.models import Page

from cms.core.halaman.selectors import filter_publik
from cms.core.media.models import Gambar

from . import alur
from .alur import LangkahRilis
from .models import IsiRilis, Jalur, JalurLangkah, Rilis, Soal, Status


def get_rilis_terbaru(kursus_kunci: UUID) -> Rilis | None:
    return Rilis.objects.filter(kursus_kunci=kursus_kunci).order_by("-nomor").first()


def get_rilis_semua_kursus() -> dict[UUID, Rilis]:
    """The latest release of every course, without the weight of its content."""
    semua = Rilis.objects.only("kursus_kunci", "nomor", "judul", "jpl").order_by("nomor")
    return {rilis.kursus_kunci: rilis for rilis in semua}


@lru_cache(maxsize=256)
def get_isi(sidik: str) -> dict:
    """Released content by its digest. Callers only read it."""
    return IsiRilis.objects.get(sidik=sidik).isi


def list_langkah(rilis: Rilis) -> list[LangkahRilis]:
    """The steps of a release in order."""
    return alur.list_langkah(rilis.susunan)


def list_pelajaran_kunci(rilis: Rilis) -> list[str]:
    """Keys of the lessons of a release, in order."""
    return [satu.kunci for satu in list_langkah(rilis) if satu.jenis == "pelajaran"]


def list_kuis(rilis: Rilis) -> list[dict]:
    """The quizzes on the way through a release, in order; its tests stand apart."""
    return [satu.isi for satu in list_langkah(rilis) if satu.jenis == "kuis"]


def get_tes(rilis: Rilis) -> dict[str, dict]:
    """The tests before (awal), after (akhir) and three months later (lanjutan), as far as there are."""
    return rilis.aturan.get("tes", {})


def find_kuis(rilis: Rilis, kunci: UUID | str) -> dict | None:
    """A quiz or test of a release."""
    semua = [*list_kuis(rilis), *get_tes(rilis).values()]
    return next((satu for satu in semua if satu["kunci"] == str(kunci)), None)


def find_langkah_tugas(rilis: Rilis, kunci: UUID | str) -> LangkahRilis | None:
    """The lesson of a release with this key, if an assignment completes it."""
    semua = (s for s in list_langkah(rilis) if s.kunci == str(kunci) and s.cara == alur.TUGAS)
    return next((satu for satu in semua if satu.isi.get("tugas")), None)


_langkah: dict[str, int] = {}


def count_langkah(rilis: Rilis) -> int:
    """How many lessons and quizzes a release has; kept by its digest, so lists stay cheap."""
    if rilis.sidik not in _langkah:
        _langkah[rilis.sidik] = len(list_langkah(rilis))
    return _langkah[rilis.sidik]


def find_gambar(kunci: str | None) -> Gambar | None:
    """A picture of the library by its uuid; None for one that is gone, or for what is no uuid."""
    try:
        return Gambar.objects.filter(uuid=UUID(str(kunci))).first()
    except ValueError:
        return None


@dataclass(frozen=True)
class TopikBank:
    """How many published questions the bank holds of a topic, in all and by difficulty 1, 2, 3."""

    topik: str
    banyak: int
    kesukaran: tuple[int, int, int]


def list_topik() -> list[TopikBank]:
    """The topics from which a quiz may draw, by name: one query."""
    terbit = Soal.objects.filter(status=Status.TERBIT).exclude(topik="")
    n1, n2, n3 = (Count("pk", filter=Q(kesukaran=n)) for n in (1, 2, 3))
    baris = terbit.values("topik").annotate(n=Count("pk"), n1=n1, n2=n2, n3=n3).order_by("topik")
    return [TopikBank(b["topik"], b["n"], (b["n1"], b["n2"], b["n3"])) for b in baris]


@dataclass(frozen=True)
class JalurTampak:
    """A published learning path with its public pages in order."""

    judul: str
    untuk_siapa: str
    pengantar: str
    halaman: list[Page]


def list_jalur() -> list[JalurTampak]:
    """Published paths; pages that are not public are left out, and so are paths without any."""
    langkah = JalurLangkah.objects.select_related("halaman").order_by("urutan")
    dipakai = JalurLangkah.objects.values("halaman")
    umum = set(filter_publik(Page.objects.filter(pk__in=dipakai)).values_list("pk", flat=True))
    jalur = Jalur.objects.filter(status=Status.TERBIT).prefetch_related(
        Prefetch("langkah", langkah)
    )
    semua = [
        JalurTampak(
            satu.judul,
            satu.untuk_siapa,
            satu.pengantar,
            [baris.halaman for baris in satu.langkah.all() if baris.halaman_id in umum],
        )
        for satu in jalur
    ]
    return [satu for satu in semua if satu.halaman]
