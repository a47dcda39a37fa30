"""Meetings, decisions and settings in the office."""

from .dasar import KetentuanViewSet
from .putusan import KeputusanViewSet
from .rapat import RembugViewSet

__all__ = ["KeputusanViewSet", "KetentuanViewSet", "RembugViewSet"]
