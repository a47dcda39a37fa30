"""Changes to questions and quizzes, and the release that freezes a course."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from cms.core import waktu
from cms.core.jejak.services import record_jejak
from cms.core.pagecache import raise_generation

from . import alur, rules
from .models import (
    IsiRilis,
    Jalur,
    JalurLangkah,
    Jenis,
    Kuis,
    KuisSoal,
    KuisUndian,
    Rilis,
    Soal,
    Status,
    Tugas,
)
from .tugas import freeze_tugas


class SoalBelumLengkap(Exception):
    """The question cannot be published; the arguments are the codes of rules.find_faults."""


class KuisKosong(Exception):
    """A quiz without a published question cannot be published."""


class UndianKurang(Exception):
    """The bank holds too few published questions; the argument is the draw (topic, difficulty, n)."""


# (topic, difficulty or None, how many)
Undian = tuple[str, int | None, int]


@dataclass(frozen=True)
class BahanPelajaran:
    """A live lesson on its way into a release; `isi` is plain StreamField data."""

    kunci: UUID
    judul: str
    menit: int
    isi: list
    cara: str = alur.BACA
    kuis: Kuis | None = None
    syarat: Sequence[UUID] = ()
    tugas: Tugas | None = None


@dataclass(frozen=True)
class BahanBagian:
    """A live module on its way into a release."""

    kunci: UUID
    judul: str
    pelajaran: Sequence[BahanPelajaran]
    kuis: Kuis | None = None


@transaction.atomic
def save_soal(*, soal: Soal, actor=None) -> Soal:
    """Write a question. A published one must be complete. Raises SoalBelumLengkap."""
    if soal.status == Status.TERBIT and (faults := rules.find_faults(soal.jenis, soal.isi)):
        raise SoalBelumLengkap(*faults)
    soal.diubah_pada = waktu.sekarang()
    soal.full_clean()
    soal.save()
    record_jejak(actor, "save_soal", soal, sesudah={"status": soal.status})
    return soal


@transaction.atomic
def save_kuis(
    *,
    kuis: Kuis,
    butir: Sequence[tuple[Soal, int]],
    undian: Sequence[Undian] | None = None,
    actor=None,
) -> Kuis:
    """Write a quiz with its (question, weight) pairs in order and its draws (None: as they are).

    Raises KuisKosong, UndianKurang.
    """
    if undian is None:
        undian = list_undian(kuis)
    if kuis.status == Status.TERBIT:
        _check_terbit(kuis, butir, undian)
    kuis.diubah_pada = waktu.sekarang()
    kuis.full_clean()
    kuis.save()
    KuisSoal.objects.filter(kuis=kuis).delete()
    KuisSoal.objects.bulk_create(
        KuisSoal(kuis=kuis, soal=soal, urutan=urutan, bobot=bobot)
        for urutan, (soal, bobot) in enumerate(butir, start=1)
    )
    KuisUndian.objects.filter(kuis=kuis).delete()
    KuisUndian.objects.bulk_create(
        KuisUndian(kuis=kuis, topik=t, kesukaran=k, banyak=n) for t, k, n in undian
    )
    record_jejak(actor, "save_kuis", kuis, sesudah={"status": kuis.status, "soal": len(butir)})
    return kuis


def list_undian(kuis: Kuis) -> list[Undian]:
    """The draws of a quiz as plain values."""
    if kuis.pk is None:
        return []
    semua = KuisUndian.objects.filter(kuis=kuis)
    return list(semua.values_list("topik", "kesukaran", "banyak"))


def _check_terbit(kuis: Kuis, butir: Sequence[tuple[Soal, int]], undian: Sequence[Undian]) -> None:
    tetap = {s.pk for s, _b in butir if s.status == Status.TERBIT}
    if not tetap and not undian:
        raise KuisKosong(kuis)
    bank = [_freeze_soal(s, 1, bank=True) for s in _list_bank(undian).exclude(pk__in=tetap)]
    if kurang := rules.find_undian_kurang(_freeze_undian(undian), bank):
        raise UndianKurang(kurang)


def _list_bank(undian: Sequence[Undian]):
    """Published questions that a draw may take."""
    topik = {t for t, _k, _n in undian}
    bank = Soal.objects.filter(status=Status.TERBIT, topik__in=topik)
    return bank.exclude(jenis=Jenis.KETERANGAN).order_by("kunci")


@transaction.atomic
def save_jalur(*, jalur: Jalur, halaman: Sequence[Page], actor=None) -> Jalur:
    """Write a learning path with its courses and modules in order; one named twice stands once."""
    jalur.full_clean()
    jalur.save()
    JalurLangkah.objects.filter(jalur=jalur).delete()
    JalurLangkah.objects.bulk_create(
        JalurLangkah(jalur=jalur, halaman=satu, urutan=urutan)
        for urutan, satu in enumerate(dict.fromkeys(halaman), start=1)
    )
    record_jejak(actor, "save_jalur", jalur, sesudah={"langkah": len(halaman)})
    raise_generation()
    return jalur


@dataclass(frozen=True)
class BahanAturan:
    """What counts for a whole course; `tes` holds the quizzes before, after and three months later."""

    topik: str = ""
    berurutan: bool = False
    hadir_bp: int | None = None
    syarat_kursus: Sequence[UUID] = ()
    tes: Mapping[str, Kuis] = field(default_factory=dict)
    wajib_tes_akhir: bool = False


@transaction.atomic
def release_kursus(
    *,
    kursus_kunci: UUID,
    judul: str,
    jpl: int,
    bagian: Sequence[BahanBagian],
    aturan: BahanAturan | None = None,
    actor=None,
) -> Rilis:
    """Freeze a course as it stands. When nothing changed, the release already there is returned."""
    susunan = build_susunan(bagian, simpan=_store_isi)
    beku = build_aturan(aturan or BahanAturan(), simpan=_store_isi)
    sidik = rules.hash_isi({"judul": judul, "jpl": jpl, "susunan": susunan, "aturan": beku})
    lama = Rilis.objects.select_for_update().filter(kursus_kunci=kursus_kunci).first()
    if lama and lama.sidik == sidik:
        return lama
    rilis = Rilis.objects.create(
        kursus_kunci=kursus_kunci,
        nomor=lama.nomor + 1 if lama else 1,
        judul=judul,
        jpl=jpl,
        susunan=susunan,
        aturan=beku,
        sidik=sidik,
        dibuat_oleh=actor,
    )
    record_jejak(actor, "release_kursus", rilis, sesudah={"nomor": rilis.nomor})
    return rilis


Simpan = Callable[[dict], str]


def build_susunan(bagian: Sequence[BahanBagian], *, simpan: Simpan) -> list[dict]:
    """The list of a release; `simpan` takes the content of a lesson or quiz and gives its digest."""
    return [_freeze_bagian(satu, simpan) for satu in bagian]


def build_aturan(aturan: BahanAturan, *, simpan: Simpan) -> dict:
    """What a release fixes for the whole course."""
    tes = {kapan: _freeze_kuis(kuis, simpan) for kapan, kuis in aturan.tes.items()}
    return {
        "topik": aturan.topik,
        "berurutan": aturan.berurutan,
        "hadir_bp": aturan.hadir_bp,
        "syarat_kursus": [str(k) for k in aturan.syarat_kursus],
        "tes": {kapan: beku for kapan, beku in tes.items() if beku},
        "wajib_tes_akhir": aturan.wajib_tes_akhir,
    }


def _freeze_bagian(bagian: BahanBagian, simpan: Simpan) -> dict:
    return {
        "kunci": str(bagian.kunci),
        "judul": bagian.judul,
        "pelajaran": [_freeze_pelajaran(satu, simpan) for satu in bagian.pelajaran],
        "kuis": _freeze_kuis(bagian.kuis, simpan) if bagian.kuis else None,
    }


def _freeze_pelajaran(pelajaran: BahanPelajaran, simpan: Simpan) -> dict:
    isi = {"judul": pelajaran.judul, "isi": rules.drop_id(pelajaran.isi)}
    return {
        "kunci": str(pelajaran.kunci),
        "judul": pelajaran.judul,
        "menit": pelajaran.menit,
        "sidik": simpan(isi),
        "cara": pelajaran.cara,
        "kuis": _freeze_kuis(pelajaran.kuis, simpan) if pelajaran.kuis else None,
        "syarat": [str(k) for k in pelajaran.syarat],
        **freeze_tugas(pelajaran.tugas, simpan),
    }


def _freeze_kuis(kuis: Kuis, simpan: Simpan) -> dict | None:
    """The quiz with its published questions and its pool, or None while it is no published quiz."""
    isi = build_isi_kuis(kuis) if kuis.status == Status.TERBIT else None
    if isi is None:
        return None
    return {
        "kunci": str(kuis.kunci),
        "judul": kuis.judul,
        "lulus_bp": kuis.lulus_bp,
        "cara_nilai": kuis.cara_nilai,
        "banyak_soal": rules.count_soal(isi),
        "sidik": simpan(isi),
    }


def build_isi_kuis(kuis: Kuis) -> dict | None:
    """A quiz as a release would hold it now; None without a question."""
    butir = KuisSoal.objects.filter(kuis=kuis, soal__status=Status.TERBIT).select_related("soal")
    soal = [_freeze_soal(b.soal, b.bobot) for b in butir]
    undian = list_undian(kuis)
    tetap = [b.soal_id for b in butir]
    bank = [_freeze_soal(s, 1, bank=True) for s in _list_bank(undian).exclude(pk__in=tetap)]
    if not soal and not bank:
        return None
    return {
        "judul": kuis.judul,
        "pengantar": kuis.pengantar,
        "lulus_bp": kuis.lulus_bp,
        "acak_pilihan": kuis.acak_pilihan,
        "acak_soal": kuis.acak_soal,
        "batas_menit": kuis.batas_menit,
        "toleransi_detik": kuis.toleransi_detik,
        "percobaan_maks": kuis.percobaan_maks,
        "cara_nilai": kuis.cara_nilai,
        "umpan": kuis.umpan,
        "umpan_tanggal": str(kuis.umpan_tanggal) if kuis.umpan_tanggal else None,
        "soal": soal,
        "undian": _freeze_undian(undian),
        "bank": rules.keep_bank(_freeze_undian(undian), bank),
    }


def _freeze_undian(undian: Sequence[Undian]) -> list[dict]:
    return [{"topik": t, "kesukaran": k, "banyak": n} for t, k, n in undian]


def _freeze_soal(soal: Soal, bobot: int, *, bank: bool = False) -> dict:
    isi = {"kunci": str(soal.kunci), "jenis": soal.jenis, "bobot": bobot, "isi": soal.isi}
    isi["topik"] = soal.topik
    return isi | {"kesukaran": soal.kesukaran} if bank else isi


def _store_isi(isi: dict) -> str:
    sidik = rules.hash_isi(isi)
    IsiRilis.objects.get_or_create(sidik=sidik, defaults={"isi": isi})
    return sidik
