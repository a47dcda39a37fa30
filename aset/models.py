"""Gathers the slices of aset for Django, which looks only here."""

from .inventaris import triggers as _inventaris_triggers  # noqa: F401
from .inventaris.models import Barang, Serahan
from .inventaris.pages import InventarisPage

__all__ = ["Barang", "InventarisPage", "Serahan"]
