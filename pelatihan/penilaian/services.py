"""Taking a quiz: begin, answer one by one, hand in."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.tulisan import format_persen
from cms.komunitas.selectors import get_penerima
from cms.notifikasi.services import queue_pesan

from ..kursus.alur import KUIS
from ..kursus.models import IsiRilis, Umpan
from ..kursus.selectors import find_kuis, get_isi, get_tes
from ..peserta.models import Peserta
from ..peserta.selectors import list_tes_buka
from ..peserta.services import check_terbuka, sync_langkah
from . import rules
from .capaian import list_jawaban, list_soal
from .koreksi import list_koreksi, mark_kini
from .models import Jawaban, NilaiUraian, Percobaan
from .undian import BENIH_MAKS


class KuisTidakAda(Exception):
    """The learner's release holds no such quiz."""


class TesTertutup(Exception):
    """The test is not open to this learner now, or was taken: a test is taken once."""


class SoalTidakAda(Exception):
    """The quiz holds no such question."""


class JawabanTidakSah(Exception):
    """The answer has not the shape of its kind, or names what is not offered."""


class SudahDikumpulkan(Exception):
    """The attempt was handed in; its answers stay as they are."""


class WaktuHabis(SudahDikumpulkan):
    """Time and grace are over; what was stored until then counts."""


class PercobaanHabis(Exception):
    """The learner has used all attempts that the quiz allows."""


class PercobaanTerbuka(Exception):
    """An attempt on a screen is still open, so none from paper can be handed in; the argument is it."""


class JawabanTetap(Exception):
    """This quiz shows feedback at once, so an answer once given is final."""


class BelumDikumpulkan(Exception):
    """The attempt is still open; there is nothing to mark yet."""


class NilaiSendiri(Exception):
    """Nobody marks their own essay."""


class PoinTidakSah(Exception):
    """Points miss a criterion of the rubric, or are more than it holds."""


@transaction.atomic
def start_percobaan(
    *, peserta: Peserta, kuis_kunci: UUID, actor=None, benih: int | None = None
) -> Percobaan:
    """Begin a quiz, or go on with the attempt that is still open.

    One whose time is over is closed first. `benih` is the seed of a printed sheet: such an attempt is
    from paper, and never goes on with another. Locks the learner.
    Raises KuisTidakAda, LangkahTerkunci, TesTertutup, PercobaanHabis, PercobaanTerbuka.
    """
    peserta = (
        Peserta.objects.select_for_update(of=("self",)).select_related("rilis").get(pk=peserta.pk)
    )
    kuis = find_kuis(peserta.rilis, kuis_kunci)
    if kuis is None:
        raise KuisTidakAda(kuis_kunci)
    semua = list(Percobaan.objects.filter(peserta=peserta, kuis_kunci=kuis_kunci))
    if terbuka := next((satu for satu in semua if satu.selesai_pada is None), None):
        if not terbuka.is_habis(waktu.sekarang()):
            if benih is not None:
                raise PercobaanTerbuka(terbuka)
            return terbuka
        finish_percobaan(percobaan=terbuka, actor=actor)
    check_terbuka(peserta=peserta, kunci=kuis["kunci"])
    return _create_percobaan(peserta, kuis, semua, actor, benih)


def _create_percobaan(peserta: Peserta, kuis: dict, semua, actor, benih: int | None) -> Percobaan:
    aturan = get_isi(kuis["sidik"])
    terakhir = max((satu.nomor for satu in semua), default=0)
    _check_tes(peserta, kuis["kunci"], terakhir)
    if (maks := aturan.get("percobaan_maks", 0)) and terakhir >= maks:
        raise PercobaanHabis(peserta)
    mulai = waktu.sekarang()
    menit = aturan.get("batas_menit")
    batas = mulai + timedelta(minutes=menit) if menit else None
    percobaan = Percobaan.objects.create(
        peserta=peserta,
        rilis=peserta.rilis,
        kuis_kunci=UUID(kuis["kunci"]),
        isi=IsiRilis.objects.only("pk").get(sidik=kuis["sidik"]),
        nomor=terakhir + 1,
        benih=secrets.randbelow(BENIH_MAKS) if benih is None else benih,
        asal=Percobaan.Asal.LAYAR if benih is None else Percobaan.Asal.KERTAS,
        mulai_pada=mulai,
        batas_pada=batas,
        tutup_pada=batas and batas + timedelta(seconds=aturan.get("toleransi_detik", 0)),
    )
    record_jejak(actor, "start_percobaan", percobaan, sesudah={"nomor": percobaan.nomor})
    return percobaan


