"""Marking the attempts of before anew after a correction: learner by learner, and gone on with after a break.

A correction holds as soon as it stands, so whoever hands in later is marked by it. Here every learner is
a transaction of its own: a break in the middle leaves some done and some not, and going on finds the
rest, because what is right already does not change. Locks: a learner's attempts, the learner, numbers.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.tulisan import format_persen
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..kursus.alur import KUIS
from ..kursus.selectors import find_kuis
from ..peserta.services import sync_langkah
from .capaian import has_lulus
from .koreksi import SEKALIGUS, Dampak, decide_koreksi, judge_percobaan, list_selesai
from .models import Koreksi, Percobaan
from .versi import list_koreksi

LANJUT_SETELAH = timedelta(minutes=2)


def apply_koreksi(*, actor, **isi) -> Koreksi:
    """Correct a question (decide_koreksi) and mark all attempts of the course anew; once, however often.

    A pass is never taken away: it is kept and counted in the log. Who newly passes gets the step, and the
    certificate if that was the last. Raises SoalTidakDirilis, TanpaNilai.
    """
    koreksi = decide_koreksi(actor=actor, **isi)
    run_koreksi(koreksi=koreksi)
    return koreksi


def run_koreksi(*, koreksi: Koreksi) -> int:
    """Mark anew what is not yet; the number of learners touched. Not inside a transaction."""
    if koreksi.tuntas_pada:
        return 0
    banyak = sum(_regrade_peserta(koreksi, satu) for satu in _list_kena(koreksi))
    koreksi.tuntas_pada = waktu.sekarang()
    koreksi.save(update_fields=["tuntas_pada"])
    return banyak


def resume_koreksi() -> int:
    """Go on with corrections that a break left half done; the number of learners touched."""
    tua = waktu.sekarang() - LANJUT_SETELAH
    macet = Koreksi.objects.filter(tuntas_pada__isnull=True, saat__lt=tua).order_by("id")
    return sum(run_koreksi(koreksi=satu) for satu in macet)


def _list_kena(koreksi: Koreksi) -> Iterator[int]:
    """Learners of whom some attempt has another mark than it should, a few at a time."""
    semua = Percobaan.objects.filter(rilis__kursus_kunci=koreksi.kursus_kunci)
    urut = list(semua.order_by("peserta_id").values_list("peserta_id", flat=True).distinct())
    for awal in range(0, len(urut), SEKALIGUS):
        sebagian = urut[awal : awal + SEKALIGUS]
        _wait(semua.filter(peserta__in=sebagian))
        kini = list_koreksi(koreksi.kursus_kunci)
        selesai = list_selesai(koreksi.kursus_kunci).filter(peserta__in=sebagian)
        semua_selesai = selesai.prefetch_related("jawaban")
        kena = {p.peserta_id for p in semua_selesai if _judge(koreksi, p, kini)}
        yield from sorted(kena)


@transaction.atomic
def _wait(percobaan) -> None:
    """Whoever is handing in at this moment began before the correction stood: let them end."""
    terbuka = percobaan.filter(selesai_pada__isnull=True).order_by("pk")
    list(terbuka.select_for_update(of=("self",), no_key=True).values_list("pk"))


def _judge(koreksi: Koreksi, percobaan: Percobaan, kini: dict) -> Dampak | None:
    return judge_percobaan(percobaan, str(koreksi.soal_kunci), kini)


@transaction.atomic
def _regrade_peserta(koreksi: Koreksi, peserta_id: int) -> bool:
    """One learner's attempts. Locks them, then the learner."""
    semua = list_selesai(koreksi.kursus_kunci).filter(peserta=peserta_id).order_by("pk")
    terkunci = list(semua.select_for_update(of=("self",), no_key=True))
    kini = list_koreksi(koreksi.kursus_kunci)
    dampak = [d for p in terkunci if (d := _judge(koreksi, p, kini))]
    for satu in dampak:
        _write(koreksi, satu)
    if dampak:
        sync_langkah(peserta=dampak[0].percobaan.peserta, asal=KUIS, actor=koreksi.oleh)
    return bool(dampak)


def _write(koreksi: Koreksi, satu: Dampak) -> None:
    """A new mark; a quiz once passed, at whichever attempt, stays passed."""
    percobaan, kuis = satu.percobaan, _find_kuis(satu.percobaan)
    saudara = Percobaan.objects.filter(
        peserta=percobaan.peserta_id, kuis_kunci=percobaan.kuis_kunci
    ).order_by("nomor")
    sebelum = has_lulus(kuis, list(saudara))
    percobaan.nilai_bp, percobaan.lulus = satu.ke, satu.lulus_ke
    percobaan.lulus_dijaga = percobaan.lulus_dijaga or satu.dijaga
    percobaan.save(update_fields=["nilai_bp", "lulus", "lulus_dijaga"])
    if sebelum and not has_lulus(kuis, list(saudara)):
        percobaan.lulus_dijaga = True
        percobaan.save(update_fields=["lulus_dijaga"])
    ubah = {"dari": satu.dari, "ke": satu.ke, "koreksi": str(koreksi.uuid)}
    record_jejak(koreksi.oleh, "regrade_percobaan", percobaan, sesudah=ubah)
    _queue_koreksi(koreksi, satu)


def _find_kuis(percobaan: Percobaan) -> dict:
    kuis = find_kuis(percobaan.rilis, percobaan.kuis_kunci)
    return kuis or {"kunci": str(percobaan.kuis_kunci), "lulus_bp": 0}


def _queue_koreksi(koreksi: Koreksi, satu: Dampak) -> None:
    if satu.dari is None:
        kalimat = [_("A question was corrected. Your mark is %(ke)s.")]
    else:
        kalimat = [_("A question was corrected. Your mark was %(dari)s and is now %(ke)s.")]
    kalimat[0] %= {"dari": format_persen(satu.dari or 0), "ke": format_persen(satu.ke)}
    if satu.dijaga:
        kalimat.append(_("You keep your pass."))
    elif satu.lulus_baru:
        kalimat.append(_("With it you have passed."))
    queue_pesan(
        "hasil_kuis",
        kunci=f"koreksi:{koreksi.uuid}:{satu.percobaan.uuid}",
        penerima=[get_penerima(satu.percobaan.peserta.anggota)],
        judul=_("A mark of yours was corrected"),
        isi=" ".join(kalimat),
        tautan=reverse("pelatihan:show_hasil", args=[satu.percobaan.uuid]),
        layar_kunci=_("The result of your quiz is there."),
    )
