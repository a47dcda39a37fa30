"""Settings of the domain as they stand, and what they stand on."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from cms.core.ketentuan.models import Ketentuan
from cms.core.ketentuan.sebutan import get_sebutan

from ..models import Keputusan


@dataclass(frozen=True)
class BarisKetentuan:
    """One setting as it stands, and what it stands on."""

    kode: str
    nilai: object
    berlaku_dari: date
    bawaan: bool
    dasar: str
    keputusan: Keputusan | None
    dicatat_pada: datetime

    @property
    def judul(self) -> str:
        return get_judul_ketentuan(self.kode)

    @property
    def nilai_teks(self) -> str:
        """The value in words."""
        sebutan = get_sebutan(self.kode)
        return sebutan.baca(self.nilai) if sebutan else json.dumps(self.nilai, ensure_ascii=False)


def get_judul_ketentuan(kode: str) -> str:
    """What people call a setting."""
    sebutan = get_sebutan(kode)
    return str(sebutan.judul) if sebutan else kode


def list_ketentuan(kode: str = "") -> list[BarisKetentuan]:
    """Every row (newest first within a code), with the decision behind it where there is one."""
    query = Ketentuan.objects.select_related("dasar_keputusan__keputusan")
    query = query.filter(kode=kode) if kode else query
    return [_to_baris(k) for k in query]


def list_ketentuan_berlaku(tanggal: date) -> list[BarisKetentuan]:
    """The row of every code in force on a day."""
    berlaku: dict[str, BarisKetentuan] = {}
    for baris in list_ketentuan():
        if baris.berlaku_dari <= tanggal:
            berlaku.setdefault(baris.kode, baris)
    return list(berlaku.values())


def _to_baris(ketentuan: Ketentuan) -> BarisKetentuan:
    tautan = getattr(ketentuan, "dasar_keputusan", None)
    return BarisKetentuan(
        kode=ketentuan.kode,
        nilai=ketentuan.nilai,
        berlaku_dari=ketentuan.berlaku_dari,
        bawaan=ketentuan.dasar == Ketentuan.BAWAAN,
        dasar=ketentuan.dasar,
        keputusan=tautan.keputusan if tautan else None,
        dicatat_pada=ketentuan.dicatat_pada,
    )
