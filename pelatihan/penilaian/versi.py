"""Questions as a course's releases hold them, and the corrections that stand beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from cms.core.kueri import KueriTetap

from ..kursus.models import Rilis
from ..kursus.selectors import get_isi, get_tes, list_kuis
from . import rules
from .models import Koreksi, Percobaan


@dataclass(frozen=True)
class SoalRilis:
    """One wording of a released question; `versi` are its digests, the newest first."""

    kunci: UUID
    versi: tuple[str, ...]
    jenis: str
    isi: dict
    kuis: str
    nomor: int
    koreksi: dict | None

    @property
    def isi_kini(self) -> dict:
        """The content with what the last correction replaced."""
        return {**self.isi, **(self.koreksi or {}).get("isi", {})}


@dataclass(frozen=True)
class BarisRincian:
    """What a correction did to one attempt, with names for who may read them."""

    nama: str
    nomor: int
    dari: int | None
    ke: int
    lulus_baru: bool
    dijaga: bool


def _list_terbit(kursus_kunci: UUID) -> Iterator[tuple[int, str, dict]]:
    """(number of the release, title of the quiz, question), newest first, each content once."""
    sudah = set()
    for rilis in Rilis.objects.filter(kursus_kunci=kursus_kunci).order_by("-nomor"):
        for kuis in [*list_kuis(rilis), *get_tes(rilis).values()]:
            if kuis["sidik"] in sudah:
                continue
            sudah.add(kuis["sidik"])
            isi = get_isi(kuis["sidik"])
            for soal in [*isi["soal"], *(isi.get("bank") or [])]:
                yield rilis.nomor, isi["judul"], soal


def list_versi(kursus_kunci: UUID, soal_kunci: UUID) -> dict[str, dict]:
    """Every released version of a question of a course, by the digest of its content, newest first."""
    hasil: dict[str, dict] = {}
    for _nomor, _kuis, soal in _list_terbit(kursus_kunci):
        if soal["kunci"] == str(soal_kunci):
            hasil.setdefault(rules.hash_soal(soal), soal)
    return hasil


def list_koreksi(kursus_kunci: UUID) -> dict[tuple[str, str], dict]:
    """The correction that holds for each (question, version) of a course: the last one."""
    hasil = {}
    for satu in _KOREKSI.all(kursus_kunci):
        for versi in satu.versi:
            isi = {"cara": satu.cara, "isi": satu.isi, "alasan": satu.alasan}
            hasil[str(satu.soal_kunci), versi] = isi
    return hasil


_KOREKSI = KueriTetap(
    lambda kursus: Koreksi.objects.filter(kursus_kunci=kursus).order_by("id"),
    (Koreksi, "kursus_kunci"),
    contoh=(UUID("ffffffff" * 4),),
)


def list_soal_rilis(kursus_kunci: UUID, soal_kunci: UUID | None = None) -> list[SoalRilis]:
    """The questions of a course that can be corrected, one for each wording, newest release first."""
    koreksi = list_koreksi(kursus_kunci)
    rumus: dict[tuple, tuple[int, str, dict]] = {}
    versi: dict[tuple, list[str]] = {}
    for nomor, kuis, soal in _list_terbit(kursus_kunci):
        lain = soal_kunci is not None and soal["kunci"] != str(soal_kunci)
        if lain or soal["jenis"] == rules.TANPA_NILAI:
            continue
        bentuk = (soal["kunci"], rules.hash_bentuk(soal))
        rumus.setdefault(bentuk, (nomor, kuis, soal))
        daftar = versi.setdefault(bentuk, [])
        if (satu := rules.hash_soal(soal)) not in daftar:
            daftar.append(satu)
    return [
        SoalRilis(
            UUID(soal["kunci"]),
            tuple(versi[bentuk]),
            soal["jenis"],
            soal["isi"],
            kuis,
            nomor,
            koreksi.get((soal["kunci"], versi[bentuk][0])),
        )
        for bentuk, (nomor, kuis, soal) in rumus.items()
    ]


def get_soal_rilis(kursus_kunci: UUID, soal_kunci: UUID, versi: str) -> SoalRilis | None:
    """The wording to which this version belongs."""
    semua = list_soal_rilis(kursus_kunci, soal_kunci)
    return next((satu for satu in semua if versi in satu.versi), None)


def show_soal(koreksi: Koreksi) -> str:
    """The words of the corrected question as released."""
    semua = list_versi(koreksi.kursus_kunci, koreksi.soal_kunci)
    return next((str(s["isi"]["soal"]) for v, s in semua.items() if v in koreksi.versi), "")


def list_rincian(koreksi: Koreksi) -> list[BarisRincian]:
    """Who was touched by a correction, by name."""
    menurut = {satu["percobaan"]: satu for satu in koreksi.rincian}
    semua = Percobaan.objects.filter(uuid__in=menurut).select_related("peserta__anggota")
    urut = semua.order_by("peserta__anggota__nama", "nomor")
    return [
        BarisRincian(
            p.peserta.anggota.nama,
            p.nomor,
            (satu := menurut[str(p.uuid)])["dari"],
            satu["ke"],
            satu.get("lulus_baru", False),
            satu["dijaga"],
        )
        for p in urut
    ]
