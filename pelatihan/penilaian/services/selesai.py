"""Handing in, and the mark that comes of it."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.tulisan import format_persen
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ...kursus.alur import KUIS
from ...kursus.selectors import get_isi
from ...peserta.services import add_langkah
from .. import rules
from ..capaian import list_langkah_dari, list_soal
from ..koreksi import list_koreksi, mark_kini
from ..models import NilaiUraian, Percobaan
from .gembok import lock_percobaan


@transaction.atomic
def finish_percobaan(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """Hand in: what was not answered counts nothing. Twice is once. Locks the attempt.

    After its time an attempt counts as handed in when it closed, whoever finds it.
    """
    return finish_percobaan_terkunci(percobaan=lock_percobaan(percobaan), actor=actor)


def finish_percobaan_terkunci(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """The same for an attempt that this transaction has locked (gembok.py)."""
    if percobaan.selesai_pada:
        return percobaan
    saat = waktu.sekarang()
    percobaan.selesai_pada = percobaan.tutup_pada if percobaan.is_habis(saat) else saat
    langkah = settle_percobaan(percobaan, actor)
    sesudah = {"lulus": percobaan.lulus, "langkah": langkah}
    record_jejak(actor, "finish_percobaan", percobaan, sesudah=sesudah)
    return percobaan


def settle_percobaan(percobaan: Percobaan, actor) -> list[str]:
    """The mark of an attempt handed in, or none while an essay in it waits for a person.

    Gives the keys of the steps that it completed.
    """
    kuis = get_isi(percobaan.isi.sidik)
    percobaan.nilai_bp = mark_kini(percobaan, list_koreksi(percobaan.peserta.kursus_kunci))
    if percobaan.nilai_bp is not None:
        percobaan.lulus = percobaan.nilai_bp >= kuis["lulus_bp"] or percobaan.lulus_dijaga
        _queue_hasil(percobaan, kuis["judul"])
    percobaan.save(update_fields=["nilai_bp", "lulus", "selesai_pada"])
    if percobaan.nilai_bp is None:
        return []
    kunci = list_langkah_dari(percobaan)
    return add_langkah(peserta=percobaan.peserta, asal=KUIS, kunci=kunci, actor=actor)


def _count_nilai(percobaan: Percobaan) -> list[str]:
    """So that marks given again by a person are told again, and nothing else is."""
    if not rules.has_uraian(list_soal(percobaan)):
        return []
    banyak = NilaiUraian.objects.filter(jawaban__percobaan=percobaan).count()
    return [str(banyak)] if banyak else []


def _queue_hasil(percobaan: Percobaan, judul: str) -> None:
    kalimat = (
        _("Your mark is %(nilai)s. You have passed.")
        if percobaan.lulus
        else _("Your mark is %(nilai)s. Read the feedback and try again whenever you like.")
    )
    queue_pesan(
        "hasil_kuis",
        kunci=":".join(["hasil", str(percobaan.uuid), *_count_nilai(percobaan)]),
        penerima=[get_penerima(percobaan.peserta.anggota)],
        judul=_("Result of the quiz: %(judul)s") % {"judul": judul},
        isi=kalimat % {"nilai": format_persen(percobaan.nilai_bp or 0)},
        tautan=reverse("pelatihan:show_hasil", args=[percobaan.uuid]),
        layar_kunci=_("The result of your quiz is there."),
    )
