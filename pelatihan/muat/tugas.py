"""The assignment that stands in the front matter of a lesson's file."""

from typing import cast
from uuid import UUID

from ..kursus.models import KriteriaTugas, Tugas
from ..kursus.rules import hash_isi
from ..kursus.tugas import build_isi_tugas, save_tugas
from .catat import BARU, DIPERBARUI, Laporan, fill, judge, remember
from .models import Muatan

BIDANG = ("judul", "petunjuk", "lulus_poin", "perbaikan_hari", "berkas_maks")


def load_tugas(nama: str, depan: dict, *, actor=None) -> tuple[Tugas, Laporan]:
    """Write the assignment `[tugas]` of a file, unless a person has edited it."""
    kunci, nama = UUID(depan["kunci"]), f"{nama}#tugas"
    sidik = hash_isi(depan)
    muatan = Muatan.objects.filter(berkas=nama).first()
    tugas = Tugas.objects.filter(kunci=kunci).first()
    hasil = judge(tugas, muatan, sidik, _hash_tugas)
    if hasil in (BARU, DIPERBARUI):
        tugas = tugas or Tugas(kunci=kunci)
        fill(
            tugas,
            {n: depan[n].strip() if n == "petunjuk" else depan[n] for n in BIDANG if n in depan},
        )
        kriteria = [KriteriaTugas(**satu) for satu in depan["rubrik"]]
        save_tugas(tugas=tugas, kriteria=kriteria, actor=actor)
        tugas = Tugas.objects.get(pk=tugas.pk)
        remember(nama, kunci, sidik, _hash_tugas(tugas))
    return cast(Tugas, tugas), Laporan(nama, hasil)


def _hash_tugas(tugas: Tugas) -> str:
    return hash_isi(build_isi_tugas(tugas))
