"""Progress: what a learner has done, step by step, and what happens when a step is done.

A lesson that is read is the learner's own word. Everything else follows from the events of the slices
above (attempts, assignments, attendance), which register here what they complete and what follows.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db import transaction

from cms.core.jejak.services import record_jejak
from cms.core.sisip import insert_missing

from ...kursus.alur import BACA, DIBAWA
from ...kursus.models import Rilis
from ...kursus.selectors import list_langkah
from ..models import Kemajuan, Peserta
from ..selectors import list_selesai, list_terkunci
from .daftar import SudahBerakhir

Sumber = Callable[[Peserta], Iterable[str]]
_sumber: dict[str, Sumber] = {}
_sesudah: list[Callable[..., object]] = []


class PelajaranTidakAda(Exception):
    """The learner's release holds no such lesson."""


class CaraLain(Exception):
    """The lesson is not completed by reading it; the argument is how it is."""


class LangkahTerkunci(Exception):
    """Other steps come first; the arguments are their titles."""


def register_sumber(asal: str, sumber: Sumber) -> None:
    """`sumber(peserta)` gives the keys of the steps that the slice's events complete."""
    _sumber[asal] = sumber


def register_sesudah(kerja: Callable[..., object]) -> None:
    """`kerja(peserta=…, actor=…)` runs in the same transaction after every step and every event."""
    if kerja not in _sesudah:
        _sesudah.append(kerja)


@transaction.atomic
def mark_pelajaran(*, peserta: Peserta, pelajaran_kunci: UUID, actor=None) -> None:
    """A lesson is understood; saying so twice changes nothing.

    Raises PelajaranTidakAda, CaraLain, LangkahTerkunci, SudahBerakhir.
    """
    kunci = str(pelajaran_kunci)
    langkah = next((s for s in list_langkah(peserta.rilis) if s.kunci == kunci), None)
    if langkah is None or langkah.jenis != "pelajaran":
        raise PelajaranTidakAda(pelajaran_kunci)
    if langkah.cara != BACA:
        raise CaraLain(langkah.cara)
    check_terbuka(peserta=peserta, kunci=kunci)
    _add(peserta, BACA, [kunci], actor)


def check_terbuka(*, peserta: Peserta, kunci: str) -> None:
    """Raises SudahBerakhir, LangkahTerkunci."""
    if peserta.status == Peserta.Status.BERHENTI:
        raise SudahBerakhir(peserta)
    if kurang := list_terkunci(peserta).get(kunci):
        raise LangkahTerkunci(*kurang)


@transaction.atomic
def sync_langkah(*, peserta: Peserta, asal: str, actor=None) -> None:
    """Write down what the events of one slice have completed; called by that slice's services."""
    if not _add(peserta, asal, _sumber[asal](peserta), actor):
        _follow(peserta, actor)


@transaction.atomic(savepoint=False)
def add_langkah(*, peserta: Peserta, asal: str, kunci: Iterable[str], actor=None) -> list[str]:
    """The same for one event that knows which steps it completes; gives those that are new, for the
    caller's own Jejak."""
    baru = _create(peserta, asal, kunci)
    _follow(peserta, actor)
    return baru


def _add(peserta: Peserta, asal: str, kunci: Iterable[str], actor) -> bool:
    baru = _create(peserta, asal, kunci)
    if baru:
        record_jejak(actor, "mark_langkah", peserta, sesudah={asal: baru})
        _follow(peserta, actor)
    return bool(baru)


def _create(peserta: Peserta, asal: str, kunci: Iterable[str]) -> list[str]:
    """Keys of those that were not there."""
    semua = [
        Kemajuan(peserta=peserta, langkah_kunci=UUID(satu), asal=asal)
        for satu in sorted(set(kunci))
    ]
    return [str(satu.langkah_kunci) for satu in insert_missing(semua, "langkah_kunci")]


def _follow(peserta: Peserta, actor) -> None:
    for kerja in _sesudah:
        kerja(peserta=peserta, actor=actor)


def list_turunan(peserta: Peserta) -> dict[str, set[str]]:
    """Keys of the steps of the learner's release that events complete, by the slice that says so."""
    return {asal: {str(k) for k in sumber(peserta)} for asal, sumber in _sumber.items()}


@transaction.atomic
def switch_rilis(*, peserta: Peserta, rilis: Rilis, actor=None) -> None:
    """Let a learner go on by another release of the course; the caller has locked them.

    What is done stays done: where the other release would not say so, the row says that it was carried
    over. What earlier events complete there is written down, and a certificate follows if that was all.
    """
    peserta.rilis = rilis
    peserta.save(update_fields=["rilis"])
    turunan = list_turunan(peserta)
    semua = set().union(*turunan.values())
    peserta.kemajuan.exclude(asal=BACA).exclude(langkah_kunci__in=semua).update(asal=DIBAWA)
    for asal, kunci in turunan.items():
        _add(peserta, asal, kunci, actor)
    _follow(peserta, actor)


@transaction.atomic
def rebuild_kemajuan(*, peserta: Peserta, ubah: bool = True) -> tuple[int, int]:
    """Progress as the events say: (missing, surplus) rows, put right unless `ubah` is False.

    Rows of who reads are events themselves and stay, and so does what was carried over. Nothing follows
    from it: no message, no certificate.
    """
    peserta = Peserta.objects.select_for_update(of=("self",), no_key=True).get(pk=peserta.pk)
    turunan = list_turunan(peserta)
    semua = set().union(*turunan.values())
    ada = list_selesai(peserta)
    lebih = peserta.kemajuan.exclude(asal__in=(BACA, DIBAWA)).exclude(langkah_kunci__in=semua)
    kurang = semua - ada
    hasil = (len(kurang), lebih.count())
    if ubah:
        lebih.delete()
        for asal, kunci in turunan.items():
            _create(peserta, asal, kunci & kurang)
    return hasil
