"""Pictures, drawn anew.

That turns them upright and leaves behind everything that is not pixels: the place where they were
taken, a second file hidden in the first, a script.
"""

import io

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from .dasar import Unggahan, UnggahanDitolak
from .nama import clean_nama

PIKSEL_TERBANYAK = 50_000_000
SISI_TERPANJANG = 2400
BENTUK = ["JPEG", "PNG", "WEBP"]
JENIS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
AKHIRAN = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
JENIS_GAMBAR = {".jpeg": "image/jpeg"} | {akhiran: jenis for jenis, akhiran in AKHIRAN.items()}


def read_gambar(nama: str, isi: bytes) -> Unggahan:
    """The picture drawn anew, named as what it is. Raises UnggahanDitolak."""
    jenis, bersih = redraw_gambar(isi)
    return Unggahan(clean_nama(nama, AKHIRAN[jenis]), jenis, bersih)


def redraw_gambar(isi: bytes) -> tuple[str, bytes]:
    """(type, bytes) of the picture upright, at most 2400 px a side, without anything hidden."""
    try:
        with Image.open(io.BytesIO(isi), formats=BENTUK) as gambar:
            if gambar.width * gambar.height > PIKSEL_TERBANYAK:
                raise UnggahanDitolak(
                    _("The picture has too many pixels. Please send a smaller one.")
                )
            # Several pictures in one JPEG, as some phones write them: the first is the photo.
            bentuk = "JPEG" if gambar.format == "MPO" else gambar.format or ""
            return JENIS[bentuk], _draw(gambar, bentuk)
    except UnggahanDitolak:
        raise
    except Exception:
        raise UnggahanDitolak(
            _("This file is not a picture we can read. Please send JPEG, PNG, WebP or PDF.")
        ) from None


def _draw(gambar: Image.Image, bentuk: str) -> bytes:
    gambar.thumbnail((SISI_TERPANJANG, SISI_TERPANJANG))
    tegak = ImageOps.exif_transpose(gambar)
    warna = "RGB" if bentuk == "JPEG" else ("RGBA" if "A" in tegak.getbands() else "RGB")
    hasil = io.BytesIO()
    bersih = Image.new(warna, tegak.size)
    bersih.paste(tegak.convert(warna))
    bersih.save(hasil, bentuk, quality=85, optimize=True)
    return hasil.getvalue()
