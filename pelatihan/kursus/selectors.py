"""Questions about releases, which never change and may therefore be kept in memory."""

from functools import lru_cache
from uuid import UUID

from cms.core.media.models import Gambar

from .models import IsiRilis, Rilis


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


def list_pelajaran_kunci(rilis: Rilis) -> list[str]:
    """Keys of the lessons of a release, in order."""
    return [p["kunci"] for bagian in rilis.susunan for p in bagian["pelajaran"]]


def list_kuis(rilis: Rilis) -> list[dict]:
    """The quizzes of a release, in order."""
    return [bagian["kuis"] for bagian in rilis.susunan if bagian["kuis"]]


_langkah: dict[str, int] = {}


def count_langkah(rilis: Rilis) -> int:
    """How many lessons and quizzes a release has; kept by its digest, so lists stay cheap."""
    if rilis.sidik not in _langkah:
        _langkah[rilis.sidik] = len(list_pelajaran_kunci(rilis)) + len(list_kuis(rilis))
    return _langkah[rilis.sidik]


def find_gambar(kunci: str | None) -> Gambar | None:
    """A picture of the library by its uuid; None for one that is gone, or for what is no uuid."""
    try:
        return Gambar.objects.filter(uuid=UUID(str(kunci))).first()
    except ValueError:
        return None
