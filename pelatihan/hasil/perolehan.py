"""What was learnt between the tests before, after and three months later: by person, by aim, in all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext

from ..kursus import alur
from ..kursus.models import Rilis, Soal
from ..kursus.selectors import get_rilis_terbaru, get_tes
from ..penilaian.capaian import list_soal
from ..penilaian.koreksi import list_koreksi
from ..penilaian.models import Jawaban, NilaiUraian, Percobaan
from ..penilaian.rules import DINILAI_ORANG, TANPA_NILAI, apply_koreksi, hash_soal, is_terjawab
from . import rules
from .selectors import get_rilis

KAPAN = (alur.AWAL, alur.AKHIR, alur.LANJUTAN)


@dataclass(frozen=True)
class Orang:
    """One person's marks in the tests they took, their gain, and the aims they reach now only."""

    nama: str
    awal: int | None
    akhir: int | None
    lanjutan: int | None
    perolehan_bp: int | None
    baru_bisa: tuple[str, ...] = ()


@dataclass(frozen=True)
class Jumlah:
    """The means of all who took both tests, and the gain between the means."""

    banyak: int
    awal: int
    akhir: int
    perolehan_bp: int | None


@dataclass(frozen=True)
class Tujuan:
    """One aim: the means before and after, and who reaches it now and did not before."""

    nama: str
    jumlah: Jumlah
    baru_bisa: tuple[str, ...]

    @property
    def sebutan(self) -> str:
        """The aim as people read it."""
        modul, kata = rules.split_tujuan(self.nama)
        return gettext("Module %(n)s: %(tujuan)s") % {"n": modul, "tujuan": kata} if modul else kata


@dataclass(frozen=True)
class Perolehan:
    orang: list[Orang] = field(default_factory=list)
    tujuan: list[Tujuan] = field(default_factory=list)
    jumlah: Jumlah | None = None
    bertes: bool = False


def sum_pasangan(pasangan: Sequence[tuple[int, int]]) -> Jumlah | None:
    """Means and gain of (before, after) marks; None of nobody."""
    awal = rules.count_rata([a for a, _b in pasangan])
    akhir = rules.count_rata([b for _a, b in pasangan])
    if awal is None or akhir is None:
        return None
    return Jumlah(len(pasangan), awal, akhir, rules.count_perolehan_bp(awal, akhir))


def get_perolehan(peserta: QuerySet, kursus_kunci: UUID) -> Perolehan:
    """Of these learners of a course; as many queries for many as for few."""
    rilis = list(get_rilis(peserta).values()) or _list_terbaru(kursus_kunci)
    kapan = _map_tes(rilis)
    if not kapan:
        return Perolehan()
    coba = _list_percobaan(peserta, kapan)
    tujuan = _mark_tujuan(
        [c for c in coba if kapan[str(c.kuis_kunci)] != alur.LANJUTAN], list_koreksi(kursus_kunci)
    )
    per = defaultdict(dict)
    for satu in coba:
        per[satu.peserta_id][kapan[str(satu.kuis_kunci)]] = satu
    batas = _get_batas(rilis)
    bisa = {pk: _list_bisa(satu, tujuan, batas) for pk, satu in per.items()}
    nama = dict(peserta.order_by().values_list("pk", "anggota__nama"))
    orang = [_build_orang(nama[pk], satu, bisa[pk]) for pk, satu in per.items()]
    return Perolehan(
        orang=sorted(orang, key=lambda o: o.nama.casefold()),
        tujuan=_sum_tujuan(per, tujuan, bisa, nama),
        jumlah=sum_pasangan(
            [(o.awal, o.akhir) for o in orang if o.awal is not None and o.akhir is not None]
        ),
        bertes=True,
    )


def _list_terbaru(kursus_kunci: UUID) -> list[Rilis]:
    terbaru = get_rilis_terbaru(kursus_kunci)
    return [terbaru] if terbaru else []


def _map_tes(rilis: Iterable[Rilis]) -> dict[str, str]:
    """Which test a quiz is."""
    return {tes["kunci"]: kapan for r in rilis for kapan, tes in get_tes(r).items()}


def _get_batas(rilis: Iterable[Rilis]) -> int:
    """From which mark on one can do what an aim asks: the pass mark of the newest test afterwards."""
    semua = (get_tes(r).get(alur.AKHIR) for r in rilis)
    return next((tes["lulus_bp"] for tes in semua if tes), rules.PENUH)


def _list_percobaan(peserta: QuerySet, kapan: Mapping[str, str]) -> list[Percobaan]:
    """The marked tests; each is taken once."""
    semua = Percobaan.objects.filter(peserta__in=peserta.order_by().values("pk"))
    semua = semua.filter(kuis_kunci__in=list(kapan), nilai_bp__isnull=False)
    return list(semua.select_related("isi").defer("isi__isi").order_by("pk"))


def _build_orang(nama: str, tes: Mapping[str, Percobaan], bisa: Sequence[str]) -> Orang:
    awal, akhir, lanjutan = (tes[k].nilai_bp if k in tes else None for k in KAPAN)
    perolehan = None
    if awal is not None and akhir is not None:
        perolehan = rules.count_perolehan_bp(awal, akhir)
    return Orang(nama, awal, akhir, lanjutan, perolehan, tuple(bisa))


