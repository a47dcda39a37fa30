"""Whom a link belongs to, and what its page shows: nothing that names a resident."""

from dataclasses import dataclass
from datetime import date

from cms.core import waktu
from cms.core.angka import Angka, get_daftar_sumber
from cms.core.panel import RINGKASAN, Panel, list_panel

from . import rules
from .models import TautanPribadi

RUPIAH = "rupiah"  # the unit of figures that are money


def find_tautan(token: str) -> TautanPribadi | None:
    """The link that opens today with this token, whatever was typed."""
    bersih = rules.clean_token(token)
    if bersih is None:
        return None
    berlaku = TautanPribadi.objects.berlaku().select_related("anggota")
    return berlaku.filter(token_hash=rules.hash_token(bersih)).first()


@dataclass(frozen=True)
class AngkaDisebut:
    """A figure and what it counts."""

    judul: str
    angka: Angka


@dataclass(frozen=True)
class Ringkasan:
    """What the house has for the head of the village today."""

    hari_ini: date
    angka: list[AngkaDisebut]
    panel: list[tuple[Panel, dict]]

    @property
    def ada_uang(self) -> bool:
        """Whether the books say something already."""
        return any(satu.angka.satuan == RUPIAH for satu in self.angka)


def get_ringkasan() -> Ringkasan:
    """Figures and panels of all rooms, from their registries."""
    hari_ini = waktu.hari_ini()
    hasil = [(s.judul, s.hitung(hari_ini)) for s in get_daftar_sumber()]
    return Ringkasan(
        hari_ini=hari_ini,
        angka=[AngkaDisebut(judul, angka) for judul, angka in hasil if angka is not None],
        panel=list_panel(RINGKASAN),
    )
