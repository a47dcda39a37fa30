"""Who holds which office today."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cms.komunitas.models import Jabatan


@dataclass(frozen=True)
class Pejabat:
    nama: str
    jabatan: str
    dari: date
    sampai: date | None


@dataclass(frozen=True)
class Unit:
    """One unit of the BKM with the people who serve in it."""

    kode: str
    nama: str
    orang: list[Pejabat]

    @property
    def masa(self) -> tuple[date, date | None]:
        """From the first beginning to the last end; no end if one is open."""
        sampai = [p.sampai for p in self.orang if p.sampai]
        terbuka = len(sampai) < len(self.orang)
        return min(p.dari for p in self.orang), None if terbuka else max(sampai)


def list_unit() -> list[Unit]:
    """The units in the order of the organisation, with today's office holders: one query."""
    jabatan = (
        Jabatan.objects.berlaku().select_related("anggota").order_by("unit", "urutan", "dari", "pk")
    )
    unit = {kode: list(isi) for kode, isi in groupby(jabatan, key=lambda j: j.unit)}
    return [_unit(kode, nama, unit[kode]) for kode, nama in Jabatan.Unit.choices if kode in unit]


def _unit(kode: str, nama, jabatan: list[Jabatan]) -> Unit:
    orang = [Pejabat(j.anggota.nama, j.jabatan, j.dari, j.sampai) for j in jabatan]
    return Unit(kode, str(nama), orang)
