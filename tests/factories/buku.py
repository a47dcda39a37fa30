"""Entries of the books for tests."""

from datetime import date
from uuid import uuid4

from aset.buku.rules import debit, kredit
from aset.buku.services import post_jurnal
from aset.models import Dana
from cms.accounts import peran
from tests.factories.accounts import UserFactory

HARI = date(2026, 3, 5)


def get_dana(kode="upk") -> Dana:
    return Dana.objects.get(kode=kode)


def make_pembuku():
    return UserFactory(peran=[peran.PEMBUKU])


def post(jumlah=50_000, *, dari="11010", ke="51030", **isi):
    """Money out of cash for stationery, unless told otherwise."""
    isi = {
        "dana": isi.pop("dana", None) or get_dana(),
        "jenis": "BKK",
        "tanggal": HARI,
        "baris": [debit(ke, jumlah), kredit(dari, jumlah)],
        "actor": isi.pop("actor", None) or make_pembuku(),
        "kunci": uuid4(),
    } | isi
    return post_jurnal(**isi)
