"""Figures about completions, and what /cek/ may say."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from cms.core.angka import Angka

from . import rules
from .models import Sertifikat

# Smaller groups would let a reader guess who is meant.
PALING_SEDIKIT = 5


@dataclass(frozen=True)
class Bukti:
    """A completion as the public may see it."""

    inisial: str
    judul: str
    jpl: int
    tanggal: date
    nomor: str
    dicabut_pada: date | None


def get_bukti(kode: str) -> Bukti | None:
    satu = Sertifikat.objects.filter(kode=kode).first()
    if satu is None:
        return None
    return Bukti(
        inisial=rules.get_inisial(satu.nama),
        judul=satu.judul,
        jpl=satu.jpl,
        tanggal=satu.tanggal,
        nomor=satu.nomor,
        dicabut_pada=satu.dicabut_pada,
    )


def count_lulusan() -> dict[UUID, int]:
    """Graduates per course; courses with fewer than five are left out."""
    sah = Sertifikat.objects.filter(dicabut_pada__isnull=True).order_by()
    jumlah = sah.values("kursus_kunci").annotate(n=Count("pk"))
    return {b["kursus_kunci"]: b["n"] for b in jumlah if b["n"] >= PALING_SEDIKIT}


def get_angka_lulusan(tanggal: date) -> Angka | None:
    """How many completions there were until a date; None below five."""
    sah = Sertifikat.objects.filter(dicabut_pada__isnull=True, tanggal__lte=tanggal).count()
    if sah < PALING_SEDIKIT:
        return None
    return Angka(nilai=sah, satuan="lulusan", per_tanggal=tanggal, asal_url="/pelatihan/")
