"""Changes to assignments, and how a release holds them."""

from collections.abc import Callable, Sequence

from django.db import transaction

from cms.core import waktu
from cms.core.jejak.services import record_jejak

from . import alur, rules
from .models import KriteriaTugas, Tugas


class RubrikKurang(Exception):
    """The rubric has no line, or all its points together are fewer than are asked for."""


@transaction.atomic
def save_tugas(*, tugas: Tugas, kriteria: Sequence[KriteriaTugas], actor=None) -> Tugas:
    """Write an assignment with the lines of its rubric in order. Raises RubrikKurang."""
    if not kriteria or sum(satu.poin for satu in kriteria) < tugas.lulus_poin:
        raise RubrikKurang(tugas)
    tugas.diubah_pada = waktu.sekarang()
    tugas.full_clean()
    tugas.save()
    KriteriaTugas.objects.filter(tugas=tugas).delete()
    KriteriaTugas.objects.bulk_create(
        KriteriaTugas(
            tugas=tugas, urutan=urutan, **{n: getattr(satu, n) for n in alur.RUBRIK if n != "id"}
        )
        for urutan, satu in enumerate(kriteria, start=1)
    )
    record_jejak(actor, "save_tugas", tugas, sesudah={"kriteria": len(kriteria)})
    return tugas


def build_isi_tugas(tugas: Tugas) -> dict:
    """An assignment as a release would hold it now."""
    terima = {
        "teks": tugas.terima_teks,
        "foto": tugas.terima_foto,
        "pdf": tugas.terima_pdf,
    }
    return {
        "judul": tugas.judul,
        "petunjuk": tugas.petunjuk,
        "lulus_poin": tugas.lulus_poin,
        "terima": [nama for nama, ya in terima.items() if ya],
        "berkas_maks": tugas.berkas_maks,
        "perbaikan_hari": tugas.perbaikan_hari,
        "rubrik": [_freeze_kriteria(satu) for satu in tugas.kriteria.all()],
    }


def _freeze_kriteria(satu: KriteriaTugas) -> dict:
    isi = {nama: getattr(satu, nama) for nama in alur.RUBRIK if nama != "id"}
    return {"id": rules.make_id(satu.kriteria), **isi}


def freeze_tugas(tugas: Tugas | None, simpan: Callable[[dict], str]) -> dict:
    """What the entry of a lesson holds of its assignment; nothing without one."""
    if tugas is None:
        return {}
    isi = {"kunci": str(tugas.kunci), "judul": tugas.judul, "lulus_poin": tugas.lulus_poin}
    penuh = sum(satu.poin for satu in tugas.kriteria.all())
    return {"tugas": {**isi, "penuh": penuh, "sidik": simpan(build_isi_tugas(tugas))}}
