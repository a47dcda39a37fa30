"""A4 sheets of labels with QR codes."""

import io

import segno
from django.conf import settings

from cms.core.pdf import render_pdf

from .models import Barang


def build_label(barang: list[Barang]) -> bytes:
    """A PDF with 3 × 8 labels a page: number, name, and the address of /cek/ as QR."""
    return render_pdf("aset/label.typ", {"label": [_build(b) for b in barang]})


def _build(barang: Barang) -> dict[str, str]:
    return {"nomor": barang.nomor, "nama": barang.nama, "qr": _draw_qr(barang)}


def _draw_qr(barang: Barang) -> str:
    alamat = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/cek/{barang.kode}/"
    svg = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(svg, kind="svg", border=2, scale=4)
    return svg.getvalue().decode()
