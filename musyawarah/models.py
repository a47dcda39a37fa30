"""Gathers the slices of the room for Django, which looks only here."""

from .aspirasi.models import Aspirasi, Tanggapan
from .aspirasi.pages import UsulPage
from .penomoran.models import Penomoran
from .rembug import triggers as _triggers  # noqa: F401
from .rembug.models import (
    Kehadiran,
    Keputusan,
    KetentuanKeputusan,
    PeranKeputusan,
    Rembug,
    TandaTangan,
)
from .rembug.pages import KeputusanIndexPage

__all__ = [
    "Aspirasi",
    "Kehadiran",
    "Keputusan",
    "KeputusanIndexPage",
    "KetentuanKeputusan",
    "Penomoran",
    "PeranKeputusan",
    "Rembug",
    "TandaTangan",
    "Tanggapan",
    "UsulPage",
]
