"""What an account wrote under lessons, for its own eyes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from ..peserta.models import Peserta
from . import permissions
from .selectors import get_judul, with_isi


def list_milik(user) -> QuerySet:
    """What an account wrote, the newest first, with the words that count."""
    semua = with_isi(permissions.own_tulisan(user)).select_related(
        "diskusi", "peserta__rilis", "induk"
    )
    return semua.order_by("-dibuat_pada", "-pk")


@dataclass(frozen=True)
class TulisanMilik:
    """One's own question or answer with where it stands; `versi` are all its wordings with their instants."""

    judul: str
    kursus: str
    tanya: bool
    teks: str
    saat: datetime
    keadaan: str
    alasan: str
    url: str
    versi: tuple[tuple[datetime, str], ...] = ()


def show_milik(satu: Any, *, versi: bool = False) -> TulisanMilik:
    """`keadaan` is "ditarik", "disembunyikan", "disematkan" or empty."""
    tanda = ("ditarik", "disembunyikan", "disematkan")
    rilis = satu.peserta.rilis if satu.peserta else None
    return TulisanMilik(
        judul=get_judul(rilis, satu.diskusi.pelajaran_kunci) if rilis else "",
        kursus=rilis.judul if rilis else "",
        tanya=satu.induk_id is None,
        teks=satu.teks,
        saat=satu.dibuat_pada,
        keadaan=next((t for t in tanda if getattr(satu, f"{t}_pada")), ""),
        alasan=satu.alasan_sembunyi,
        url=_get_url_milik(satu),
        versi=tuple((v.saat, v.teks) for v in satu.versi.all()) if versi else (),
    )


def _get_url_milik(satu: Any) -> str:
    """The question, as far as its page is open to the author still."""
    tanya, peserta = satu.induk or satu, satu.peserta
    asing = tanya.disembunyikan_pada and tanya.penulis_id != satu.penulis_id
    if satu.ditarik_pada or (peserta and (asing or peserta.status == Peserta.Status.BERHENTI)):
        return ""
    if peserta:
        return reverse("pelatihan:open_tanya", args=[peserta.uuid, tanya.uuid])
    return reverse("diskusi:open_tanya", args=[tanya.uuid])
