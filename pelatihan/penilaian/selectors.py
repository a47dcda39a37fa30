"""What a learner sees of a quiz, as frozen values. Weights and feedback stay on this side until handed in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from cms.core.tugas import Tugas

from ..kursus.selectors import get_isi
from . import permissions, rules
from .capaian import get_buka, is_langsung, list_jawaban, list_soal
from .models import Jawaban, NilaiUraian, Percobaan
from .tampak import (
    Buka,
    IsianTampak,
    KoreksiTampak,
    KriteriaTampak,
    PilihanTampak,
    correct_hasil,
    correct_soal,
    get_sisa,
    list_isian,
    list_pilihan,
    show_kunci,
)
from .versi import list_koreksi

BANYAK_TUGAS = 5


@dataclass(frozen=True)
class SoalTampak:
    """A question as shown, with the answer given so far. `urut` numbers what is answered, 0 for mere text."""

    kunci: UUID
    nomor: int
    jenis: str
    bacaan: str
    soal: str
    pilihan: list[PilihanTampak]
    teks: str
    terjawab: bool
    disimpan_pada: datetime | None
    urut: int = 0
    isian: list[IsianTampak] = field(default_factory=list)
    sisa: str = ""
    petunjuk: tuple[str, ...] = ()
    gambar: dict | None = None
    nilai_bp: int | None = 0
    umpan_balik: tuple[str, ...] = ()
    jawaban_benar: str = ""
    rubrik: tuple[KriteriaTampak, ...] = ()
    catatan: str = ""
    dinilai: bool = False
    dasar: str = ""
    koreksi: KoreksiTampak | None = None


@dataclass(frozen=True)
class KuisTampak:
    """A quiz in the middle of an attempt."""

    judul: str
    soal: list[SoalTampak]
    langsung: bool = False

    @property
    def dinilai(self) -> bool:
        """Whether judgement and feedback may be seen."""
        return any(s.dinilai for s in self.soal)

    @property
    def dijawab(self) -> list[SoalTampak]:
        """What wants an answer: all but mere text."""
        return [s for s in self.soal if s.urut]

    @property
    def terjawab(self) -> int:
        return sum(s.terjawab for s in self.dijawab)

    @property
    def belum(self) -> list[SoalTampak]:
        return [s for s in self.dijawab if not s.terjawab]


def get_kuis_tampak(percobaan: Percobaan, *, penuh: bool = False) -> KuisTampak:
    """The quiz with its answers; marks and feedback as its rules say, `penuh` for those who teach."""
    kuis = get_isi(percobaan.isi.sidik)
    jawaban = _list_terakhir(percobaan)
    beruraian = percobaan.selesai_pada and rules.has_uraian(list_soal(percobaan))
    nilai = get_nilai_uraian(jawaban.values()) if beruraian else {}
    terbuka = percobaan.selesai_pada or is_langsung(percobaan)
    koreksi = list_koreksi(percobaan.peserta.kursus_kunci) if terbuka else {}
    hasil: list[SoalTampak] = []
    urut = 0
    for nomor, satu in enumerate(list_soal(percobaan), start=1):
        urut += satu["jenis"] != rules.TANPA_NILAI
        diberi = jawaban.get(satu["kunci"])
        buka = get_buka(
            percobaan, terjawab=diberi is not None and rules.is_terjawab(diberi.isi), penuh=penuh
        )
        dinilai = nilai.get(diberi.pk if diberi else 0)
        ubah = koreksi.get((satu["kunci"], rules.hash_soal(satu))) if koreksi else None
        tampak = _show_soal(percobaan, kuis, satu, diberi, dinilai, buka, ubah)
        letak: dict[str, Any] = {
            "nomor": nomor,
            "urut": urut if satu["jenis"] != rules.TANPA_NILAI else 0,
        }
        hasil.append(SoalTampak(**(tampak | letak)))
    return KuisTampak(kuis["judul"], hasil, is_langsung(percobaan))


def get_soal_polos(percobaan: Percobaan, nomor: int) -> SoalTampak | None:
    """One question as it is asked, without what was answered; None where there is no such number."""
    semua = list_soal(percobaan)
    if not 1 <= nomor <= len(semua):
        return None
    return _show_polos(percobaan, semua[nomor - 1], nomor)


def list_soal_polos(percobaan: Percobaan) -> dict[UUID, SoalTampak]:
    """All questions as they are asked, by key."""
    semua = enumerate(list_soal(percobaan), start=1)
    return {UUID(satu["kunci"]): _show_polos(percobaan, satu, nomor) for nomor, satu in semua}


def _show_polos(percobaan: Percobaan, satu: dict, nomor: int) -> SoalTampak:
    """For reading what was given, so choices keep the order they are stored in."""
    tutup, tetap = Buka(umpan=False, kunci=False), {"acak_pilihan": False}
    return SoalTampak(**_show_soal(percobaan, tetap, satu, None, None, tutup), nomor=nomor)


def _list_terakhir(percobaan: Percobaan) -> dict[str, Jawaban]:
    """The answer that counts, by key of its question."""
    return {str(j.soal_kunci): j for j in list_jawaban(percobaan)}


def get_nilai_uraian(jawaban: Iterable[Jawaban]) -> dict[int, NilaiUraian]:
    """The last marking of each answer, by its primary key."""
    semua = NilaiUraian.objects.filter(jawaban__in=[j.pk for j in jawaban]).order_by("id")
    return {satu.jawaban_id: satu for satu in semua}


def get_nilai(percobaan: Percobaan, soal: Iterable[dict]) -> dict[str, int | None]:
    """The mark of every question that counts, by key; None for an essay that nobody has marked."""
    soal = list(soal)
    jawaban = _list_terakhir(percobaan)
    uraian = get_nilai_uraian(jawaban.values()) if rules.has_uraian(soal) else {}

    def mark(satu: dict) -> int | None:
        diberi = jawaban.get(satu["kunci"])
        if diberi is None or not rules.is_terjawab(diberi.isi):
            return 0
        if satu["jenis"] != rules.DINILAI_ORANG:
            return diberi.nilai_bp
        return uraian[diberi.pk].nilai_bp if diberi.pk in uraian else None

    return {s["kunci"]: mark(s) for s in soal if s["jenis"] != rules.TANPA_NILAI}


def _show_soal(
    percobaan: Percobaan,
    kuis: dict,
    satu: dict,
    jawaban: Jawaban | None,
    dinilai: NilaiUraian | None,
    buka: Buka,
    koreksi: dict | None = None,
) -> dict:
    lama, diberi = satu, jawaban.isi if jawaban else {}
    satu = correct_soal(satu, koreksi if buka.umpan else None)
    isi, hasil = satu["isi"], _show_hasil(buka, satu, jawaban, dinilai)
    if koreksi and koreksi["cara"] != "kunci":
        buka = Buka(umpan=False, kunci=False)
    acak = partial(rules.shuffle_pilihan, benih=percobaan.benih, soal_kunci=satu["kunci"])
    return {
        "kunci": UUID(satu["kunci"]),
        "jenis": satu["jenis"],
        "bacaan": isi.get("bacaan", ""),
        "soal": isi["soal"],
        "petunjuk": tuple(isi.get("petunjuk", ())),
        "gambar": isi.get("gambar"),
        "pilihan": list_pilihan(satu, diberi, acak if kuis["acak_pilihan"] else list, buka),
        "isian": list_isian(satu["jenis"], isi, diberi, acak, buka),
        "sisa": get_sisa(isi),
        "teks": diberi.get("teks", ""),
        "terjawab": rules.is_terjawab(diberi),
        "disimpan_pada": jawaban.diterima_pada if jawaban else None,
        "dasar": str(jawaban.kunci) if jawaban else "",
        **correct_hasil(lama, koreksi, hasil, diberi, hasil.get("nilai_bp")),
    }


def _show_hasil(
    buka: Buka, satu: dict, jawaban: Jawaban | None, dinilai: NilaiUraian | None
) -> dict:
    """What came of the answer, as far as it is open."""
    jenis, isi = satu["jenis"], satu["isi"]
    if not buka.umpan:
        return {}
    nilai: int | None = jawaban.nilai_bp if jawaban else 0
    if jenis == rules.DINILAI_ORANG and jawaban and rules.is_terjawab(jawaban.isi):
        nilai = dinilai.nilai_bp if dinilai else None
    umpan = rules.list_umpan_balik(jenis, isi, jawaban.isi if jawaban else {})
    contoh = isi.get("contoh_jawaban", "") if dinilai else ""
    return {
        "nilai_bp": nilai,
        "umpan_balik": tuple(umpan),
        "jawaban_benar": contoh or (show_kunci(jenis, isi) if buka.kunci else ""),
        "rubrik": list_rubrik(isi, dinilai),
        "catatan": dinilai.catatan if dinilai else "",
        "dinilai": True,
    }


def list_rubrik(isi: dict, dinilai: NilaiUraian | None) -> tuple[KriteriaTampak, ...]:
    poin = dinilai.poin if dinilai else {}
    return tuple(
        KriteriaTampak(r["id"], r["kriteria"], r["poin"], poin.get(r["id"]))
        for r in isi.get("rubrik", ())
    )


@dataclass(frozen=True)
class UraianDinilai:
    """An essay on the desk of who marks it, with the last marking if there is one."""

    kunci: UUID
    urut: int
    soal: str
    bacaan: str
    jawaban: str
    contoh: str
    rubrik: tuple[KriteriaTampak, ...]
    catatan: str


def list_uraian(percobaan: Percobaan) -> list[UraianDinilai]:
    """The essays of an attempt that hold an answer."""
    isi = {s["kunci"]: s["isi"] for s in list_soal(percobaan)}
    return [
        UraianDinilai(
            s.kunci,
            s.urut,
            s.soal,
            s.bacaan,
            s.teks,
            isi[str(s.kunci)].get("contoh_jawaban", ""),
            s.rubrik,
            s.catatan,
        )
        for s in get_kuis_tampak(percobaan, penuh=True).soal
        if s.jenis == rules.DINILAI_ORANG and s.terjawab
    ]


def get_tugas(user) -> list[Tugas]:
    """Attempts whose essays this account marks, the oldest first, up to five, then the list."""
    menunggu = permissions.visible_uraian(user).filter(nilai_bp__isnull=True)
    urut = list(
        menunggu.select_related("peserta__anggota", "rilis")
        .defer("rilis__susunan")
        .order_by("selesai_pada")[: BANYAK_TUGAS + 1]
    )
    tugas = [_to_tugas(satu) for satu in urut[:BANYAK_TUGAS]]
    return [*tugas, _to_semua(menunggu.count())] if len(urut) > BANYAK_TUGAS else tugas


def _to_tugas(percobaan: Percobaan) -> Tugas:
    return Tugas(
        gettext("Mark the essay of %(nama)s") % {"nama": percobaan.peserta.anggota.nama},
        percobaan.rilis.judul,
        reverse("uraian:nilai", args=[percobaan.pk]),
        gettext("Read and mark"),
        percobaan.selesai_pada,
    )


def _to_semua(banyak: int) -> Tugas:
    return Tugas(
        gettext("%(n)d quizzes wait to be marked") % {"n": banyak},
        gettext("The oldest stand above."),
        reverse("uraian:index"),
        gettext("All that waits"),
    )
