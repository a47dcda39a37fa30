"""Questions, quizzes, assignments, releases and learning paths. Pages stand in pages/."""

from .jalur import Jalur, JalurLangkah
from .kuis import Cara, CaraNilai, Jenis, Kuis, KuisSoal, KuisUndian, Soal, Status, Umpan
from .rilis import IsiRilis, Rilis
from .tugas import KriteriaTugas, Tugas

__all__ = [
    "Cara",
    "CaraNilai",
    "IsiRilis",
    "Jalur",
    "JalurLangkah",
    "Jenis",
    "KriteriaTugas",
    "Kuis",
    "KuisSoal",
    "KuisUndian",
    "Rilis",
    "Soal",
    "Status",
    "Tugas",
    "Umpan",
]
