"""Telling the makers on the day of review, once for each day."""

from datetime import date
from itertools import groupby

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.tulisan import format_tanggal
from cms.komunitas.selectors import get_penerima_peran
from cms.notifikasi.services import queue_pesan

from ..kursus.pages import BahanPage
from ..kursus.permissions import PEMBUAT
from .selectors import list_tempo

BANYAK = 5


@transaction.atomic
def remind_tinjau() -> int:
    """One message for all that is due since the same day; run again it tells nobody twice.

    Gives how many days were told or had been told.
    """
    hari = [(kapan, list(satu)) for kapan, satu in groupby(list_tempo(), lambda b: b.tinjau_pada)]
    for kapan, bahan in hari:
        if kapan:
            _tell(kapan, bahan)
    return len(hari)


def _tell(kapan: date, bahan: list[BahanPage]) -> None:
    judul = ", ".join(f"“{satu.title}”" for satu in bahan[:BANYAK])
    if len(bahan) > BANYAK:
        judul += " " + _("and %(n)s more") % {"n": len(bahan) - BANYAK}
    kata = ngettext("%(n)s lesson needs a review", "%(n)s lessons need a review", len(bahan))
    kalimat = _("Law, fees and figures may have changed since %(hari)s: %(judul)s.")
    tanggal = min((satu.per_tanggal or kapan for satu in bahan), default=kapan)
    queue_pesan(
        "tinjau_pelajaran",
        kunci=f"tinjau:{kapan}",
        penerima=get_penerima_peran(*PEMBUAT),
        judul=kata % {"n": len(bahan)},
        isi=kalimat % {"hari": format_tanggal(tanggal), "judul": judul},
        tautan=reverse("wagtailadmin_home"),
    )
