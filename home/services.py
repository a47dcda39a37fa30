"""Gathers what other parts of the house call."""

from .situs.services import add_halaman, build_situs
from .transparansi.services import publish_laporan

__all__ = ["add_halaman", "build_situs", "publish_laporan"]
