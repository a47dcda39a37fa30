"""Taking a quiz: begin, answer one by one, hand in."""

import secrets
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.tulisan import format_persen
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..kursus.models import IsiRilis
from ..kursus.selectors import get_isi, list_kuis
from ..peserta.models import Peserta
from . import rules
from .models import Jawaban, Percobaan
from .selectors import get_nilai

# Small enough for JavaScript's and PostgreSQL's integers alike.
BENIH_MAKS = 2**53


class KuisTidakAda(Exception):
    """The learner's release holds no such quiz."""


class SoalTidakAda(Exception):
    """The quiz holds no such question."""


class JawabanTidakSah(Exception):
    """The answer has not the shape of its kind, or names what is not offered."""


class SudahDikumpulkan(Exception):
    """The attempt was handed in; its answers stay as they are."""


@transaction.atomic
def start_percobaan(*, peserta: Peserta, kuis_kunci: UUID, actor=None) -> Percobaan:
    """Begin a quiz, or go on with the attempt that is still open.

    Locks the learner. Raises KuisTidakAda.
    """
    peserta = (
        Peserta.objects.select_for_update(of=("self",)).select_related("rilis").get(pk=peserta.pk)
    )
    kuis = next((k for k in list_kuis(peserta.rilis) if k["kunci"] == str(kuis_kunci)), None)
    if kuis is None:
        raise KuisTidakAda(kuis_kunci)
    semua = Percobaan.objects.filter(peserta=peserta, kuis_kunci=kuis_kunci)
    if terbuka := semua.filter(selesai_pada__isnull=True).first():
        return terbuka
    terakhir = semua.aggregate(nomor=Max("nomor"))["nomor"] or 0
    percobaan = Percobaan.objects.create(
        peserta=peserta,
        rilis=peserta.rilis,
        kuis_kunci=kuis_kunci,
        isi=IsiRilis.objects.only("pk").get(sidik=kuis["sidik"]),
        nomor=terakhir + 1,
        benih=secrets.randbelow(BENIH_MAKS),
    )
    record_jejak(actor, "start_percobaan", percobaan, sesudah={"nomor": percobaan.nomor})
    return percobaan


@transaction.atomic
def give_jawaban(*, percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID) -> Jawaban:
    """Store one answer as given and mark it. The same submission twice, or the same answer again, is one row.

    A page shown again by the back button carries an old `kunci` with a new answer: that is a new row.
    Answers are their own trail, so no Jejak is written. Locks the attempt.
    Raises SudahDikumpulkan, SoalTidakAda, JawabanTidakSah.
    """
    percobaan = _lock(percobaan)
    if percobaan.selesai_pada:
        raise SudahDikumpulkan(percobaan)
    soal = _find_soal(percobaan, soal_kunci)
    _check_isi(soal, isi)
    lama = percobaan.jawaban.filter(soal_kunci=soal_kunci)
    sama = lama.filter(kunci=kunci).first()
    if sama and sama.isi == isi:
        return sama
    terakhir = lama.order_by("-id").first()
    if terakhir and terakhir.isi == isi:
        return terakhir
    return Jawaban.objects.create(
        percobaan=percobaan,
        soal_kunci=soal_kunci,
        kunci=uuid4() if sama else kunci,
        isi=isi,
        nilai_bp=rules.mark_jawaban(soal["jenis"], soal["isi"], isi),
    )


@transaction.atomic
def finish_percobaan(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """Hand in: what was not answered counts nothing. Twice is once. Locks the attempt."""
    percobaan = _lock(percobaan)
    if percobaan.selesai_pada:
        return percobaan
    percobaan.selesai_pada = waktu.sekarang()
    _settle(percobaan)
    record_jejak(actor, "finish_percobaan", percobaan, sesudah={"lulus": percobaan.lulus})
    return percobaan


def _settle(percobaan: Percobaan) -> None:
    """The mark of an attempt handed in, or none while an essay in it waits for a person."""
    kuis = get_isi(percobaan.isi.sidik)
    nilai = get_nilai(percobaan, kuis["soal"])
    if None not in nilai.values():
        butir = [(s["bobot"], nilai[s["kunci"]] or 0) for s in kuis["soal"] if s["kunci"] in nilai]
        percobaan.nilai_bp = rules.mark_percobaan(butir)
        percobaan.lulus = percobaan.nilai_bp >= kuis["lulus_bp"]
        _queue_hasil(percobaan, kuis["judul"])
    percobaan.save(update_fields=["nilai_bp", "lulus", "selesai_pada"])


def _lock(percobaan: Percobaan) -> Percobaan:
    """The attempt, locked; its content's digest comes along."""
    kunci = Percobaan.objects.select_for_update(of=("self",))
    isi = kunci.select_related("isi", "peserta__anggota__akun").defer("isi__isi")
    return isi.get(pk=percobaan.pk)


def _find_soal(percobaan: Percobaan, soal_kunci: UUID) -> dict:
    for soal in get_isi(percobaan.isi.sidik)["soal"]:
        if soal["kunci"] == str(soal_kunci):
            return soal
    raise SoalTidakAda(soal_kunci)


def _check_isi(soal: dict, isi: dict) -> None:
    if not rules.is_sah(soal["jenis"], soal["isi"], isi):
        raise JawabanTidakSah(soal["kunci"])


def _queue_hasil(percobaan: Percobaan, judul: str) -> None:
    kalimat = (
        _("Your mark is %(nilai)s. You have passed.")
        if percobaan.lulus
        else _("Your mark is %(nilai)s. Read the feedback and try again whenever you like.")
    )
    queue_pesan(
        "hasil_kuis",
        kunci=f"hasil:{percobaan.uuid}",
        penerima=[get_penerima(percobaan.peserta.anggota)],
        judul=_("Result of the quiz: %(judul)s") % {"judul": judul},
        isi=kalimat % {"nilai": format_persen(percobaan.nilai_bp or 0)},
        tautan=reverse("pelatihan:show_hasil", args=[percobaan.uuid]),
        layar_kunci=_("The result of your quiz is there."),
    )
