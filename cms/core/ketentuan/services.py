"""Reading settings of the domain, and the low-level write that `musyawarah.rembug` wraps."""

from datetime import date
from typing import Any

from django.db import migrations

from .. import waktu
from .models import Ketentuan

AWAL = date(2000, 1, 1)


class KetentuanTidakAda(LookupError):
    """No room seeded this code, or not yet on that date."""


def get_ketentuan(kode: str, tanggal: date | None = None) -> Any:
    """The value in force on `tanggal` (today when empty). Raises KetentuanTidakAda."""
    return get_baris_ketentuan(kode, tanggal).nilai


def get_baris_ketentuan(kode: str, tanggal: date | None = None) -> Ketentuan:
    """The row in force, with its dasar. Raises KetentuanTidakAda."""
    sampai = tanggal or waktu.hari_ini()
    baris = Ketentuan.objects.filter(kode=kode, berlaku_dari__lte=sampai).first()
    if baris is None:
        raise KetentuanTidakAda(kode)
    return baris


def append_ketentuan(*, kode: str, nilai: Any, berlaku_dari: date, dasar: str) -> Ketentuan:
    """Add a value; the public way is `musyawarah.rembug.services.set_ketentuan`, with its decision."""
    return Ketentuan.objects.create(kode=kode, nilai=nilai, berlaku_dari=berlaku_dari, dasar=dasar)


def seed_ketentuan(bawaan: dict[str, Any]) -> migrations.RunPython:
    """A migration operation that lays down a room's first values with dasar "bawaan"."""

    def forwards(apps, schema_editor):
        model = apps.get_model("core", "Ketentuan")
        for kode, nilai in bawaan.items():
            model.objects.create(kode=kode, nilai=nilai, berlaku_dari=AWAL, dasar=Ketentuan.BAWAAN)

    return migrations.RunPython(forwards, migrations.RunPython.noop)
