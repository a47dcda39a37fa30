"""Assignments as learners and facilitators see them, as frozen values."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from cms.core import waktu

from ..kursus.alur import LangkahRilis, list_tugas_dari
from ..kursus.selectors import get_isi, list_langkah
from ..peserta.models import Peserta
from . import rules
from .models import Kumpulan, KumpulanBerkas, NilaiTugas


@dataclass(frozen=True)
class BerkasTampak:
    """A file of a version; its uuid names the person's file, its address the door to it."""

    uuid: UUID
    nama: str
    url: str
    ukuran: int
    foto: bool


@dataclass(frozen=True)
class BarisRubrik:
    """A line of the rubric, with the points given if there are any."""

    id: str
    kriteria: str
    poin: int
    minimal: int
    penuh: str
    separuh: str
    diberi: str = ""


@dataclass(frozen=True)
class NilaiTampak:
    """A verdict; `perbaiki_sampai` is a date asked for, not a limit."""

    uuid: UUID
    putusan: str
    jumlah: str
    penuh: int
    rubrik: tuple[BarisRubrik, ...]
    catatan: str
    alasan: str
    saat: datetime
    penilai: str
    perbaiki_sampai: date | None = None

    @property
    def diterima(self) -> bool:
        return self.putusan == rules.DITERIMA


@dataclass(frozen=True)
class VersiTampak:
    """A version with its files; `nilai` are all verdicts on it, the last one counts."""

    uuid: UUID
    nomor: int
    teks: str
    saat: datetime
    berkas: tuple[BerkasTampak, ...]
    nilai: tuple[NilaiTampak, ...]

    @property
    def kini(self) -> NilaiTampak | None:
        return self.nilai[-1] if self.nilai else None

    @property
    def putusan(self) -> str | None:
        return self.kini.putusan if self.kini else None


@dataclass(frozen=True)
class TugasTampak:
    """An assignment with everything that happened to it, the newest version first."""

    judul: str
    petunjuk: str
    lulus_poin: int
    penuh: int
    terima: tuple[str, ...]
    berkas_maks: int
    perbaikan_hari: int | None
    rubrik: tuple[BarisRubrik, ...]
    versi: list[VersiTampak] = field(default_factory=list)

    @property
    def keadaan(self) -> str:
        return rules.get_keadaan([v.putusan for v in reversed(self.versi)])

    @property
    def terakhir(self) -> VersiTampak | None:
        return self.versi[0] if self.versi else None

    @property
    def boleh_kumpul(self) -> bool:
        return rules.may_submit(self.keadaan)


def get_tugas_tampak(peserta: Peserta, langkah: LangkahRilis) -> TugasTampak:
    """The assignment of a lesson of the learner's release: four queries, however many versions."""
    isi = get_isi(langkah.isi["tugas"]["sidik"])
    semua = list_kumpulan(peserta, langkah.isi["tugas"]["kunci"])
    return TugasTampak(
        judul=isi["judul"],
        petunjuk=isi["petunjuk"],
        lulus_poin=isi["lulus_poin"],
        penuh=rules.sum_penuh(isi),
        terima=tuple(isi["terima"]),
        berkas_maks=isi["berkas_maks"],
        perbaikan_hari=isi["perbaikan_hari"],
        rubrik=list_rubrik(isi),
        versi=[show_versi(satu) for satu in semua],
    )


def list_kumpulan(peserta: Peserta, tugas_kunci: UUID | str) -> list[Kumpulan]:
    """Versions with their files and verdicts, the newest first."""
    semua = Kumpulan.objects.filter(peserta=peserta, tugas_kunci=tugas_kunci)
    return list(prefetch(semua).order_by("-nomor"))


def prefetch(kumpulan: QuerySet) -> QuerySet:
    lampiran = KumpulanBerkas.objects.select_related("berkas__berkas").order_by("urutan")
    nilai = NilaiTugas.objects.select_related("penilai").order_by("id")
    return (
        kumpulan.select_related("isi")
        .defer("isi__isi")
        .prefetch_related(Prefetch("lampiran", lampiran), Prefetch("nilai", nilai))
    )


