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
