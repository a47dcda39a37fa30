"""Laying a document open."""

from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.media.models import Dokumen

from .models import Laporan


@transaction.atomic
def publish_laporan(
    *,
    actor,
    jenis: str,
    judul: str,
    nama_berkas: str = "",
    isi: bytes = b"",
    periode: tuple[date | None, date | None] = (None, None),
    ringkasan: str = "",
    dana_bergulir: int | None = None,
) -> Laporan:
    """Publish a report as of today, with its document where there is one."""
    dokumen = _create_dokumen(actor, judul, nama_berkas, isi) if isi else None
    laporan = Laporan.objects.create(
        jenis=jenis,
        judul=judul,
        periode_dari=periode[0],
        periode_sampai=periode[1],
        ringkasan=ringkasan,
        dana_bergulir=dana_bergulir,
        dokumen=dokumen,
        terbit_pada=waktu.hari_ini(),
    )
    record_jejak(actor, "publish", laporan)
    return laporan


def _create_dokumen(actor, judul: str, nama: str, isi: bytes) -> Dokumen:
    berkas = ContentFile(isi, name=nama)
    dokumen = Dokumen.objects.create(title=judul, file=berkas, uploaded_by_user=actor)
    dokumen.get_file_size()
    dokumen.get_file_hash()
    return dokumen
