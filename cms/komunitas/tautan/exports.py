"""A personal link as it is handed over."""

import segno
from django.urls import reverse

from cms.notifikasi.tautan import make_absolute


def build_alamat(token: str) -> str:
    """The whole address, as it works outside the site."""
    return make_absolute(reverse("tautan_pribadi", args=[token]))


def draw_qr(alamat: str) -> str:
    """The address as an SVG to be put into a page."""
    return segno.make(alamat, error="m", micro=False).svg_inline(
        scale=5, border=2, dark="#000", light="#fff"
    )
