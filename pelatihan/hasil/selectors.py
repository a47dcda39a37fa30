"""The gradebook: learners by steps, marks, attendance and certificate, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext

from cms.core.tulisan import format_persen_bulat

from ..kelas.selectors import get_hadir_bp_semua
from ..kursus import alur
from ..kursus.models import Rilis
from ..kursus.selectors import get_tes, list_langkah
from ..penilaian.capaian import count_nilai_kuis
from ..penilaian.models import Percobaan
from ..peserta.models import Kemajuan, Peserta
from ..sertifikat.models import Sertifikat
from ..tugas import rules as aturan
from ..tugas.selectors import Capaian, get_capaian_semua

SEKALI = 500  # learners that an export reads at once
SUDAH, BELUM = "✓", "–"
AWALAN = {"kuis": "K", alur.TUGAS: "P"}  # of a column's short name; P as in pekerjaan


@dataclass(frozen=True)
class Kolom:
    """One thing that learners do: a lesson, an assignment, a quiz or a test. `kode` is its short name."""

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
    tugas: str = ""  # words for where an assignment stands
    poin: float | None = None  # points of an accepted one

    @property
    def teks(self) -> str:
        if self.tugas:
            return self.tugas
        if self.nilai_bp is not None:
            return format_persen_bulat(self.nilai_bp)
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
    langkah: dict[str, tuple[str, str]] = {}
    tes: dict[str, str] = {}
    for satu in rilis:
        for s in list_langkah(satu):
            if isi := _get_tugas(s):
                langkah.setdefault(isi["kunci"], (isi["judul"], AWALAN[alur.TUGAS]))
            else:
                langkah.setdefault(s.kunci, (s.judul, AWALAN.get(s.jenis, "")))
        urut = (alur.AWAL, alur.AKHIR, alur.LANJUTAN)
        tes |= {t["kunci"]: t["judul"] for k in urut if (t := get_tes(satu).get(k))} | tes
    return [*_number(langkah), *(Kolom(k, j, f"T{n}") for n, (k, j) in enumerate(tes.items(), 1))]


def _get_tugas(langkah: alur.LangkahRilis) -> dict | None:
    """The released assignment of a lesson that is done by it."""
    return langkah.isi.get("tugas") if langkah.cara == alur.TUGAS else None


def _number(langkah: dict[str, tuple[str, str]]) -> Iterator[Kolom]:
    hitung: dict[str, int] = defaultdict(int)
    for kunci, (judul, awalan) in langkah.items():
        hitung[awalan] += 1
        yield Kolom(kunci, judul, f"{awalan}{hitung[awalan]}")


def list_nilai(
    peserta: Sequence[Peserta], rilis: dict[int, Rilis], kolom: Sequence[Kolom]
) -> list[BarisNilai]:
    """Lines of some learners, in their order: seven queries, however many they are."""
    pk = [p.pk for p in peserta]
    sah = Sertifikat.objects.filter(peserta__in=pk, dicabut_pada__isnull=True)
    nomor = {s.peserta_id: s.nomor for s in sah.only("peserta", "urut", "tahun")}
    hadir = get_hadir_bp_semua(peserta)
    catatan = _read_catatan(pk, rilis.values())
    return [
        BarisNilai(
            peserta=p,
            nama=p.anggota.nama,
            kelas=p.angkatan.nama if p.angkatan else "",
            sel=tuple(_build_sel(catatan, p, k.kunci) for k in kolom),
            hadir_bp=hadir.get(p.pk),
            nomor=nomor.get(p.pk, ""),
        )
        for p in peserta
    ]


@dataclass(frozen=True)
class _Catatan:
    """Everything that cells are made of: by release what it holds, by learner what was done."""

    langkah: dict[int, dict[str, dict | None]]
    tugas: dict[int, dict[str, dict]]
    selesai: dict[int, set[str]]
    percobaan: dict[tuple[int, str], list[Percobaan]]
    capaian: dict[tuple[int, str], Capaian]


def _read_catatan(pk: Sequence[int], rilis: Iterable[Rilis]) -> _Catatan:
    semua = list(rilis)
    selesai, percobaan = defaultdict(set), defaultdict(list)
    baris = Kemajuan.objects.filter(peserta__in=pk).values_list("peserta", "langkah_kunci")
    for satu, kunci in baris:
        selesai[satu].add(str(kunci))
    for coba in Percobaan.objects.filter(peserta__in=pk, selesai_pada__isnull=False):
        percobaan[coba.peserta_id, str(coba.kuis_kunci)].append(coba)
    langkah = {r.pk: _list_isi(r) for r in semua}
    tugas = {r.pk: _list_tugas(r) for r in semua}
    return _Catatan(langkah, tugas, selesai, percobaan, get_capaian_semua(pk))


def _list_isi(rilis: Rilis) -> dict[str, dict | None]:
    """What a release holds: the released entry of quizzes and tests, None for lessons."""
    isi = {s.kunci: s.isi if s.jenis == "kuis" else None for s in list_langkah(rilis)}
    return isi | {t["kunci"]: t for t in get_tes(rilis).values()}


def _list_tugas(rilis: Rilis) -> dict[str, dict]:
    return {isi["kunci"]: isi for s in list_langkah(rilis) if (isi := _get_tugas(s))}


def _build_sel(catatan: _Catatan, peserta: Peserta, kunci: str) -> Sel:
    if tugas := catatan.tugas[peserta.rilis_id].get(kunci):
        return _build_tugas(tugas, catatan.capaian.get((peserta.pk, kunci)))
    isi = catatan.langkah[peserta.rilis_id]
    selesai = kunci in catatan.selesai[peserta.pk]
    kuis, percobaan = isi.get(kunci), catatan.percobaan.get((peserta.pk, kunci))
    if kuis is None or not percobaan:
        return Sel(ada=kunci in isi, selesai=selesai)
    nilai = count_nilai_kuis(kuis, percobaan)
    return Sel(True, selesai, nilai.nilai_bp, any(p.menunggu for p in percobaan))


def _build_tugas(isi: dict, capaian: Capaian | None) -> Sel:
    """Points when accepted, else where it stands; the words are few because columns are narrow."""
    if capaian is None:
        return Sel(ada=True)
    if capaian.keadaan == aturan.DITERIMA and capaian.jumlah is not None:
        teks = f"{aturan.format_poin(capaian.jumlah)}/{isi['penuh']}"
        return Sel(True, selesai=True, tugas=teks, poin=capaian.jumlah / 2)
    menunggu = capaian.keadaan == aturan.MENUNGGU
    return Sel(True, tugas=gettext("being read") if menunggu else gettext("returned"))


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
