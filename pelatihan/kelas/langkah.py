"""Lessons that are completed by being at a session of one's class."""

from ..kursus.alur import HADIR
from ..kursus.selectors import get_rilis_terbaru, list_langkah
from ..peserta.models import Angkatan, Peserta
from . import rules
from .models import Kehadiran, Pertemuan
from .selectors import settle_hadir


def list_pelajaran_hadir(angkatan: Angkatan) -> list[tuple[str, str]]:
    """(key, title) of the lessons of the class's course that are completed by being there."""
    rilis = get_rilis_terbaru(angkatan.kursus_kunci)
    langkah = list_langkah(rilis) if rilis else []
    return [(satu.kunci, satu.judul) for satu in langkah if satu.cara == HADIR]


def list_langkah_hadir(peserta: Peserta) -> list[str]:
    """Keys of the lessons that this learner completed by being at a session that covers them."""
    pelajaran = {s.kunci for s in list_langkah(peserta.rilis) if s.cara == HADIR}
    if not pelajaran:
        return []
    status = settle_hadir(Kehadiran.objects.filter(peserta=peserta))
    datang = [pertemuan for (pertemuan, _p), kata in status.items() if kata in rules.DATANG]
    semua = Pertemuan.objects.filter(pk__in=datang, pelajaran_kunci__isnull=False)
    kunci = {str(k) for k in semua.values_list("pelajaran_kunci", flat=True)}
    return sorted(pelajaran & kunci)
