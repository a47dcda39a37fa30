"""How a setting is called, read aloud and typed: rooms register, the office shows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..tulisan import format_persen

_PERSEN = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_BAWAAN = "bawaan"


@dataclass(frozen=True)
class Sebutan:
    """`baca` puts a value into words, `ketik` understands what is typed (raises ValueError).

    `isi` is the value as it is typed, `satuan` says in which unit that is.
    """

    judul: Any
    satuan: Any
    baca: Callable[[Any], str]
    isi: Callable[[Any], str]
    ketik: Callable[[str], Any]


_daftar: dict[str, Sebutan] = {}


def register_sebutan(kode: str, sebutan: Sebutan) -> None:
    """Called in `AppConfig.ready` of the room that seeds the setting."""
    _daftar[kode] = sebutan


def get_sebutan(kode: str) -> Sebutan | None:
    return _daftar.get(kode)


def sebut_bilangan(judul, kalimat) -> Sebutan:
    """A whole number in a sentence such as "%(n)s working days"."""
    return Sebutan(
        judul, _("A whole number, like 10."), lambda n: str(kalimat) % {"n": n}, str, _read_bilangan
    )


def sebut_persen(judul, kalimat) -> Sebutan:
    """Basis points, said and typed as a percentage, in a sentence such as "at least %(n)s"."""
    return Sebutan(
        judul,
        _("In percent, like 30% or 66,67%."),
        lambda titik: str(kalimat) % {"n": format_persen(titik)},
        format_persen,
        read_persen,
    )


def sebut_persen_per(judul, nama: Mapping[str, Any]) -> Sebutan:
    """A percentage for all, and others for some of `nama`: "50%; Pemilihan: 60%"."""
    tulis = partial(_write_per, nama=nama)
    satuan = _("In percent, for all first: 50%; then by name where it differs: 50%; Election: 60%.")
    return Sebutan(judul, satuan, tulis, tulis, partial(_read_per, nama=nama))


def read_persen(ketikan: str) -> int:
    """ "66,67%" is 6667 basis points. Raises ValueError for what is no part of a hundred."""
    cocok = _PERSEN.fullmatch(ketikan.strip())
    titik = int(Decimal(".".join(g for g in cocok.groups() if g)) * 100) if cocok else -1
    if not 0 <= titik <= 10_000:
        raise ValueError(ketikan)
    return titik


def _read_bilangan(ketikan: str) -> int:
    if not re.fullmatch(r"\d{1,9}", ketikan.strip(), re.ASCII):
        raise ValueError(ketikan)
    return int(ketikan)


def _write_per(nilai: Mapping[str, int], nama: Mapping[str, Any]) -> str:
    lain = [f"{nama.get(k, k)}: {format_persen(v)}" for k, v in nilai.items() if k != _BAWAAN]
    return "; ".join([format_persen(nilai[_BAWAAN]), *lain])


def _read_per(ketikan: str, nama: Mapping[str, Any]) -> dict[str, int]:
    umum, *lain = ketikan.split(";")
    kode = {str(kata).casefold(): kode for kode, kata in nama.items()} | {k: k for k in nama}
    nilai = {_BAWAAN: read_persen(umum)}
    for satu in filter(str.strip, lain):
        apa, _titik, berapa = satu.rpartition(":")
        if apa.strip().casefold() not in kode:
            raise ValueError(gettext("Unknown: %(apa)s") % {"apa": apa})
        nilai[kode[apa.strip().casefold()]] = read_persen(berapa)
    return nilai
