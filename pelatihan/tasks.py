"""Gathers the tasks of the slices for Celery, which looks only here."""

from .belajar.tasks import close_kuis

__all__ = ["close_kuis"]
