"""Changes to questions and quizzes, and the release that freezes a course."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak

from . import rules
from .models import IsiRilis, Jenis, Kuis, KuisSoal, Rilis, Soal, Status


class SoalBelumLengkap(Exception):
    """The question cannot be published; the arguments are the codes of rules.find_faults."""


class KuisKosong(Exception):
    """A quiz without a published question cannot be published."""


@dataclass(frozen=True)
class BahanPelajaran:
    """A live lesson on its way into a release; `isi` is plain StreamField data."""

    kunci: UUID
    judul: str
    menit: int
    isi: list


@dataclass(frozen=True)
class BahanBagian:
    """A live module on its way into a release."""

    kunci: UUID
    judul: str
    pelajaran: Sequence[BahanPelajaran]
    kuis: Kuis | None = None


@transaction.atomic
def save_soal(*, soal: Soal, actor=None) -> Soal:
    """Write a question. A published one must be complete. Raises SoalBelumLengkap."""
    if soal.status == Status.TERBIT and (faults := rules.find_faults(soal.jenis, soal.isi)):
        raise SoalBelumLengkap(*faults)
    soal.diubah_pada = waktu.sekarang()
    soal.full_clean()
    soal.save()
    record_jejak(actor, "save_soal", soal, sesudah={"status": soal.status})
    return soal


@transaction.atomic
def save_kuis(*, kuis: Kuis, butir: Sequence[tuple[Soal, int]], actor=None) -> Kuis:
    """Write a quiz with its (question, weight) pairs in order. Raises KuisKosong."""
    if kuis.status == Status.TERBIT and not any(s.status == Status.TERBIT for s, _b in butir):
        raise KuisKosong(kuis)
    kuis.diubah_pada = waktu.sekarang()
    kuis.full_clean()
    kuis.save()
    KuisSoal.objects.filter(kuis=kuis).delete()
    KuisSoal.objects.bulk_create(
        KuisSoal(kuis=kuis, soal=soal, urutan=urutan, bobot=bobot)
        for urutan, (soal, bobot) in enumerate(butir, start=1)
    )
    record_jejak(actor, "save_kuis", kuis, sesudah={"status": kuis.status, "soal": len(butir)})
    return kuis


@transaction.atomic
def release_kursus(
    *, kursus_kunci: UUID, judul: str, jpl: int, bagian: Sequence[BahanBagian], actor=None
) -> Rilis:
    """Freeze a course as it stands. When nothing changed, the release already there is returned."""
    susunan = [_freeze_bagian(satu) for satu in bagian]
    sidik = rules.hash_isi({"judul": judul, "jpl": jpl, "susunan": susunan})
    lama = Rilis.objects.select_for_update().filter(kursus_kunci=kursus_kunci).first()
    if lama and lama.sidik == sidik:
        return lama
    rilis = Rilis.objects.create(
        kursus_kunci=kursus_kunci,
        nomor=lama.nomor + 1 if lama else 1,
        judul=judul,
        jpl=jpl,
        susunan=susunan,
        sidik=sidik,
        dibuat_oleh=actor,
    )
    record_jejak(actor, "release_kursus", rilis, sesudah={"nomor": rilis.nomor})
    return rilis


def _freeze_bagian(bagian: BahanBagian) -> dict:
    return {
        "kunci": str(bagian.kunci),
        "judul": bagian.judul,
        "pelajaran": [_freeze_pelajaran(satu) for satu in bagian.pelajaran],
        "kuis": _freeze_kuis(bagian.kuis) if bagian.kuis else None,
    }


def _freeze_pelajaran(pelajaran: BahanPelajaran) -> dict:
    isi = {"judul": pelajaran.judul, "isi": rules.drop_id(pelajaran.isi)}
    return {
        "kunci": str(pelajaran.kunci),
        "judul": pelajaran.judul,
        "menit": pelajaran.menit,
        "sidik": _store_isi(isi),
    }


def _freeze_kuis(kuis: Kuis) -> dict | None:
    """The quiz with its published questions, or None while it is no published quiz."""
    soal = [
        {"kunci": str(b.soal.kunci), "jenis": b.soal.jenis, "bobot": b.bobot, "isi": b.soal.isi}
        for b in KuisSoal.objects.filter(kuis=kuis, soal__status=Status.TERBIT).select_related(
            "soal"
        )
    ]
    if kuis.status != Status.TERBIT or not soal:
        return None
    isi = {
        "judul": kuis.judul,
        "pengantar": kuis.pengantar,
        "lulus_bp": kuis.lulus_bp,
        "acak_pilihan": kuis.acak_pilihan,
        "soal": soal,
    }
    return {
        "kunci": str(kuis.kunci),
        "judul": kuis.judul,
        "lulus_bp": kuis.lulus_bp,
        "banyak_soal": sum(satu["jenis"] != Jenis.KETERANGAN for satu in soal),
        "sidik": _store_isi(isi),
    }


def _store_isi(isi: dict) -> str:
    sidik = rules.hash_isi(isi)
    IsiRilis.objects.get_or_create(sidik=sidik, defaults={"isi": isi})
    return sidik
