"""Figures of released questions, from everybody's first attempt at each quiz that was handed in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from ..kursus.selectors import get_isi
from . import butir, rules
from .capaian import list_soal
from .models import Jawaban, NilaiUraian, Percobaan
from .versi import list_koreksi


@dataclass(frozen=True)
class PilihanAngka:
    """How many of a hundred chose an answer; `benar` by the released key."""

    teks: str
    bagian_bp: int
    benar: bool


@dataclass(frozen=True)
class AngkaSoal:
    """One version of a question. Figures are None where fewer than ten people met it.

    `banyak` met it, `terjawab` gave an answer; `kesukaran_bp` is the mean mark, `beda` the corrected
    item-total correlation in ten-thousandths.
    """

    kunci: UUID
    soal: str
    jenis: str
    kuis: str
    banyak: int
    terjawab: int
    kesukaran_bp: int | None = None
    beda: int | None = None
    pilihan: tuple[PilihanAngka, ...] = ()
    tanda: tuple[str, ...] = ()

    @property
    def cukup(self) -> bool:
        return self.banyak >= butir.TERKECIL


@dataclass(frozen=True)
class _Temu:
    """One person meeting one question: its mark, the mark of the rest, and the answer."""

    nilai: int
    lain: int
    isi: dict


def list_angka(
    kursus_kunci: UUID, *, kuis_kunci: UUID | None = None, soal_kunci: UUID | None = None
) -> list[AngkaSoal]:
    """Questions of a course by quiz and wording, those to look at first.

    Five queries and one for each released quiz not in memory, however many attempts there are.
    """
    koreksi = list_koreksi(kursus_kunci)
    temu: dict[tuple[str, str], list[_Temu]] = defaultdict(list)
    soal: dict[tuple[str, str], tuple[dict, str]] = {}
    for percobaan in _list_pertama(kursus_kunci, kuis_kunci):
        judul = get_isi(percobaan.isi.sidik)["judul"]
        for satu, satu_temu in _list_temu(percobaan, koreksi):
            if soal_kunci is None or satu["kunci"] == str(soal_kunci):
                versi = (satu["kunci"], rules.hash_soal(satu))
                soal.setdefault(versi, (satu, judul))
                temu[versi].append(satu_temu)
    hasil = [_sum(*soal[versi], semua) for versi, semua in temu.items()]
    return sorted(hasil, key=lambda a: (not a.tanda, a.kuis, a.soal))


def _list_pertama(kursus_kunci: UUID, kuis_kunci: UUID | None) -> list[Percobaan]:
    """The first marked attempt of each person at each quiz."""
    semua = Percobaan.objects.filter(
        rilis__kursus_kunci=kursus_kunci, selesai_pada__isnull=False, nilai_bp__isnull=False
    )
    if kuis_kunci:
        semua = semua.filter(kuis_kunci=kuis_kunci)
    nilai = Prefetch("nilai_uraian", NilaiUraian.objects.order_by("id"))
    jawaban = Prefetch("jawaban", Jawaban.objects.order_by("id").prefetch_related(nilai))
    urut = semua.select_related("isi", "peserta").defer("isi__isi").prefetch_related(jawaban)
    pertama: dict[tuple, Percobaan] = {}
    for satu in urut.order_by("mulai_pada", "pk"):
        pertama.setdefault((satu.peserta.anggota_id, satu.kuis_kunci), satu)
    return list(pertama.values())


def _list_temu(percobaan: Percobaan, koreksi: dict) -> Iterator[tuple[dict, _Temu]]:
    jawaban = {str(j.soal_kunci): j for j in percobaan.jawaban.all()}
    semua = [
        (s, *_mark(s, jawaban.get(s["kunci"]), koreksi))
        for s in list_soal(percobaan)
        if s["jenis"] != rules.TANPA_NILAI
    ]
    bobot = sum(b for _s, b, _n in semua)
    jumlah = sum(b * n for _s, b, n in semua)
    for satu, b, n in semua:
        sisa = bobot - b
        if b and sisa:
            diberi = jawaban.get(satu["kunci"])
            yield satu, _Temu(n, (jumlah - b * n) // sisa, diberi.isi if diberi else {})


def _mark(soal: dict, jawaban: Jawaban | None, koreksi: dict) -> tuple[int, int]:
    """(weight, mark) of a question, with what was corrected."""
    nilai = 0
    if jawaban is not None and rules.is_terjawab(jawaban.isi):
        dinilai = list(jawaban.nilai_uraian.all())
        nilai = dinilai[-1].nilai_bp if dinilai else jawaban.nilai_bp
    if ubah := koreksi.get((soal["kunci"], rules.hash_soal(soal))):
        bobot, baru = rules.apply_koreksi(soal, ubah, nilai, jawaban.isi if jawaban else None)
        return bobot, baru or 0
    return soal["bobot"], nilai


def _sum(soal: dict, kuis: str, temu: list[_Temu]) -> AngkaSoal:
    terjawab = sum(rules.is_terjawab(t.isi) for t in temu)
    dasar = {
        "kunci": UUID(soal["kunci"]),
        "soal": soal["isi"]["soal"],
        "jenis": soal["jenis"],
        "kuis": kuis,
        "banyak": len(temu),
        "terjawab": terjawab,
    }
    if len(temu) < butir.TERKECIL:
        return AngkaSoal(**dasar)
    sukar = butir.count_kesukaran_bp([t.nilai for t in temu]) or 0
    beda = butir.count_daya_beda([(t.nilai, t.lain) for t in temu])
    return AngkaSoal(
        **dasar,
        kesukaran_bp=sukar,
        beda=beda,
        pilihan=_list_pilihan(soal, temu, terjawab),
        tanda=tuple(butir.list_tanda(sukar, beda)),
    )


def _list_pilihan(soal: dict, temu: list[_Temu], terjawab: int) -> tuple[PilihanAngka, ...]:
    """Shares among those who answered; what nobody chooses is no distractor."""
    dipilih: dict[str, int] = defaultdict(int)
    for satu in temu:
        for pilihan in set(satu.isi.get("pilihan", ())):
            dipilih[pilihan] += 1
    return tuple(
        PilihanAngka(p["teks"], butir.count_bagian_bp(dipilih[p["id"]], terjawab), p["bobot"] > 0)
        for p in soal["isi"].get("pilihan", ())
    )
