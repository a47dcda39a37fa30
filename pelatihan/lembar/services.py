"""Printing a quiz for a class, and handing in what was typed from its sheets."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from cms.core.jejak.services import record_jejak
from cms.core.kiriman.services import run_once
from cms.core.waktu import sekarang

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


def print_or_reuse(*, angkatan: Angkatan, kuis_kunci: UUID, actor, kunci: UUID) -> UUID:
    """The newest print of a quiz if it still fits everybody and nobody has used it; else a new one."""
    lama = selectors.find_cetakan_utuh(angkatan, kuis_kunci)
    return lama or print_lembar(angkatan=angkatan, kuis_kunci=kuis_kunci, actor=actor, kunci=kunci)


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


@dataclass(frozen=True)
class Setoran:
    """What one person brings in of one sheet; `saat` is when it was written down, if not now."""

    teks: str
    kunci: UUID
    titip: bool = False
    yakin: bool = False
    jawaban: dict[str, dict] | None = None
    saat: datetime | None = None

    def read(self, lembar: Lembar) -> rules.Bacaan:
        if self.jawaban is None:
            return selectors.read_ketikan(lembar, self.teks)
        return selectors.read_jawaban(lembar, self.jawaban)

    @property
    def cara(self) -> str:
        return Ketikan.Cara.KETIK if self.jawaban is None else Ketikan.Cara.TANGAN


def save_ketikan(
    *,
    milik: LembarPeserta,
    teks: str,
    actor,
    kunci: UUID,
    titip: bool = False,
    yakin: bool = False,
    saat: datetime | None = None,
) -> LembarPeserta:
    """Store what was typed from a sheet and hand it in as an attempt of the learner, with the sheet's seed.

    `titip` stores only, so that a second person types again before it counts; `yakin` says that this
    person has compared the differences with the paper. Both typings are kept. Same `kunci`, same answer.
    Locks the sheet, then the learner.
    Raises LembarSendiri, SudahMasuk, KetikanSalah, PerluOrangLain, KetikanBeda, RilisLain,
    KirimanBerbeda and what start_percobaan raises.
    """
    return _save_once(milik, Setoran(teks, kunci, titip, yakin, saat=saat), actor)


def save_isian(
    *,
    milik: LembarPeserta,
    jawaban: dict[str, dict],
    actor,
    kunci: UUID,
    yakin: bool = False,
    saat: datetime | None = None,
) -> LembarPeserta:
    """The same for a sheet that the learner answered on the screen of `actor`, who stood by.

    `jawaban` holds answers by key of their question, as a phone sends them.
    """
    return _save_once(milik, Setoran("", kunci, False, yakin, jawaban, saat), actor)


def _save_once(milik: LembarPeserta, setoran: Setoran, actor) -> LembarPeserta:
    isi = {"milik": milik.uuid, "teks": setoran.teks}
    isi |= {"titip": setoran.titip, "yakin": setoran.yakin}
    if setoran.jawaban is not None:
        isi["jawaban"] = setoran.jawaban
    run_once(
        pelaku=str(actor.uuid),
        operasi="save_ketikan",
        kunci=setoran.kunci,
        isi=isi,
        kerja=lambda: _save(milik, setoran, actor),
    )
    return LembarPeserta.objects.select_related("percobaan", "peserta__anggota").get(pk=milik.pk)


def _save(milik: LembarPeserta, setoran: Setoran, actor) -> dict:
    milik = _lock_milik(milik)
    if milik.peserta.anggota.akun_id == actor.pk:
        raise LembarSendiri(milik)
    if milik.percobaan_id:
        raise SudahMasuk(milik)
    bacaan = setoran.read(milik.lembar)
    if not bacaan.is_bersih or not bacaan.jawaban:
        raise KetikanSalah(bacaan)
    _check_kedua(milik, bacaan, actor, setoran.titip, setoran.yakin)
    _store(milik, setoran, bacaan, actor)
    if not setoran.titip:
        milik.percobaan = _hand_in(milik, bacaan.jawaban, setoran, actor)
        milik.save(update_fields=["percobaan"])
    record_jejak(actor, "save_ketikan", milik, sesudah={"dikumpulkan": not setoran.titip})
    return {"milik": str(milik.uuid)}


def _store(milik: LembarPeserta, setoran: Setoran, bacaan: rules.Bacaan, actor) -> None:
    Ketikan.objects.create(
        milik=milik,
        teks=setoran.teks or rules.write_bacaan(bacaan),
        jawaban=bacaan.jawaban,
        cara=setoran.cara,
        saat=setoran.saat or sekarang(),
        oleh=actor,
    )


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


def _hand_in(milik: LembarPeserta, jawaban: dict[str, dict], setoran: Setoran, actor) -> Percobaan:
    """The same three steps as on a screen."""
    lembar = milik.lembar
    if selectors.find_sidik(milik.peserta, lembar.kuis_kunci) != lembar.isi.sidik:
        raise RilisLain(milik)
    asal = Percobaan.Asal.TANGAN if setoran.cara == Ketikan.Cara.TANGAN else Percobaan.Asal.KERTAS
    percobaan = start_percobaan(
        peserta=milik.peserta,
        kuis_kunci=lembar.kuis_kunci,
        actor=actor,
        benih=lembar.benih,
        asal=asal,
    )
    for soal, isi in jawaban.items():
        kunci = uuid5(setoran.kunci, soal)
        give_jawaban(percobaan=percobaan, soal_kunci=UUID(soal), isi=isi, kunci=kunci)
    return finish_percobaan(percobaan=percobaan, actor=actor)
