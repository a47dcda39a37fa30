"""Taking a class to the hall: one frozen pack of modules and printed quizzes."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import run_once

from ..kelas.models import Pertemuan
from ..kelas.services import AngkatanTutup, PertemuanBatal
from ..lembar.services import print_or_reuse
from ..peserta.models import Angkatan
from . import selectors
from .models import Bawaan


class ModulTidakAda(Exception):
    """The course was not released, or has no such module any more."""


def take_bawaan(
    *, pertemuan: Pertemuan, modul: Iterable[str], kuis: Iterable[UUID], actor, kunci: UUID
) -> Bawaan:
    """Freeze what goes to a session; sheets are printed anew only where the last print does not fit.

    Once per `kunci`. Locks the session. Raises PertemuanBatal, AngkatanTutup, ModulTidakAda,
    KirimanBerbeda, and what print_lembar raises.
    """
    pilih = {"modul": list(modul), "kuis": [str(satu) for satu in kuis]}
    jawaban = run_once(
        pelaku=str(actor.uuid),
        operasi="take_bawaan",
        kunci=kunci,
        isi={"pertemuan": str(pertemuan.uuid), **pilih},
        kerja=lambda: _take(pertemuan, pilih["modul"], pilih["kuis"], actor, kunci),
    )
    return Bawaan.objects.get(uuid=jawaban["bawaan"])


def _take(pertemuan: Pertemuan, modul: list[str], kuis: list[str], actor, kunci: UUID) -> dict:
    semua = Pertemuan.objects.select_for_update(of=("self",)).select_related("angkatan")
    pertemuan = semua.get(pk=pertemuan.pk)
    _check_buka(pertemuan)
    rilis = selectors.get_rilis(pertemuan.angkatan)
    if rilis is None or not set(modul) <= {b["kunci"] for b in rilis.susunan}:
        raise ModulTidakAda(pertemuan)
    bawaan = Bawaan.objects.create(
        pertemuan=pertemuan,
        rilis=rilis,
        modul=modul,
        cetakan=[_print(pertemuan.angkatan, satu, actor, kunci) for satu in kuis],
        oleh=actor,
    )
    record_jejak(actor, "take_bawaan", pertemuan, sesudah={"bawaan": str(bawaan.uuid)})
    return {"bawaan": str(bawaan.uuid)}


def _check_buka(pertemuan: Pertemuan) -> None:
    if pertemuan.batal_pada:
        raise PertemuanBatal(pertemuan.pk)
    if pertemuan.angkatan.status != Angkatan.Status.AKTIF:
        raise AngkatanTutup(pertemuan.angkatan_id)


def _print(angkatan: Angkatan, kuis: str, actor, kunci: UUID) -> str:
    return str(
        print_or_reuse(
            angkatan=angkatan, kuis_kunci=UUID(kuis), actor=actor, kunci=uuid5(kunci, kuis)
        )
    )
