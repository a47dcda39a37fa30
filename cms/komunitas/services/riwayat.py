"""Completed trainings, written by pelatihan and read by the other rooms."""

from datetime import date

from django.db import transaction

from cms.core.jejak.services import record_jejak

from ..models import Anggota, RiwayatPelatihan


@transaction.atomic
def record_riwayat_pelatihan(
    *, anggota: Anggota, judul: str, topik: str, selesai_pada: date, jpl: int, sumber_uuid
) -> RiwayatPelatihan:
    """Write down a completed training once; `sumber_uuid` names what proves it."""
    baris, baru = RiwayatPelatihan.objects.get_or_create(
        sumber_uuid=sumber_uuid,
        defaults={
            "anggota": anggota,
            "judul": judul,
            "topik": topik,
            "selesai_pada": selesai_pada,
            "jpl": jpl,
        },
    )
    if baru:
        record_jejak(None, "record_riwayat_pelatihan", baris)
    return baris
