"""Putting messages into the outbox, in the transaction of the change they speak of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cms.core import waktu

from .models import Pesan


@dataclass(frozen=True)
class Penerima:
    """A recipient frozen at the moment of writing: account or none, person or none, addresses by channel."""

    nama: str
    user_id: int | None = None
    anggota_uuid: UUID | None = None
    alamat: Mapping[str, str] = field(default_factory=dict)


def queue_pesan(
    jenis: str,
    *,
    kunci: str,
    penerima: Iterable[Penerima],
    judul: str,
    isi: str,
    tautan: str = "",
    layar_kunci: str = "",
    prioritas: int = 5,
    tidak_sebelum: datetime | None = None,
    kedaluwarsa: datetime | None = None,
) -> int:
    """Write one row per recipient and channel; a key written before is not written again.

    `kunci` names the occasion, e.g. "keputusan:<uuid>"; recipient and channel are added to it.
    Returns the number of new rows.
    """
    baris = [
        Pesan(
            jenis=jenis,
            kunci=f"{kunci}:{_name_penerima(satu)}:{saluran}",
            saluran=saluran,
            alamat=alamat,
            judul=judul,
            isi=isi,
            tautan=tautan,
            teks_layar_kunci=layar_kunci or judul[:120],
            prioritas=prioritas,
            tidak_sebelum=tidak_sebelum or waktu.sekarang(),
            kedaluwarsa=kedaluwarsa,
            penerima_user_id=satu.user_id,
            penerima_anggota=satu.anggota_uuid,
            penerima_nama=satu.nama,
        )
        for satu in penerima
        for saluran, alamat in _get_alamat(satu)
    ]
    sebelum = Pesan.objects.count()
    Pesan.objects.bulk_create(baris, ignore_conflicts=True)
    return Pesan.objects.count() - sebelum


def _name_penerima(penerima: Penerima) -> str:
    return str(penerima.user_id or penerima.anggota_uuid or sorted(penerima.alamat.items()))


def _get_alamat(penerima: Penerima) -> list[tuple[str, str]]:
    kotak = [("kotak", "")] if penerima.user_id else []
    return kotak + [(s, a) for s, a in sorted(penerima.alamat.items()) if a]