# -- by aim -------------------------------------------------------------------------------------------
def _mark_tujuan(coba: Sequence[Percobaan], koreksi: Mapping) -> dict[int, dict[str, int]]:
    """The mark of every aim in each attempt, corrections included: three queries.

    An aim is what parallel questions share (`setara`), else their topic.
    """
    pk = [c.pk for c in coba]
    jawaban = {
        (j.percobaan_id, str(j.soal_kunci)): j
        for j in Jawaban.objects.filter(percobaan__in=pk).order_by("id")
    }
    dinilai = NilaiUraian.objects.filter(jawaban__percobaan__in=pk).order_by("id")
    uraian = dict(dinilai.values_list("jawaban", "nilai_bp"))
    soal = {c.pk: [s for s in list_soal(c) if s["jenis"] != TANPA_NILAI] for c in coba}
    topik = _list_topik({s["kunci"] for semua in soal.values() for s in semua})
    hasil = {}
    for satu, semua in soal.items():
        butir = defaultdict(list)
        for s in semua:
            if nama := s.get("setara") or s.get("topik") or topik.get(s["kunci"]):
                diberi = jawaban.get((satu, s["kunci"]))
                butir[nama].append(_mark_soal(s, diberi, uraian, koreksi))
        semua_tujuan = {nama: rules.mark_tujuan(b) for nama, b in butir.items()}
        hasil[satu] = {nama: n for nama, n in semua_tujuan.items() if n is not None}
    return hasil


def _list_topik(kunci: set[str]) -> dict[str, str]:
    """The topics of questions that a release holds without one."""
    semua = Soal.objects.filter(kunci__in=kunci).exclude(topik="")
    return {str(k): t for k, t in semua.values_list("kunci", "topik")}


def _mark_soal(
    soal: dict, jawaban: Jawaban | None, uraian: Mapping[int, int], koreksi: Mapping
) -> tuple[int, int]:
    """(weight, mark) of one question."""
    bobot, nilai = soal["bobot"], 0
    if jawaban is not None and is_terjawab(jawaban.isi):
        essay = soal["jenis"] == DINILAI_ORANG
        nilai = uraian.get(jawaban.pk, 0) if essay else jawaban.nilai_bp
    if k := koreksi.get((soal["kunci"], hash_soal(soal))):
        bobot, baru = apply_koreksi(soal, k, nilai, jawaban.isi if jawaban else None)
        return bobot, baru or 0
    return bobot, nilai


def _list_bisa(tes: Mapping[str, Percobaan], tujuan: Mapping, batas: int) -> list[str]:
    """Aims that somebody reaches after the course and did not before."""
    return [n for n, a, b in _pair(tes, tujuan) if rules.is_baru_bisa(a, b, batas)]


def _pair(tes: Mapping[str, Percobaan], tujuan: Mapping) -> list[tuple[str, int, int]]:
    """(aim, before, after) where both tests asked for it."""
    if alur.AWAL not in tes or alur.AKHIR not in tes:
        return []
    awal, akhir = tujuan[tes[alur.AWAL].pk], tujuan[tes[alur.AKHIR].pk]
    return [(nama, awal[nama], akhir[nama]) for nama in sorted(awal) if nama in akhir]


def _sum_tujuan(per: Mapping, tujuan: Mapping, bisa: Mapping, nama: Mapping) -> list[Tujuan]:
    pasangan, siapa = defaultdict(list), defaultdict(list)
    for pk, tes in per.items():
        for satu, a, b in _pair(tes, tujuan):
            pasangan[satu].append((a, b))
        for satu in bisa[pk]:
            siapa[satu].append(nama[pk])
    return [
        Tujuan(satu, jumlah, tuple(sorted(siapa[satu], key=str.casefold)))
        for satu in sorted(pasangan)
        if (jumlah := sum_pasangan(pasangan[satu]))
    ]


# -- for everybody ------------------------------------------------------------------------------------
def get_perolehan_umum(kursus_kunci: UUID) -> Jumlah | None:
    """A course's means and gain without names; None below five people.

    Reckoned from the first people who took both tests, as many as fives are full.
    """
    semua = Rilis.objects.filter(kursus_kunci=kursus_kunci)
    kapan = _map_tes(semua.only("aturan"))
    if not kapan:
        return None
    coba = Percobaan.objects.filter(rilis__kursus_kunci=kursus_kunci, nilai_bp__isnull=False)
    coba = coba.filter(kuis_kunci__in=list(kapan)).order_by("selesai_pada", "pk")
    per: dict[int, dict[str, int]] = {}
    pasangan = []
    for peserta, kuis, nilai in coba.values_list("peserta", "kuis_kunci", "nilai_bp"):
        satu = per.setdefault(peserta, {})
        satu[kapan[str(kuis)]] = nilai or 0
        if kapan[str(kuis)] != alur.LANJUTAN and alur.AWAL in satu and alur.AKHIR in satu:
            pasangan.append((satu[alur.AWAL], satu[alur.AKHIR]))
    return sum_pasangan(pasangan[: rules.count_umum(len(pasangan))])
