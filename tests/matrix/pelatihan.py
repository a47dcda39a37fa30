"""Rows of the school: what a learner does is for who is signed in."""

from .tabel import MASUK, Baris, Pagar

BARIS = [Baris("belajar/", MASUK)]
PAGAR = [Pagar("belajar/", MASUK)]
