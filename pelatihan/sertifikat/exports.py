"""Certificates on paper: one sheet, or many in one file."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.http import HttpResponse

from cms.core.pdf import render_pdf

from .models import Sertifikat


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
