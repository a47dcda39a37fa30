"""Gathers the tasks of the slices for Celery, which looks only here."""

from .belajar.tasks import close_kuis
from .muat.tasks import remind_tinjau

__all__ = ["close_kuis", "remind_tinjau"]
