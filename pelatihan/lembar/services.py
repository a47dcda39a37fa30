"""Printing a quiz for a class, and handing in what was typed from its sheets."""

import secrets
from uuid import UUID, uuid4, uuid5

from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import run_once

from ..kelas.services import AngkatanTutup
from ..kursus.models import IsiRilis
from ..penilaian.models import Percobaan
from ..penilaian.services import (
    KuisTidakAda,
    finish_percobaan,
    give_jawaban,
    start_percobaan,
)
from ..penilaian.undian import BENIH_MAKS
from ..peserta.models import Angkatan, Peserta
from . import rules, selectors
from .models import Ketikan, Lembar, LembarPeserta


class TanpaPeserta(Exception):
    """Nobody in the class could get a sheet."""


class LembarSendiri(Exception):
    """Nobody types their own sheet."""


class SudahMasuk(Exception):
    """This sheet was handed in; what was typed stays as it is."""


class KetikanSalah(Exception):
    """Something typed is not understood, or nothing was typed; the argument is what was read."""


class KetikanBeda(Exception):
    """Two people typed different things; the argument holds the keys of the questions."""


class PerluOrangLain(Exception):
    """This sheet waits for a second person, who is not the first."""


class RilisLain(Exception):
    """The learner has moved to a release with other questions since the sheet was printed."""


def print_lembar(*, angkatan: Angkatan, kuis_kunci: UUID, actor, kunci: UUID) -> UUID:
    """Draw a quiz once for a class and give everybody a sheet, forms A and B by turns.

    The same `kunci` prints once. Gives the key of the print.
    Raises AngkatanTutup, KuisTidakAda, TanpaPeserta, KirimanBerbeda.
    """
    jawaban = run_once(
        pelaku=str(actor.uuid),
        operasi="print_lembar",
        kunci=kunci,
        isi={"angkatan": angkatan.uuid, "kuis": kuis_kunci},
        kerja=lambda: _print(angkatan, kuis_kunci, actor),
    )
    return UUID(jawaban["cetakan"])


def _print(angkatan: Angkatan, kuis_kunci: UUID, actor) -> dict:
    if angkatan.status != Angkatan.Status.AKTIF:
        raise AngkatanTutup(angkatan.pk)
    ikut = selectors.list_ikut(angkatan)
    rilis = selectors.get_rilis_cetak(ikut)
    if rilis is None:
        raise TanpaPeserta(angkatan)
    sidik = next((selectors.find_sidik(p, kuis_kunci) for p in ikut if p.rilis == rilis), "")
    if not sidik:
        raise KuisTidakAda(kuis_kunci)
    dapat = [p for p in ikut if selectors.find_sidik(p, kuis_kunci) == sidik]
    return {"cetakan": str(_create_cetakan(angkatan, rilis, kuis_kunci, sidik, dapat, actor))}


def _create_cetakan(angkatan, rilis, kuis_kunci, sidik, peserta: list[Peserta], actor) -> UUID:
    """Both forms draw the same questions: their seeds differ by BENIH_MAKS only."""
    cetakan, benih = uuid4(), secrets.randbelow(BENIH_MAKS)
    bentuk = [
        Lembar.objects.create(
            cetakan=cetakan,
            angkatan=angkatan,
            rilis=rilis,
            isi=IsiRilis.objects.only("pk").get(sidik=sidik),
            kuis_kunci=kuis_kunci,
            bentuk=satu,
            benih=benih + geser * BENIH_MAKS,
            oleh=actor,
        )
        for geser, satu in enumerate(Lembar.Bentuk.values)
    ]
    LembarPeserta.objects.bulk_create(
        LembarPeserta(lembar=bentuk[n % len(bentuk)], peserta=satu, nomor=n + 1)
        for n, satu in enumerate(peserta)
    )
    record_jejak(actor, "print_lembar", angkatan, sesudah={"cetakan": str(cetakan)})
    return cetakan


def save_ketikan(
    *,
    milik: LembarPeserta,
    teks: str,
    actor,
    kunci: UUID,
    titip: bool = False,
    yakin: bool = False,
) -> LembarPeserta:
    """Store what was typed from a sheet and hand it in as an attempt of the learner, with the sheet's seed.

    `titip` stores only, so that a second person types again before it counts; `yakin` says that this
    person has compared the differences with the paper. Both typings are kept. Same `kunci`, same answer.
    Locks the sheet, then the learner.
    Raises LembarSendiri, SudahMasuk, KetikanSalah, PerluOrangLain, KetikanBeda, RilisLain,
    KirimanBerbeda and what start_percobaan raises.
    """
    run_once(
        pelaku=str(actor.uuid),
        operasi="save_ketikan",
        kunci=kunci,
        isi={"milik": milik.uuid, "teks": teks, "titip": titip, "yakin": yakin},
        kerja=lambda: _save(milik, teks, actor, kunci, titip, yakin),
    )
    return LembarPeserta.objects.select_related("percobaan", "peserta__anggota").get(pk=milik.pk)


def _save(milik: LembarPeserta, teks: str, actor, kunci: UUID, titip: bool, yakin: bool) -> dict:
    milik = _lock_milik(milik)
    if milik.peserta.anggota.akun_id == actor.pk:
        raise LembarSendiri(milik)
    if milik.percobaan_id:
        raise SudahMasuk(milik)
    bacaan = selectors.read_ketikan(milik.lembar, teks)
    if not bacaan.is_bersih or not bacaan.jawaban:
        raise KetikanSalah(bacaan)
    _check_kedua(milik, bacaan, actor, titip, yakin)
    Ketikan.objects.create(milik=milik, teks=teks, jawaban=bacaan.jawaban, oleh=actor)
    if not titip:
        milik.percobaan = _hand_in(milik, bacaan.jawaban, kunci, actor)
        milik.save(update_fields=["percobaan"])
    record_jejak(actor, "save_ketikan", milik, sesudah={"dikumpulkan": not titip})
    return {"milik": str(milik.uuid)}


def _lock_milik(milik: LembarPeserta) -> LembarPeserta:
    semua = LembarPeserta.objects.select_for_update(of=("self",))
    return (
        semua.select_related("lembar__isi", "peserta__anggota", "peserta__rilis")
        .defer("lembar__isi__isi")
        .get(pk=milik.pk)
    )


def _check_kedua(milik: LembarPeserta, bacaan: rules.Bacaan, actor, titip: bool, yakin: bool):
    pertama = selectors.get_ketikan(milik)
    if pertama is None:
        return
    if pertama.oleh_id == actor.pk:
        if not titip:
            raise PerluOrangLain(milik)
        return
    beda = rules.list_beda(pertama.jawaban, bacaan.jawaban)
    if beda and not yakin:
        raise KetikanBeda(beda)


def _hand_in(milik: LembarPeserta, jawaban: dict[str, dict], kunci: UUID, actor) -> Percobaan:
    """The same three steps as on a screen."""
    lembar = milik.lembar
    if selectors.find_sidik(milik.peserta, lembar.kuis_kunci) != lembar.isi.sidik:
        raise RilisLain(milik)
    percobaan = start_percobaan(
        peserta=milik.peserta, kuis_kunci=lembar.kuis_kunci, actor=actor, benih=lembar.benih
    )
    for soal, isi in jawaban.items():
        give_jawaban(percobaan=percobaan, soal_kunci=UUID(soal), isi=isi, kunci=uuid5(kunci, soal))
    return finish_percobaan(percobaan=percobaan, actor=actor)