def show_versi(satu: Kumpulan) -> VersiTampak:
    isi = get_isi(satu.isi.sidik)
    return VersiTampak(
        uuid=satu.uuid,
        nomor=satu.nomor,
        teks=satu.teks,
        saat=satu.dikumpulkan_pada,
        berkas=tuple(_show_berkas(baris) for baris in satu.lampiran.all()),
        nilai=tuple(_show_nilai(isi, nilai) for nilai in satu.nilai.all()),
    )


def _show_berkas(baris: KumpulanBerkas) -> BerkasTampak:
    berkas = baris.berkas.berkas
    return BerkasTampak(
        uuid=baris.berkas.uuid,
        nama=berkas.nama,
        url=reverse("berkas", args=[berkas.uuid]),
        ukuran=berkas.ukuran,
        foto=berkas.jenis.startswith("image/"),
    )


def _show_nilai(isi: dict, nilai: NilaiTugas) -> NilaiTampak:
    hari = isi["perbaikan_hari"]
    sampai = waktu.ke_wib(nilai.dinilai_pada).date() + timedelta(days=hari) if hari else None
    return NilaiTampak(
        uuid=nilai.uuid,
        putusan=nilai.putusan,
        jumlah=rules.format_poin(nilai.jumlah),
        penuh=rules.sum_penuh(isi),
        rubrik=list_rubrik(isi, nilai.poin),
        catatan=nilai.catatan,
        alasan=nilai.alasan,
        saat=nilai.dinilai_pada,
        penilai=nilai.penilai.get_full_name() or nilai.penilai.get_username(),
        perbaiki_sampai=sampai if nilai.putusan == rules.DIKEMBALIKAN else None,
    )


def list_rubrik(isi: dict, poin: dict | None = None) -> tuple[BarisRubrik, ...]:
    poin = poin or {}
    return tuple(
        BarisRubrik(**r, diberi=rules.format_poin(poin[r["id"]]) if r["id"] in poin else "")
        for r in isi["rubrik"]
    )


# -- where assignments stand -----------------------------------------------------------------------
@dataclass(frozen=True)
class Capaian:
    """Where one assignment of a learner stands; half points of the verdict that counts, if any."""

    keadaan: str
    jumlah: int | None
    saat: datetime


def get_capaian_semua(peserta: Iterable[int]) -> dict[tuple[int, str], Capaian]:
    """By (learner, assignment): two queries for many as for few; who handed nothing in is left out."""
    semua = Kumpulan.objects.filter(peserta__in=peserta).order_by("peserta", "tugas_kunci", "nomor")
    nilai = NilaiTugas.objects.filter(kumpulan__in=semua.order_by().values("pk")).order_by("id")
    terakhir = {
        k: (putusan, jumlah, saat)
        for k, putusan, jumlah, saat in nilai.values_list(
            "kumpulan", "putusan", "jumlah", "dinilai_pada"
        )
    }
    per = defaultdict(list)
    for pk, satu, kunci, saat in semua.values_list(
        "pk", "peserta", "tugas_kunci", "dikumpulkan_pada"
    ):
        per[satu, str(kunci)].append(terakhir.get(pk, (None, None, saat)))
    return {kunci: _sum_capaian(versi) for kunci, versi in per.items()}


def _sum_capaian(versi: Sequence[tuple]) -> Capaian:
    keadaan = rules.get_keadaan([putusan for putusan, _j, _s in versi])
    terima = [satu for satu in versi if satu[0] == rules.DITERIMA]
    _putusan, jumlah, saat = (terima or versi)[-1]
    return Capaian(keadaan, jumlah, saat)


def list_langkah_diterima(peserta: Peserta) -> list[str]:
    """Keys of the lessons that this learner's accepted assignments complete."""
    capaian = get_capaian_semua([peserta.pk])
    diterima = {kunci for (_p, kunci), c in capaian.items() if c.keadaan == rules.DITERIMA}
    return list_tugas_dari(list_langkah(peserta.rilis), diterima)
