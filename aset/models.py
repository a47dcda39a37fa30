"""Gathers the slices of aset for Django, which looks only here."""

from .buku import triggers as _buku_triggers  # noqa: F401
from .buku.models import Akun, BarisJurnal, Dana, Jurnal, Penomor, Periode, PihakJurnal
from .inventaris import triggers as _inventaris_triggers  # noqa: F401
from .inventaris.models import Barang, Serahan
from .inventaris.pages import InventarisPage

__all__ = [
    "Akun",
    "Barang",
    "BarisJurnal",
    "Dana",
    "InventarisPage",
    "Jurnal",
    "Penomor",
    "Periode",
    "PihakJurnal",
    "Serahan",
]
