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

from ..kursus.models import Rilis
from ..kursus.selectors import get_isi, list_kuis
from . import rules
from .capaian import count_nilai_kuis, list_soal
from .models import Koreksi, Percobaan
from .selectors import get_nilai


class SoalTidakDirilis(Exception):
    """No release of the course holds this question."""


class TanpaNilai(Exception):
    """Without this question some attempt would have nothing left to be marked by."""


@dataclass(frozen=True)
class Dampak:
    """What a correction does to one attempt."""

    percobaan: Percobaan
    dari: int
    ke: int
    lulus_dari: bool
    lulus_ke: bool
    dijaga: bool

    @property
    def lulus_baru(self) -> bool:
        return self.lulus_ke and not self.lulus_dari


def list_versi(kursus_kunci: UUID, soal_kunci: UUID) -> dict[str, dict]:
    """Every released version of a question of a course, by the digest of its content, newest first."""
    hasil: dict[str, dict] = {}
    for rilis in Rilis.objects.filter(kursus_kunci=kursus_kunci):
        for kuis in list_kuis(rilis):
            isi = get_isi(kuis["sidik"])
            for soal in [*isi["soal"], *(isi.get("bank") or [])]:
                if soal["kunci"] == str(soal_kunci):
                    hasil.setdefault(rules.hash_soal(soal), soal)
    return hasil


def list_koreksi(kursus_kunci: UUID) -> dict[tuple[str, str], dict]:
    """The correction that holds for each (question, version) of a course: the last one."""
    hasil = {}
    for satu in Koreksi.objects.filter(kursus_kunci=kursus_kunci).order_by("id"):
        for versi in satu.versi:
            hasil[str(satu.soal_kunci), versi] = {"cara": satu.cara, "isi": satu.isi}
    return hasil


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


def preview_koreksi(*, kursus_kunci: UUID, soal_kunci: UUID, cara: str, isi: dict) -> list[Dampak]:
    """Every attempt whose mark would change. Raises SoalTidakDirilis, TanpaNilai."""
    versi = list_versi(kursus_kunci, soal_kunci)
    if not versi:
        raise SoalTidakDirilis(soal_kunci)
    koreksi = list_koreksi(kursus_kunci)
    koreksi |= {(str(soal_kunci), satu): {"cara": cara, "isi": isi} for satu in versi}
    semua = Percobaan.objects.filter(rilis__kursus_kunci=kursus_kunci, nilai_bp__isnull=False)
    terkait = semua.select_related("isi", "rilis", "peserta__rilis", "peserta__anggota__akun")
    return [d for p in terkait if (d := _judge(p, str(soal_kunci), koreksi))]


def _judge(percobaan: Percobaan, soal_kunci: str, koreksi: dict) -> Dampak | None:
    if all(s["kunci"] != soal_kunci for s in list_soal(percobaan)):
        return None
    ke = mark_kini(percobaan, koreksi)
    if ke is None or ke == percobaan.nilai_bp:
        return None
    cukup = ke >= get_isi(percobaan.isi.sidik)["lulus_bp"]
    return Dampak(
        percobaan=percobaan,
        dari=percobaan.nilai_bp or 0,
        ke=ke,
        lulus_dari=bool(percobaan.lulus),
        lulus_ke=cukup or bool(percobaan.lulus),
        dijaga=bool(percobaan.lulus) and not cukup,
    )


@transaction.atomic
def apply_koreksi(
    *, kursus_kunci: UUID, soal_kunci: UUID, cara: str, isi: dict, alasan: str, actor
) -> Koreksi:
    """Correct a question for all attempts of the course, once; the same again changes nothing.

    A pass is never taken away: it is kept and counted in the log. Locks the course's newest release.
    Raises SoalTidakDirilis, TanpaNilai.
    """
    Rilis.objects.select_for_update().filter(kursus_kunci=kursus_kunci).first()
    versi = sorted(list_versi(kursus_kunci, soal_kunci))
    lama = Koreksi.objects.filter(kursus_kunci=kursus_kunci, soal_kunci=soal_kunci)
    terakhir = lama.order_by("-id").first()
    if terakhir and (terakhir.cara, terakhir.isi, terakhir.versi) == (cara, isi, versi):
        return terakhir
    dampak = preview_koreksi(kursus_kunci=kursus_kunci, soal_kunci=soal_kunci, cara=cara, isi=isi)
    koreksi = Koreksi.objects.create(
        kursus_kunci=kursus_kunci,
        soal_kunci=soal_kunci,
        cara=cara,
        isi=isi,
        versi=versi,
        alasan=alasan,
        oleh=actor,
        berubah=len(dampak),
        lulus_baru=sum(d.lulus_baru for d in dampak),
        lulus_dijaga=sum(d.dijaga for d in dampak),
        rincian=[
            {"percobaan": str(d.percobaan.uuid), "dari": d.dari, "ke": d.ke, "dijaga": d.dijaga}
            for d in dampak
        ],
    )
    _write(koreksi, dampak)
    hitung = {"berubah": koreksi.berubah, "lulus_baru": koreksi.lulus_baru}
    record_jejak(actor, "apply_koreksi", koreksi, sesudah={"cara": cara, **hitung})
    return koreksi


def _write(koreksi: Koreksi, dampak: Sequence[Dampak]) -> None:
    for satu in dampak:
        percobaan = satu.percobaan
        kuis = {"kunci": str(percobaan.kuis_kunci), "lulus_bp": 0}
        kuis = next((k for k in list_kuis(percobaan.rilis) if k["kunci"] == kuis["kunci"]), kuis)
        saudara = percobaan.peserta.percobaan.filter(kuis_kunci=percobaan.kuis_kunci)
        sebelum = count_nilai_kuis(kuis, saudara).lulus
        percobaan.nilai_bp, percobaan.lulus = satu.ke, satu.lulus_ke
        percobaan.lulus_dijaga = percobaan.lulus_dijaga or satu.dijaga
        percobaan.save(update_fields=["nilai_bp", "lulus", "lulus_dijaga"])
        if sebelum and not count_nilai_kuis(kuis, saudara.all()).lulus:
            percobaan.lulus_dijaga = True
            percobaan.save(update_fields=["lulus_dijaga"])
        _queue_koreksi(koreksi, satu)


def _queue_koreksi(koreksi: Koreksi, satu: Dampak) -> None:
    isi = _("A question was corrected. Your mark was %(dari)s and is now %(ke)s.")
    kalimat = [isi % {"dari": format_persen(satu.dari), "ke": format_persen(satu.ke)}]
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
