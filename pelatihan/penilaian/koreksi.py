"""Correcting a faulty question after it was released: who would change, then writing it down.

Released content stays as it is. A `Koreksi` stands beside it and is read wherever an attempt is marked;
`regrade` marks the attempts of before anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from cms.core.jejak.services import record_jejak

from ..kursus.selectors import get_isi
from . import rules
from .capaian import list_jawaban, list_soal
from .models import Koreksi, Percobaan
from .selectors import get_nilai
from .versi import list_koreksi, list_versi

__all__ = ["Dampak", "decide_koreksi", "list_koreksi", "mark_kini", "preview_koreksi"]
SEKALIGUS = 500


class SoalTidakDirilis(Exception):
    """No release of the course holds this question."""


class TanpaNilai(Exception):
    """Without this question some attempt would have nothing left to be marked by."""


@dataclass(frozen=True)
class Dampak:
    """What a correction does to one attempt."""

    percobaan: Percobaan
    dari: int | None
    ke: int
    lulus_dari: bool
    lulus_ke: bool
    dijaga: bool

    @property
    def lulus_baru(self) -> bool:
        return self.lulus_ke and not self.lulus_dari

    @property
    def rincian(self) -> dict:
        """As the log keeps it: attempts by their uuid, no names."""
        isi = {"dari": self.dari, "ke": self.ke}
        tanda = {"lulus_baru": self.lulus_baru, "dijaga": self.dijaga}
        return {"percobaan": str(self.percobaan.uuid), **isi, **tanda}


def mark_kini(
    percobaan: Percobaan, koreksi: dict[tuple[str, str], dict], *, ketat: bool = False
) -> int | None:
    """The mark of an attempt with all corrections; None while an essay waits.

    Where corrections left no question that counts, nobody fails for it; `ketat` raises TanpaNilai.
    """
    soal = list_soal(percobaan)
    nilai = get_nilai(percobaan, soal)
    if koreksi:
        jawaban = {str(j.soal_kunci): j.isi for j in list_jawaban(percobaan)}
    butir = []
    for satu in soal:
        if satu["kunci"] not in nilai:
            continue
        bobot, hasil = satu["bobot"], nilai[satu["kunci"]]
        if koreksi and (k := koreksi.get((satu["kunci"], rules.hash_soal(satu)))):
            bobot, hasil = rules.apply_koreksi(satu, k, hasil, jawaban.get(satu["kunci"]))
        if hasil is None and bobot:
            return None
        butir.append((bobot, hasil or 0))
    if koreksi and butir and not sum(bobot for bobot, _nilai in butir):
        if ketat:
            raise TanpaNilai(percobaan)
        return rules.PENUH
    return rules.mark_percobaan(butir)


def preview_koreksi(
    *,
    kursus_kunci: UUID,
    soal_kunci: UUID,
    cara: str,
    isi: dict,
    versi: Sequence[str] | None = None,
) -> list[Dampak]:
    """Every attempt whose mark would change; `versi` None means all. Raises SoalTidakDirilis, TanpaNilai."""
    versi = check_versi(kursus_kunci, soal_kunci, versi)
    koreksi = list_koreksi(kursus_kunci)
    koreksi |= {(str(soal_kunci), satu): {"cara": cara, "isi": isi} for satu in versi}
    urut = list_selesai(kursus_kunci).order_by("peserta__anggota__nama", "pk")
    semua = urut.prefetch_related("jawaban").iterator(chunk_size=SEKALIGUS)
    return [d for p in semua if (d := judge_percobaan(p, str(soal_kunci), koreksi, ketat=True))]


def list_selesai(kursus_kunci: UUID) -> QuerySet[Percobaan]:
    """The attempts of a course that were handed in, without their heavy content."""
    semua = Percobaan.objects.filter(rilis__kursus_kunci=kursus_kunci, selesai_pada__isnull=False)
    semua = semua.select_related("isi", "rilis", "peserta__rilis", "peserta__anggota__akun")
    return semua.defer("isi__isi", "rilis__susunan", "peserta__rilis__susunan")


def check_versi(
    kursus_kunci: UUID, soal_kunci: UUID, versi: Sequence[str] | None = None
) -> list[str]:
    """The versions meant, in order. Raises SoalTidakDirilis."""
    ada = list_versi(kursus_kunci, soal_kunci)
    pilih = sorted(ada if versi is None else set(versi))
    if not pilih or set(pilih) - set(ada):
        raise SoalTidakDirilis(soal_kunci)
    return pilih


def judge_percobaan(
    percobaan: Percobaan, soal_kunci: str, koreksi: dict, *, ketat: bool = False
) -> Dampak | None:
    """What the corrections do to an attempt that holds the question; None where its mark stays."""
    if all(s["kunci"] != soal_kunci for s in list_soal(percobaan)):
        return None
    ke = mark_kini(percobaan, koreksi, ketat=ketat)
    if ke is None or ke == percobaan.nilai_bp:
        return None
    cukup = ke >= get_isi(percobaan.isi.sidik)["lulus_bp"]
    return Dampak(
        percobaan=percobaan,
        dari=percobaan.nilai_bp,
        ke=ke,
        lulus_dari=bool(percobaan.lulus),
        lulus_ke=cukup or bool(percobaan.lulus),
        dijaga=bool(percobaan.lulus) and not cukup,
    )


@transaction.atomic
def decide_koreksi(
    *,
    kursus_kunci: UUID,
    soal_kunci: UUID,
    cara: str,
    isi: dict,
    alasan: str,
    actor,
    versi: Sequence[str] | None = None,
) -> Koreksi:
    """Write down a correction, once: from now on it holds for whatever is marked. Locks nothing.

    The same again gives the one that stands. Raises SoalTidakDirilis, TanpaNilai.
    """
    pilih = check_versi(kursus_kunci, soal_kunci, versi)
    lama = Koreksi.objects.filter(kursus_kunci=kursus_kunci, soal_kunci=soal_kunci)
    terakhir = next((k for k in lama.order_by("-id") if set(k.versi) & set(pilih)), None)
    if terakhir and (terakhir.cara, terakhir.isi, terakhir.versi) == (cara, isi, pilih):
        return terakhir
    ubah: dict[str, Any] = {"kursus_kunci": kursus_kunci, "soal_kunci": soal_kunci}
    ubah |= {"cara": cara, "isi": isi, "versi": pilih}
    dampak = preview_koreksi(**ubah)
    koreksi = Koreksi.objects.create(
        **ubah,
        alasan=alasan,
        oleh=actor,
        berubah=len(dampak),
        lulus_baru=sum(d.lulus_baru for d in dampak),
        lulus_dijaga=sum(d.dijaga for d in dampak),
        rincian=[d.rincian for d in dampak],
    )
    hitung = {"berubah": koreksi.berubah, "lulus_baru": koreksi.lulus_baru}
    record_jejak(actor, "apply_koreksi", koreksi, sesudah={"cara": cara, **hitung})
    return koreksi