def _check_tes(peserta: Peserta, kunci: str, terakhir: int) -> None:
    tes = {satu["kunci"] for satu in get_tes(peserta.rilis).values()}
    if kunci in tes and (terakhir or kunci not in list_tes_buka(peserta)):
        raise TesTertutup(kunci)


@transaction.atomic
def give_jawaban(*, percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID) -> Jawaban:
    """Store one answer as given and mark it. The same submission twice, or the same answer again, is one row.

    A page shown again by the back button carries an old `kunci` with a new answer: that is a new row.
    Answers are their own trail, so no Jejak is written. Locks the attempt.
    Raises SudahDikumpulkan, WaktuHabis, SoalTidakAda, JawabanTidakSah, JawabanTetap.
    """
    return give_jawaban_terkunci(
        percobaan=lock_percobaan(percobaan), soal_kunci=soal_kunci, isi=isi, kunci=kunci
    )


def give_jawaban_terkunci(
    *, percobaan: Percobaan, soal_kunci: UUID, isi: dict, kunci: UUID
) -> Jawaban:
    """The same for an attempt that this transaction has locked, with its answers where it read them."""
    if percobaan.selesai_pada:
        raise SudahDikumpulkan(percobaan)
    if percobaan.is_habis(waktu.sekarang()):
        raise WaktuHabis(percobaan)
    soal = _find_soal(percobaan, soal_kunci)
    _check_isi(soal, isi)
    lama = [j for j in list_jawaban(percobaan) if j.soal_kunci == soal_kunci]
    sama = next((j for j in lama if j.kunci == kunci), None)
    if sama and sama.isi == isi:
        return sama
    terakhir = lama[-1] if lama else None
    if terakhir and terakhir.isi == isi:
        return terakhir
    if terakhir and get_isi(percobaan.isi.sidik).get("umpan") == Umpan.LANGSUNG:
        raise JawabanTetap(soal_kunci)
    return Jawaban.objects.create(
        percobaan=percobaan,
        soal_kunci=soal_kunci,
        kunci=uuid4() if sama else kunci,
        isi=isi,
        nilai_bp=rules.mark_jawaban(soal["jenis"], soal["isi"], isi),
    )


@transaction.atomic
def finish_percobaan(*, percobaan: Percobaan, actor=None) -> Percobaan:
    """Hand in: what was not answered counts nothing. Twice is once. Locks the attempt.

    After its time an attempt counts as handed in when it closed, whoever finds it.
    """
    percobaan = lock_percobaan(percobaan)
    if percobaan.selesai_pada:
        return percobaan
    saat = waktu.sekarang()
    percobaan.selesai_pada = percobaan.tutup_pada if percobaan.is_habis(saat) else saat
    _settle(percobaan, actor)
    record_jejak(actor, "finish_percobaan", percobaan, sesudah={"lulus": percobaan.lulus})
    return percobaan


def _settle(percobaan: Percobaan, actor) -> None:
    """The mark of an attempt handed in, or none while an essay in it waits for a person."""
    kuis = get_isi(percobaan.isi.sidik)
    percobaan.nilai_bp = mark_kini(percobaan, list_koreksi(percobaan.rilis.kursus_kunci))
    if percobaan.nilai_bp is not None:
        percobaan.lulus = percobaan.nilai_bp >= kuis["lulus_bp"] or percobaan.lulus_dijaga
        _queue_hasil(percobaan, kuis["judul"])
    percobaan.save(update_fields=["nilai_bp", "lulus", "selesai_pada"])
    if percobaan.nilai_bp is not None:
        sync_langkah(peserta=percobaan.peserta, asal=KUIS, actor=actor)


