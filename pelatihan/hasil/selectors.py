"""The gradebook: learners by steps, marks, attendance and certificate, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext

from cms.core.tulisan import format_persen

from ..kelas.selectors import get_hadir_bp_semua
from ..kursus import alur
from ..kursus.models import Rilis
from ..kursus.selectors import get_tes, list_langkah
from ..penilaian.capaian import count_nilai_kuis
from ..penilaian.models import Percobaan
from ..peserta.models import Kemajuan, Peserta
from ..sertifikat.models import Sertifikat

SEKALI = 500  # learners that an export reads at once
SUDAH, BELUM = "✓", "–"


@dataclass(frozen=True)
class Kolom:
    """One thing that learners do: a lesson, a quiz or a test. `kode` is its short name."""

    kunci: str
    judul: str
    kode: str


@dataclass(frozen=True)
class Sel:
    """What one learner did of one column; `ada` is False where their release does not hold it."""

    ada: bool
    selesai: bool = False
    nilai_bp: int | None = None
    menunggu: bool = False

    @property
    def teks(self) -> str:
        if self.nilai_bp is not None:
            return format_persen(self.nilai_bp)
        if self.menunggu:
            return gettext("being marked")
        return SUDAH if self.selesai else BELUM if self.ada else ""


@dataclass(frozen=True)
class BarisNilai:
    """One learner's line; `nomor` is the number of a certificate that is valid."""

    peserta: Peserta
    nama: str
    kelas: str
    sel: tuple[Sel, ...]
    hadir_bp: int | None
    nomor: str


def get_rilis(peserta: QuerySet) -> dict[int, Rilis]:
    """The releases these learners learn by, the newest first."""
    dipakai = peserta.order_by().values("rilis")
    return {r.pk: r for r in Rilis.objects.filter(pk__in=dipakai).order_by("-nomor")}


def list_kolom(rilis: Iterable[Rilis]) -> list[Kolom]:
    """Steps, then tests, of all these releases: first those of the newest."""
    langkah: dict[str, tuple[str, bool]] = {}
    tes: dict[str, str] = {}
    for satu in rilis:
        for s in list_langkah(satu):
            langkah.setdefault(s.kunci, (s.judul, s.jenis == "kuis"))
        urut = (alur.AWAL, alur.AKHIR, alur.LANJUTAN)
        tes |= {t["kunci"]: t["judul"] for k in urut if (t := get_tes(satu).get(k))} | tes
    return [*_number(langkah), *(Kolom(k, j, f"T{n}") for n, (k, j) in enumerate(tes.items(), 1))]


def _number(langkah: dict[str, tuple[str, bool]]) -> Iterator[Kolom]:
    hitung = {True: 0, False: 0}
    for kunci, (judul, kuis) in langkah.items():
        hitung[kuis] += 1
        yield Kolom(kunci, judul, f"{'K' if kuis else ''}{hitung[kuis]}")


def list_nilai(
    peserta: Sequence[Peserta], rilis: dict[int, Rilis], kolom: Sequence[Kolom]
) -> list[BarisNilai]:
    """Lines of some learners, in their order: five queries, however many they are."""
    pk = [p.pk for p in peserta]
    selesai, percobaan = defaultdict(set), defaultdict(list)
    for satu, kunci in Kemajuan.objects.filter(peserta__in=pk).values_list(
        "peserta", "langkah_kunci"
    ):
        selesai[satu].add(str(kunci))
    for coba in Percobaan.objects.filter(peserta__in=pk, selesai_pada__isnull=False):
        percobaan[coba.peserta_id, str(coba.kuis_kunci)].append(coba)
    sah = Sertifikat.objects.filter(peserta__in=pk, dicabut_pada__isnull=True)
    nomor = {s.peserta_id: s.nomor for s in sah.only("peserta", "urut", "tahun")}
    hadir = get_hadir_bp_semua(peserta)
    isi = {r.pk: _list_isi(r) for r in rilis.values()}
    return [
        BarisNilai(
            peserta=p,
            nama=p.anggota.nama,
            kelas=p.angkatan.nama if p.angkatan else "",
            sel=tuple(
                _build_sel(k.kunci, isi[p.rilis_id], selesai[p.pk], percobaan.get((p.pk, k.kunci)))
                for k in kolom
            ),
            hadir_bp=hadir.get(p.pk),
            nomor=nomor.get(p.pk, ""),
        )
        for p in peserta
    ]


def _list_isi(rilis: Rilis) -> dict[str, dict | None]:
    """What a release holds: the released entry of quizzes and tests, None for lessons."""
    isi = {s.kunci: s.isi if s.jenis == "kuis" else None for s in list_langkah(rilis)}
    return isi | {t["kunci"]: t for t in get_tes(rilis).values()}


def _build_sel(kunci: str, isi: dict, selesai: set[str], percobaan: list | None) -> Sel:
    kuis = isi.get(kunci)
    if kuis is None or not percobaan:
        return Sel(ada=kunci in isi, selesai=kunci in selesai)
    nilai = count_nilai_kuis(kuis, percobaan)
    return Sel(True, kunci in selesai, nilai.nilai_bp, any(p.menunggu for p in percobaan))


def order_peserta(peserta: QuerySet) -> QuerySet:
    """By name, with what a line shows, without the weight of the releases."""
    return peserta.select_related("anggota", "angkatan").order_by("anggota__nama", "pk")


def stream_nilai(
    peserta: QuerySet, rilis: dict[int, Rilis], kolom: Sequence[Kolom]
) -> Iterator[BarisNilai]:
    """Everybody's lines, read some hundred learners at once."""
    urut = list(order_peserta(peserta))
    for awal in range(0, len(urut), SEKALI):
        yield from list_nilai(urut[awal : awal + SEKALI], rilis, kolom)
