"""Putting messages into the outbox, in the transaction of the change they speak of."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F

from cms.core import waktu
from cms.core.sisip import insert_missing

from ..jenis import get_jenis
from ..models import Penolakan, Pesan
from ..rules import Isi, Penerima
from .pengantaran import dispatch, split


def queue_pesan(jenis: str, *, kunci: str, penerima: Iterable[Penerima], **isi) -> int:
    """Write one row per recipient and channel; a key written before is not written again.

    `kunci` names the occasion, e.g. "keputusan:<uuid>"; recipient and channel are added to it. `isi`
    are the fields of `Isi`. Channels that the contact refused for this kind are left out. Returns the
    number of rows. Delivery starts when the transaction is committed.
    """
    tujuan = _drop_refused(jenis, [(p, s, a) for p in penerima for s, a in _get_alamat(p)])
    baris = [_build(jenis, kunci, Isi(**isi), *satu) for satu in tujuan]
    baru = [b for sebagian in split(baris, 500) for b in insert_missing(sebagian, "kunci")]
    kini = waktu.sekarang()
    if segera := [b.pk for b in baru if b.tidak_sebelum <= kini]:
        transaction.on_commit(partial(dispatch, segera), robust=True)
    return len(baris)


def _build(
    jenis: str, kunci: str, isi: Isi, penerima: Penerima, saluran: str, alamat: str
) -> Pesan:
    return Pesan(
        jenis=jenis,
        kunci=f"{kunci}:{_name_penerima(penerima)}:{saluran}",
        saluran=saluran,
        alamat=alamat,
        judul=str(isi.judul)[:200],
        isi=str(isi.isi),
        tautan=isi.tautan,
        teks_layar_kunci=str(isi.layar_kunci or isi.judul)[:120],
        prioritas=isi.prioritas,
        tidak_sebelum=isi.tidak_sebelum or waktu.sekarang(),
        kedaluwarsa=isi.kedaluwarsa,
        penerima_user_id=penerima.user_id,
        penerima_anggota=penerima.anggota_uuid,
        penerima_nama=penerima.nama,
        dibuat_pada=waktu.sekarang(),
    )


def _name_penerima(penerima: Penerima) -> str:
    return str(
        penerima.user_id or penerima.anggota_uuid or ",".join(sorted(penerima.alamat.values()))
    )


def _get_alamat(penerima: Penerima) -> list[tuple[str, str]]:
    kotak = [("kotak", "")] if penerima.user_id else []
    return kotak + [(s, a) for s, a in sorted(penerima.alamat.items()) if a]


def _drop_refused(jenis: str, tujuan: list[tuple[Penerima, str, str]]) -> list:
    if get_jenis(jenis).wajib or not tujuan:
        return tujuan
    alamat = {a for _p, _s, a in tujuan if a}
    ditolak = set(
        Penolakan.objects.filter(kontak__alamat__in=alamat, jenis=jenis).values_list(
            "kontak__saluran", "kontak__alamat"
        )
    )
    return [(p, s, a) for p, s, a in tujuan if (s, a) not in ditolak]


@transaction.atomic
def settle_past(*, sebelum: datetime) -> int:
    """Store what was written before an instant as delivered then; for samples and imports."""
    lama = Pesan.objects.filter(status=Pesan.Status.MENUNGGU, dibuat_pada__lt=sebelum)
    return lama.update(status=Pesan.Status.TERKIRIM, terkirim_pada=F("dibuat_pada"), percobaan=1)