def lock_percobaan(percobaan: Percobaan) -> Percobaan:
    """The attempt, locked; its content's digest comes along."""
    kunci = Percobaan.objects.select_for_update(of=("self",))
    isi = kunci.select_related("isi", "rilis", "peserta__anggota__akun", "peserta__rilis").defer(
        "isi__isi", "rilis__susunan"
    )
    return isi.get(pk=percobaan.pk)


def _find_soal(percobaan: Percobaan, soal_kunci: UUID) -> dict:
    for soal in list_soal(percobaan):
        if soal["kunci"] == str(soal_kunci):
            return soal
    raise SoalTidakAda(soal_kunci)


def _check_isi(soal: dict, isi: dict) -> None:
    if not rules.is_sah(soal["jenis"], soal["isi"], isi):
        raise JawabanTidakSah(soal["kunci"])


def _count_nilai(percobaan: Percobaan) -> list[str]:
    """So that marks given again by a person are told again, and nothing else is."""
    if not rules.has_uraian(list_soal(percobaan)):
        return []
    banyak = NilaiUraian.objects.filter(jawaban__percobaan=percobaan).count()
    return [str(banyak)] if banyak else []


def _queue_hasil(percobaan: Percobaan, judul: str) -> None:
    kalimat = (
        _("Your mark is %(nilai)s. You have passed.")
        if percobaan.lulus
        else _("Your mark is %(nilai)s. Read the feedback and try again whenever you like.")
    )
    queue_pesan(
        "hasil_kuis",
        kunci=":".join(["hasil", str(percobaan.uuid), *_count_nilai(percobaan)]),
        penerima=[get_penerima(percobaan.peserta.anggota)],
        judul=_("Result of the quiz: %(judul)s") % {"judul": judul},
        isi=kalimat % {"nilai": format_persen(percobaan.nilai_bp or 0)},
        tautan=reverse("pelatihan:show_hasil", args=[percobaan.uuid]),
        layar_kunci=_("The result of your quiz is there."),
    )


@transaction.atomic
def mark_uraian(
    *, percobaan: Percobaan, nilai: Mapping[UUID, tuple[Mapping[str, int], str]], actor
) -> Percobaan:
    """Write a person's marks for essays: by question, points by criterion and a remark.

    The same marks again add nothing; other ones add a row, and the last row counts. Once every essay is
    marked, the attempt gets its mark. Locks the attempt.
    Raises BelumDikumpulkan, NilaiSendiri, SoalTidakAda, PoinTidakSah.
    """
    percobaan = lock_percobaan(percobaan)
    if percobaan.selesai_pada is None:
        raise BelumDikumpulkan(percobaan)
    if percobaan.peserta.anggota.akun_id == actor.pk:
        raise NilaiSendiri(percobaan)
    baru = [
        _store_nilai(percobaan, kunci, dict(poin), catatan, actor)
        for kunci, (poin, catatan) in nilai.items()
    ]
    if any(baru):
        _settle(percobaan, actor)
        sesudah = {"nilai_bp": percobaan.nilai_bp, "lulus": percobaan.lulus}
        record_jejak(actor, "mark_uraian", percobaan, sesudah=sesudah)
    return percobaan


def _store_nilai(
    percobaan: Percobaan, kunci: UUID, poin: dict[str, int], catatan: str, actor
) -> bool:
    """Add one marking; False when nothing would change."""
    soal = _find_soal(percobaan, kunci)
    jawaban = percobaan.jawaban.filter(soal_kunci=kunci).order_by("id").last()
    if soal["jenis"] != rules.DINILAI_ORANG or jawaban is None:
        raise SoalTidakAda(kunci)
    if not rules.is_poin_sah(soal["isi"], poin):
        raise PoinTidakSah(kunci)
    lama = jawaban.nilai_uraian.order_by("id").last()
    if lama and (lama.poin, lama.catatan) == (poin, catatan):
        return False
    NilaiUraian.objects.create(
        jawaban=jawaban,
        poin=poin,
        nilai_bp=rules.mark_rubrik(soal["isi"], poin),
        catatan=catatan,
        penilai=actor,
    )
    return True
