"""Certificates on paper: one sheet, or many in one file."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.http import HttpResponse

from cms.core.pdf import render_pdf

from .models import Sertifikat

# Two seconds of work and some 1.5 MB.
CETAK_SEKALI = 60


def build_sertifikat(semua: Iterable[Sertifikat]) -> bytes:
    """A4 across, two pages each. Nothing but the frozen `isi` decides what is printed.

    The file's own date is the latest day of completion in it, so a reprint has the same bytes.
    """
    lembar = [satu.isi for satu in semua]
    saat = datetime.fromtimestamp(max(isi["saat"] for isi in lembar), UTC)
    return render_pdf(
        "pelatihan/sertifikat.typ", {"rumah": lembar[0]["rumah"], "lembar": lembar}, saat=saat
    )


def to_pdf(isi: bytes, nama: str) -> HttpResponse:
    kepala = {"Content-Disposition": f'inline; filename="{nama}.pdf"'}
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)


def _filter_cetak(form):
    """Valid certificates of the course or class a TerbitForm names, in the order of their numbers."""
    kursus, angkatan = form.cleaned_data["kursus"], form.cleaned_data["angkatan"]
    sah = Sertifikat.objects.filter(kursus_kunci=kursus.kunci, dicabut_pada__isnull=True)
    sah = sah.exclude(isi={}).order_by("tahun", "urut")
    return sah.filter(peserta__angkatan=angkatan) if angkatan else sah


def list_lembar(form) -> list[tuple[int, str]]:
    """(number, what is in it) of every file to print: 1 to 60, 61 to 120."""
    banyak = _filter_cetak(form).count()
    awal = range(0, banyak, CETAK_SEKALI)
    return [(n, f"{a + 1}–{min(a + CETAK_SEKALI, banyak)}") for n, a in enumerate(awal, start=1)]


def list_cetak(form, lembar: str) -> list[Sertifikat]:
    """The certificates of one file; empty for a number that is none."""
    if not (lembar.isascii() and lembar.isdigit() and 1 <= len(lembar) <= 4) or lembar == "0":
        return []
    awal = (int(lembar) - 1) * CETAK_SEKALI
    return list(_filter_cetak(form)[awal : awal + CETAK_SEKALI]) if awal >= 0 else []
