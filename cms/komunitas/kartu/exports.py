"""The sheet of cards: A4, eight to a page, to be cut out."""

from collections.abc import Iterable

import segno
from django.urls import reverse

from cms.core.pdf import render_pdf
from cms.notifikasi.tautan import make_absolute

from .selectors import BarisKartu


def build_kartu(baris: Iterable[BarisKartu], judul: str) -> bytes:
    """The cards of those who have one; the PIN is on none of them."""
    kartu = [_build(satu) for satu in baris if satu.boleh and satu.kartu]
    alamat = make_absolute(reverse("kartu")).partition("://")[2]
    return render_pdf("komunitas/kartu.typ", {"judul": judul, "kartu": kartu, "alamat": alamat})


def _build(satu: BarisKartu) -> dict:
    alamat = make_absolute(f"/cek/{satu.kartu.kode}/") if satu.kartu else ""
    gambar = segno.make(alamat, error="m", micro=False).svg_inline(
        scale=4, border=2, dark="#000", light="#fff"
    )
    return {"nama": satu.anggota.nama, "kode": satu.kode, "qr": gambar}
