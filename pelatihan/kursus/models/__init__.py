"""Questions, quizzes, releases and learning paths. Pages stand in pages/."""

from .jalur import Jalur, JalurLangkah
from .kuis import Cara, CaraNilai, Jenis, Kuis, KuisSoal, KuisUndian, Soal, Status, Umpan
from .rilis import IsiRilis, Rilis

__all__ = [
    "Cara",
    "CaraNilai",
    "IsiRilis",
    "Jalur",
    "JalurLangkah",
    "Jenis",
    "Kuis",
    "KuisSoal",
    "KuisUndian",
    "Rilis",
    "Soal",
    "Status",
    "Umpan",
]
