"""Gathers the tasks of home for Celery."""

from .redaksi.tasks import announce_berita, remind_review

__all__ = ["announce_berita", "remind_review"]
