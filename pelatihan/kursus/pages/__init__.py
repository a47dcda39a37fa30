"""Course pages: an index, courses, their modules and lessons."""

from .dasar import BahanPage, TerbitMixin, defer_rilis
from .kursus import KursusIndexPage, KursusPage
from .pelajaran import BagianPage, PelajaranPage

__all__ = [
    "BagianPage",
    "BahanPage",
    "KursusIndexPage",
    "KursusPage",
    "PelajaranPage",
    "TerbitMixin",
    "defer_rilis",
]
