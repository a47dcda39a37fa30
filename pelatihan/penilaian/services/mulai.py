"""Beginning a quiz."""

import secrets
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.sisip import insert_once

from ...kursus.models import IsiRilis
from ...kursus.selectors import find_kuis, get_isi, get_tes
from ...peserta.models import Peserta
from ...peserta.selectors import list_tes_buka
from ...peserta.services import check_terbuka
from ..models import Percobaan
from ..undian import BENIH_MAKS
from .galat import KuisTidakAda, PercobaanHabis, PercobaanTerbuka, TesTertutup
from .selesai import finish_percobaan


@transaction.atomic
def start_percobaan(
    *,
    peserta: Peserta,
    kuis_kunci: UUID,
    actor=None,
    benih: int | None = None,
    asal: str = Percobaan.Asal.KERTAS,
) -> Percobaan:
    """Begin a quiz, or go on with the attempt that is still open.

    One whose time is over is closed first. `benih` is the seed of a printed sheet: such an attempt
    came by `asal` (paper, a phone passed round) and never goes on with another. Locks nothing else:
    of two that begin at once the database lets one in, and the other goes on with it.
    Raises KuisTidakAda, LangkahTerkunci, TesTertutup, PercobaanHabis, PercobaanTerbuka.
    """
    kuis = find_kuis(peserta.rilis, kuis_kunci)
    if kuis is None:
        raise KuisTidakAda(kuis_kunci)
    saat = waktu.sekarang()
    semua = list(Percobaan.objects.filter(peserta=peserta, kuis_kunci=kuis_kunci))
    if terbuka := next((satu for satu in semua if satu.selesai_pada is None), None):
        if not terbuka.is_habis(saat):
            return _go_on(terbuka, benih)
        finish_percobaan(percobaan=terbuka, actor=actor)
    check_terbuka(peserta=peserta, kunci=kuis["kunci"])
    baru = _build_percobaan(peserta, kuis, len(semua) and semua[-1].nomor, saat, benih)
    if benih is not None:
        baru.asal = asal
    if not insert_once(baru):
        return start_percobaan(
            peserta=peserta, kuis_kunci=kuis_kunci, actor=actor, benih=benih, asal=asal
        )
    record_jejak(actor, "start_percobaan", baru, sesudah={"nomor": baru.nomor})
    return baru


def _go_on(terbuka: Percobaan, benih: int | None) -> Percobaan:
    if benih is not None:
        raise PercobaanTerbuka(terbuka)
    return terbuka


def _build_percobaan(
    peserta: Peserta, kuis: dict, terakhir: int, mulai: datetime, benih: int | None
) -> Percobaan:
    aturan = get_isi(kuis["sidik"])
    _check_tes(peserta, kuis["kunci"], terakhir)
    if (maks := aturan.get("percobaan_maks", 0)) and terakhir >= maks:
        raise PercobaanHabis(peserta)
    menit = aturan.get("batas_menit")
    batas = mulai + timedelta(minutes=menit) if menit else None
    return Percobaan(
        peserta=peserta,
        rilis_id=peserta.rilis_id,
        kuis_kunci=UUID(kuis["kunci"]),
        isi=IsiRilis(pk=_get_isi_pk(kuis["sidik"]), sidik=kuis["sidik"]),
        nomor=terakhir + 1,
        benih=secrets.randbelow(BENIH_MAKS) if benih is None else benih,
        mulai_pada=mulai,
        batas_pada=batas,
        tutup_pada=batas and batas + timedelta(seconds=aturan.get("toleransi_detik", 0)),
    )


@lru_cache(maxsize=256)
def _get_isi_pk(sidik: str) -> int:
    """Released content never changes, and neither does its key."""
    return IsiRilis.objects.only("pk").get(sidik=sidik).pk


def _check_tes(peserta: Peserta, kunci: str, terakhir: int) -> None:
    tes = {satu["kunci"] for satu in get_tes(peserta.rilis).values()}
    if kunci in tes and (terakhir or kunci not in list_tes_buka(peserta)):
        raise TesTertutup(kunci)
