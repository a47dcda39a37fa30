"""Finding one person to invite: by the whole phone number, or by a part of the name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cms.accounts.rules import normalize_telepon
from cms.core.sanitasi import clean_teks
from cms.komunitas.models import Anggota

from ..peserta.models import Angkatan, Peserta
from .models import Permohonan

BANYAK = 20
TERPENDEK = 3
MASUK, TUNGGU, MOHON, UNDANG = "masuk", "tunggu", "mohon", "undang"


@dataclass(frozen=True)
class Calon:
    """A person found; `keadaan` is how they stand in the class already, if at all."""

    uuid: UUID
    nama: str
    wilayah: str
    keadaan: str
    sampai: date | None = None


@dataclass(frozen=True)
class Temuan:
    """What a search found; `lebih` says that there are more than are shown."""

    calon: list[Calon]
    lebih: bool = False
    pendek: bool = False


def find_calon(angkatan: Angkatan, cari: str) -> Temuan:
    """At most twenty people, by name: six queries. A short word finds nobody.

    A phone number must be whole, so that numbers cannot be tried digit by digit.
    """
    cari = " ".join(clean_teks(cari).split())
    semua = Anggota.objects.aktif().select_related("wilayah").order_by("nama", "pk")
    if telepon := normalize_telepon(cari):
        orang = list(semua.filter(telepon=telepon)[:BANYAK])
    elif len(cari) < TERPENDEK:
        return Temuan([], pendek=True)
    else:
        orang = list(semua.filter(nama__icontains=cari)[: BANYAK + 1])
    keadaan = _list_keadaan(angkatan, orang)
    calon = [
        Calon(a.uuid, a.nama, a.wilayah.nama if a.wilayah else "", *keadaan.get(a.pk, ("",)))
        for a in orang[:BANYAK]
    ]
    return Temuan(calon, lebih=len(orang) > BANYAK)


def _list_keadaan(angkatan: Angkatan, orang: Iterable[Anggota]) -> dict[int, tuple]:
    pk = [a.pk for a in orang]
    hasil: dict[int, tuple] = {}
    for satu in angkatan.permohonan.filter(anggota__in=pk, status__in=Permohonan.TERBUKA):
        if satu.status == Permohonan.Status.MENUNGGU:
            hasil[satu.anggota_id] = (MOHON,)
        elif not satu.is_lewat():
            hasil[satu.anggota_id] = (UNDANG, satu.berlaku_sampai)
    antre = angkatan.tunggu.filter(anggota__in=pk, status="menunggu")
    hasil |= dict.fromkeys(antre.values_list("anggota", flat=True), (TUNGGU,))
    ikut = angkatan.peserta.filter(anggota__in=pk).exclude(status=Peserta.Status.BERHENTI)
    return hasil | dict.fromkeys(ikut.values_list("anggota", flat=True), (MASUK,))
