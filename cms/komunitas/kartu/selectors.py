"""People with their cards, as the pages under /lapangan/kartu/ and the printed sheet show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from cms.accounts.kartu import format_kode
from cms.accounts.models import Kartu

from ..models import Anggota
from . import permissions

BANYAK = 10
KELOMPOK_MAKS = 200


@dataclass(frozen=True)
class BarisKartu:
    """A person and how far their card is."""

    anggota: Anggota
    kartu: Kartu | None
    boleh: bool

    @property
    def kode(self) -> str:
        return format_kode(self.kartu.kode) if self.kartu else ""

    @property
    def siap(self) -> bool:
        """Has a card with a PIN."""
        return bool(self.kartu and self.kartu.pin)


def list_cari(actor, cari: str) -> list[BarisKartu]:
    """Up to ten people of this name whose cards the actor may handle; nothing for an empty search."""
    if not cari:
        return []
    cocok = permissions.visible_to(actor).filter(nama__icontains=cari).order_by("nama", "pk")
    baris = list_baris(actor, cocok.select_related("akun", "wilayah")[: 2 * BANYAK])
    return [satu for satu in baris if satu.boleh][:BANYAK]


def list_kelompok_baris(actor, kelompok: permissions.Kelompok) -> list[BarisKartu]:
    """Everybody of a group by name."""
    orang = kelompok.orang.select_related("akun", "wilayah").order_by("nama", "pk")
    return list_baris(actor, orang[:KELOMPOK_MAKS])


def find_kelompok(actor, uuid: UUID) -> permissions.Kelompok | None:
    semua = permissions.list_kelompok(actor)
    return next((satu for satu in semua if satu.uuid == uuid), None)


def find_orang(actor, uuid: UUID) -> BarisKartu | None:
    """One person, or None where the actor may do nothing."""
    semua = permissions.visible_to(actor).select_related("akun", "wilayah")
    baris = list_baris(actor, semua.filter(uuid=uuid))
    return next((satu for satu in baris if satu.boleh), None)


def list_baris(actor, orang: Iterable[Anggota]) -> list[BarisKartu]:
    """People whom the actor sees, with their cards."""
    orang = list(orang)
    akun = [satu.akun_id for satu in orang if satu.akun_id]
    kartu = {k.user_id: k for k in Kartu.objects.filter(user__in=akun, ditarik_pada=None)}
    return [
        BarisKartu(satu, kartu.get(satu.akun_id or 0), permissions.can_issue_seen(actor, satu))
        for satu in orang
    ]
