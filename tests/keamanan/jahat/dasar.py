"""What a hostile file is: a name, bytes, who may still take it, and what must then be gone."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

GAMBAR, DOKUMEN, FOTO, BERKAS = "gambar", "dokumen", "foto", "berkas"
PRIBADI = frozenset({FOTO, BERKAS})
SEMUA_PINTU = frozenset({GAMBAR, DOKUMEN, FOTO, BERKAS})
NIHIL: frozenset[str] = frozenset()
SKRIP = b"<script>alert(1)</script>"


@dataclass(frozen=True)
class Jahat:
    """One kind; `ke` the doors it is sent to, `boleh` those that may take it, `tanpa` what none may keep."""

    apa: str
    nama: str
    berat: bytes | Callable[[], bytes]
    boleh: frozenset[str] = NIHIL
    tanpa: tuple[bytes, ...] = ()
    ke: frozenset[str] = SEMUA_PINTU

    @cached_property
    def isi(self) -> bytes:
        """What takes long to build is built by the worker that sends it."""
        return self.berat() if callable(self.berat) else self.berat

    def __str__(self) -> str:
        return self.apa


def make_zip(isi: dict[str, bytes | str]) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(nama, satu)
    return hasil.getvalue()
