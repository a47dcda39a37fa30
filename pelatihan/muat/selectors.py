"""What waits for makers: courses and lessons whose facts grow old."""

from django.urls import reverse
from django.utils.translation import gettext

from cms.core import waktu
from cms.core.tugas import Tugas
from cms.core.tulisan import format_tanggal

from ..kursus.pages import BahanPage, KursusPage, PelajaranPage
from ..kursus.permissions import can_change_soal


def get_tugas(user) -> list[Tugas]:
    """Courses and lessons whose day of review has come, the longest due first."""
    if not can_change_soal(user):
        return []
    return [_to_tugas(satu) for satu in list_tempo()]


def list_tempo() -> list[BahanPage]:
    """Live courses and lessons whose day of review has come, the longest due first: two queries."""
    tempo = [
        satu
        for model in (KursusPage, PelajaranPage)
        for satu in model.objects.live().filter(tinjau_pada__lte=waktu.hari_ini())
    ]
    return sorted(tempo, key=lambda satu: satu.tinjau_pada)


def _to_tugas(bahan: BahanPage) -> Tugas:
    keterangan = gettext("Law, fees and figures may have changed.")
    if bahan.per_tanggal:
        tanggal = format_tanggal(bahan.per_tanggal)
        keterangan = gettext("Facts as of %(tanggal)s. Law and fees may have changed.")
        keterangan %= {"tanggal": tanggal}
    sejak = waktu.awal_hari(bahan.tinjau_pada) if bahan.tinjau_pada else None
    return Tugas(
        gettext("Lesson needs a review: %(judul)s") % {"judul": bahan.title},
        keterangan,
        reverse("wagtailadmin_pages:edit", args=[bahan.pk]),
        gettext("Review"),
        sejak,
    )
