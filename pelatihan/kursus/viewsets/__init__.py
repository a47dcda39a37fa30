"""The bank of questions, the quizzes, the assignments and the learning paths in the office."""

from .bank import KuisViewSet, SoalViewSet, kuis_chooser, soal_chooser
from .jalur import JalurViewSet
from .tugas import TugasViewSet, tugas_chooser

__all__ = [
    "JalurViewSet",
    "KuisViewSet",
    "SoalViewSet",
    "TugasViewSet",
    "kuis_chooser",
    "soal_chooser",
    "tugas_chooser",
]
