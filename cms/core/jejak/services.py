"""Writing the audit trail; every service of the house calls `record_jejak` in its transaction."""

from typing import Any

from ..middleware import get_permintaan
from .models import Jejak


def record_jejak(
    pelaku, tindakan: str, objek: Any, *, sebelum: dict | None = None, sesudah: dict | None = None
) -> Jejak:
    """Record that `pelaku` (User, or None for the house) did `tindakan` to `objek`.

    `objek` is a row with a uuid, or something that names one (`_meta` and `uuid`).
    """
    return Jejak.objects.create(
        pelaku=pelaku,
        tindakan=tindakan,
        objek_jenis=objek._meta.label_lower,
        objek_uuid=objek.uuid,
        sebelum=sebelum or {},
        sesudah=sesudah or {},
        permintaan=get_permintaan(),
    )


def save_berubah(
    pelaku, tindakan: str, objek: Any, isi: dict[str, Any], **bersih: Any
) -> list[str]:
    """Set, check (`full_clean(**bersih)`) and save what differs; return the names of those fields.

    The trail names the fields, never their values. Raises ValidationError.
    """
    berubah = sorted(nama for nama, nilai in isi.items() if getattr(objek, nama) != nilai)
    if not berubah:
        return []
    for nama in berubah:
        setattr(objek, nama, isi[nama])
    objek.full_clean(**bersih)
    objek.save(update_fields=berubah)
    record_jejak(pelaku, tindakan, objek, sesudah={"bidang": berubah})
    return berubah
