"""What rooms teach the queue: kinds of entries, and who stands at its door.

This room knows no accounts: whoever does registers a `Penjaga`. A room registers its kinds in
`AppConfig.ready`. A handler runs in the transaction of its batch and answers per entry; it may be
asked again for an entry whose answer got lost, but never after it was remembered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise

from .rules import Entri

DITERIMA, SUDAH, DITOLAK, DITINJAU, TUNDA = "diterima", "sudah", "ditolak", "ditinjau", "tunda"


@dataclass(frozen=True)
class Pengirim:
    """Whose device sends. `halangan` is why nothing may be accepted at once: a reason's code, or empty.

    `check_tanda` says whether an entry was recorded while a session of this account was live; it
    gives a reason's code, or an empty string.
    """

    user: Any
    pelaku: str
    perangkat: UUID
    halangan: str = ""
    check_tanda: Callable[[str], str] = lambda tanda: ""


@dataclass(frozen=True)
class Hasil:
    """The answer to one entry; `isi` (plain JSON) goes back to the device."""

    status: str
    alasan: str = ""
    pesan: str | Promise = ""
    isi: dict = field(default_factory=dict)
    lingkup: UUID | None = None


def accept(**isi) -> Hasil:
    return Hasil(DITERIMA, isi=isi)


def refuse(alasan: str, pesan) -> Hasil:
    """It can never be taken; the person reads `pesan` and decides."""
    return Hasil(DITOLAK, alasan, pesan)


def review(alasan: str, *, lingkup: UUID | None = None, **isi) -> Hasil:
    """A person has to look at it; `lingkup` narrows who."""
    return Hasil(DITINJAU, alasan, isi=isi, lingkup=lingkup)


Terima = Callable[[Pengirim, Entri], Hasil]
Borong = Callable[[Pengirim, list[Entri]], list[Hasil]]


@dataclass(frozen=True)
class Jenis:
    """One kind of entry. `lihat(user)` gives the scopes this officer reviews: True for all."""

    kode: str
    nama: str | Promise
    kerja: Borong
    lihat: Callable[[Any], bool | Iterable[UUID]]
    terapkan: Callable[[Any, Any], None] | None = None
    jelaskan: Callable[[Any], str] = lambda tinjau: ""


_jenis: dict[str, Jenis] = {}


def register_entri(
    kode: str,
    handler: Terima | None = None,
    *,
    nama: str | Promise,
    borong: Borong | None = None,
    lihat: Callable[[Any], bool | Iterable[UUID]] = lambda user: False,
    terapkan: Callable[[Any, Any], None] | None = None,
    jelaskan: Callable[[Any], str] = lambda tinjau: "",
) -> None:
    """Called in `AppConfig.ready`. `handler` gets one entry, `borong` all its neighbours at once: those
    of one kind, or of all kinds that name it.

    `terapkan(tinjau, actor)` accepts an entry after review, or raises `TidakBisa`; `jelaskan`
    says in plain words what was recorded.
    """
    kerja = borong or _one_by_one(handler)
    _jenis[kode] = Jenis(kode, nama, kerja, lihat, terapkan, jelaskan)


class TidakBisa(Exception):
    """A reviewed entry cannot be applied; the text says why, for the officer."""


def _one_by_one(handler: Terima | None) -> Borong:
    assert handler is not None, "a kind needs a handler"

    def kerja(pengirim: Pengirim, entri: list[Entri]) -> list[Hasil]:
        hasil = []
        for satu in entri:
            with transaction.atomic():
                hasil.append(handler(pengirim, satu))
        return hasil

    return kerja


def get_jenis(kode: str) -> Jenis | None:
    return _jenis.get(kode)


def list_jenis() -> list[Jenis]:
    return list(_jenis.values())


class TerlaluSering(Exception):
    """This device or address has to wait; holds the seconds."""

    def __init__(self, detik: int):
        super().__init__(detik)
        self.detik = detik


@dataclass(frozen=True)
class Tanda:
    """What a page of a signed-in person gives its queue."""

    pemilik: str
    sesi: str
    simpan: str
    ikat: str


@dataclass(frozen=True)
class Penjaga:
    """Who knows devices: `recognize(header, address)` and `describe(request)`.

    `recognize` raises TerlaluSering.
    """

    recognize: Callable[[str, str], Pengirim | None]
    describe: Callable[[HttpRequest], Tanda | None]


_penjaga: list[Penjaga] = []


def register_penjaga(penjaga: Penjaga) -> None:
    _penjaga[:] = [penjaga]


def recognize(kepala: str, alamat: str) -> Pengirim | None:
    return _penjaga[0].recognize(kepala, alamat) if _penjaga else None


def describe(request: HttpRequest) -> Tanda | None:
    return _penjaga[0].describe(request) if _penjaga else None
