"""Writing the audit trail; every service of the house calls `record_jejak` in its transaction."""

from django.db.models import Model

from ..middleware import get_permintaan
from .models import Jejak


def record_jejak(
    pelaku, tindakan: str, objek: Model, *, sebelum: dict | None = None, sesudah: dict | None = None
) -> Jejak:
    """Record that `pelaku` (User, or None for the house itself) did `tindakan` to `objek` (has a uuid)."""
    return Jejak.objects.create(
        pelaku=pelaku,
        tindakan=tindakan,
        objek_jenis=objek._meta.label_lower,
        objek_uuid=objek.uuid,  # type: ignore[attr-defined]
        sebelum=sebelum or {},
        sesudah=sesudah or {},
        permintaan=get_permintaan(),
    )
