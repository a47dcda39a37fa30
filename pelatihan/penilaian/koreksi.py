"""Correcting a faulty question after it was released: who would change, then doing it once.

Released content stays as it is. A `Koreksi` stands beside it and is read wherever an attempt is marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core.jejak.services import record_jejak
from cms.core.tulisan import format_persen
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..kursus.alur import KUIS
from ..kursus.selectors import find_kuis, get_isi
from ..peserta.services import sync_langkah
from . import rules
from .capaian import has_lulus, list_soal
from .models import Koreksi, Percobaan
from .selectors import get_nilai
from .versi import list_koreksi, list_versi

__all__ = ["Dampak", "apply_koreksi", "list_koreksi", "mark_kini", "preview_koreksi"]


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


def mark_kini(percobaan: Percobaan, koreksi: dict[tuple[str, str], dict]) -> int | None:
    """The mark of an attempt with all corrections; None while an essay waits. Raises TanpaNilai."""
    soal = list_soal(percobaan)
    nilai = get_nilai(percobaan, soal)
    if koreksi:
        jawaban = {str(j.soal_kunci): j.isi for j in percobaan.jawaban.order_by("id")}
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
        raise TanpaNilai(percobaan)
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
    semua = Percobaan.objects.filter(
        rilis__kursus_kunci=kursus_kunci, selesai_pada__isnull=False
    ).select_related("isi", "rilis", "peserta__rilis", "peserta__anggota__akun")
    ringan = semua.defer("isi__isi", "rilis__susunan", "peserta__rilis__susunan").order_by(
        "peserta__anggota__nama", "pk"
    )
    return [d for p in ringan if (d := _judge(p, str(soal_kunci), koreksi))]


def check_versi(
    kursus_kunci: UUID, soal_kunci: UUID, versi: Sequence[str] | None = None
) -> list[str]:
    """The versions meant, in order. Raises SoalTidakDirilis."""
    ada = list_versi(kursus_kunci, soal_kunci)
    pilih = sorted(ada if versi is None else set(versi))
    if not pilih or set(pilih) - set(ada):
        raise SoalTidakDirilis(soal_kunci)
    return pilih


def _judge(percobaan: Percobaan, soal_kunci: str, koreksi: dict) -> Dampak | None:
    if all(s["kunci"] != soal_kunci for s in list_soal(percobaan)):
        return None
    ke = mark_kini(percobaan, koreksi)
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
def apply_koreksi(
    *,
    kursus_kunci: UUID,
    soal_kunci: UUID,
    cara: str,
    isi: dict,
    alasan: str,
    actor,
    versi: Sequence[str] | None = None,
) -> Koreksi:
    """Correct a question for all attempts of the course, once; the same again changes nothing.

    A pass is never taken away: it is kept and counted in the log. Who newly passes gets the step, and the
    certificate if that was the last. Locks the course's attempts, so that one handed in at this moment
    either is seen here or sees the correction; then, one by one, their learners.
    Raises SoalTidakDirilis, TanpaNilai.
    """
    kunci = Percobaan.objects.select_for_update(of=("self",)).order_by("pk")
    list(kunci.filter(rilis__kursus_kunci=kursus_kunci).values_list("pk"))
    pilih = check_versi(kursus_kunci, soal_kunci, versi)
    lama = Koreksi.objects.filter(kursus_kunci=kursus_kunci, soal_kunci=soal_kunci)
    terakhir = next((k for k in lama.order_by("-id") if set(k.versi) & set(pilih)), None)
    if terakhir and (terakhir.cara, terakhir.isi, terakhir.versi) == (cara, isi, pilih):
        return terakhir
    dampak = preview_koreksi(
        kursus_kunci=kursus_kunci, soal_kunci=soal_kunci, cara=cara, isi=isi, versi=pilih
    )
    koreksi = Koreksi.objects.create(
        kursus_kunci=kursus_kunci,
        soal_kunci=soal_kunci,
        cara=cara,
        isi=isi,
        versi=pilih,
        alasan=alasan,
        oleh=actor,
        berubah=len(dampak),
        lulus_baru=sum(d.lulus_baru for d in dampak),
        lulus_dijaga=sum(d.dijaga for d in dampak),
        rincian=[d.rincian for d in dampak],
    )
    _write(koreksi, dampak)
    hitung = {"berubah": koreksi.berubah, "lulus_baru": koreksi.lulus_baru}
    record_jejak(actor, "apply_koreksi", koreksi, sesudah={"cara": cara, **hitung})
    for peserta in {d.percobaan.peserta_id: d.percobaan.peserta for d in dampak}.values():
        sync_langkah(peserta=peserta, asal=KUIS, actor=actor)
    return koreksi


def _write(koreksi: Koreksi, dampak: Sequence[Dampak]) -> None:
    """New marks; a quiz once passed, at whichever attempt, stays passed."""
    for satu in dampak:
        percobaan = satu.percobaan
        kuis = find_kuis(percobaan.rilis, percobaan.kuis_kunci)
        kuis = kuis or {"kunci": str(percobaan.kuis_kunci), "lulus_bp": 0}
        saudara = percobaan.peserta.percobaan.filter(kuis_kunci=percobaan.kuis_kunci)
        sebelum = has_lulus(kuis, list(saudara.order_by("nomor")))
        percobaan.nilai_bp, percobaan.lulus = satu.ke, satu.lulus_ke
        percobaan.lulus_dijaga = percobaan.lulus_dijaga or satu.dijaga
        percobaan.save(update_fields=["nilai_bp", "lulus", "lulus_dijaga"])
        if sebelum and not has_lulus(kuis, list(saudara.order_by("nomor"))):
            percobaan.lulus_dijaga = True
            percobaan.save(update_fields=["lulus_dijaga"])
        _queue_koreksi(koreksi, satu)


def _queue_koreksi(koreksi: Koreksi, satu: Dampak) -> None:
    if satu.dari is None:
        kalimat = [_("A question was corrected. Your mark is %(ke)s.")]
    else:
        kalimat = [_("A question was corrected. Your mark was %(dari)s and is now %(ke)s.")]
    kalimat[0] %= {"dari": format_persen(satu.dari or 0), "ke": format_persen(satu.ke)}
    if satu.dijaga:
        kalimat.append(_("You keep your pass."))
    elif satu.lulus_baru:
        kalimat.append(_("With it you have passed."))
    queue_pesan(
        "hasil_kuis",
        kunci=f"koreksi:{koreksi.uuid}:{satu.percobaan.uuid}",
        penerima=[get_penerima(satu.percobaan.peserta.anggota)],
        judul=_("A mark of yours was corrected"),
        isi=" ".join(kalimat),
        tautan=reverse("pelatihan:show_hasil", args=[satu.percobaan.uuid]),
        layar_kunci=_("The result of your quiz is there."),
    )
