"""Gathers what other parts of the house call."""

from .situs.services import add_halaman, build_situs

__all__ = ["add_halaman", "build_situs"]
