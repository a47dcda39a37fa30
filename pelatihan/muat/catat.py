"""What the loader keeps of each file, and what follows from it."""

from dataclasses import dataclass
from uuid import UUID

from .models import Muatan

BARU, DIPERBARUI, SAMA, DIBIARKAN = "baru", "diperbarui", "sama", "dibiarkan"


@dataclass(frozen=True)
class Laporan:
    """What became of one file (or one question in it): baru, diperbarui, sama or dibiarkan."""

    berkas: str
    hasil: str


def judge(objek, muatan: Muatan | None, sidik: str, hitung) -> str:
    """What to do with a file: nothing was there, nothing new, a person was here, or update."""
    if objek is None:
        return BARU if muatan is None else DIBIARKAN
    if muatan is None or hitung(objek) != muatan.sidik_isi:
        return DIBIARKAN
    return SAMA if muatan.sidik_berkas == sidik else DIPERBARUI


def fill(objek, isi: dict) -> None:
    for nama, nilai in isi.items():
        setattr(objek, nama, nilai)


def remember(nama: str, kunci: UUID, sidik_berkas: str, sidik_isi: str) -> None:
    Muatan.objects.update_or_create(
        berkas=nama,
        defaults={
            "objek_kunci": kunci,
            "sidik_berkas": sidik_berkas,
            "sidik_isi": sidik_isi,
        },
    )
