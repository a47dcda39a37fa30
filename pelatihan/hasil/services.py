"""Reminding learners who need a word."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core.jejak.services import record_jejak
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..peserta.models import Peserta
from .risiko import JENIS, Risiko, list_risiko, make_kunci


@dataclass(frozen=True)
class Terkirim:
    """How many got a message, had one today already, and have nowhere to send it."""

    baru: int = 0
    sudah: int = 0
    tanpa_alamat: int = 0


@transaction.atomic
def remind_peserta(*, peserta: QuerySet, pilihan: Collection[UUID], actor) -> Terkirim:
    """One message a day to each chosen learner who needs a word now; the others are left alone.

    Locks these learners, so that two who press the button send one message.
    """
    dipilih = peserta.filter(uuid__in=pilihan)
    kunci = Peserta.objects.filter(pk__in=list(dipilih.values_list("pk", flat=True)))
    list(kunci.select_for_update().order_by("pk").values_list("pk", flat=True))
    hasil = {"baru": 0, "sudah": 0, "tanpa_alamat": 0}
    for satu in list_risiko(dipilih.select_related("anggota__akun")):
        hasil["sudah" if satu.diingatkan else "baru" if _queue(satu) else "tanpa_alamat"] += 1
        if not satu.diingatkan:
            record_jejak(actor, "remind_peserta", satu.peserta)
    return Terkirim(**hasil)


def _queue(satu: Risiko) -> int:
    peserta = satu.peserta
    return queue_pesan(
        JENIS,
        kunci=make_kunci(peserta),
        penerima=[get_penerima(peserta.anggota)],
        judul=_("We are thinking of you: shall we go on learning?"),
        isi=_(
            "Your place in the course is kept. Go on where you stopped, a little at a time is fine. "
            "If something is in the way, tell your facilitator."
        ),
        tautan=reverse("pelatihan:show_kursus", args=[peserta.uuid]),
    )
