"""The bank of questions, the quizzes and the learning paths in the office."""

from .bank import KuisViewSet, SoalViewSet, kuis_chooser, soal_chooser
from .jalur import JalurViewSet

__all__ = ["JalurViewSet", "KuisViewSet", "SoalViewSet", "kuis_chooser", "soal_chooser"]
