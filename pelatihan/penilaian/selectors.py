"""What a learner sees of a quiz, as frozen values. Weights and feedback stay on this side until handed in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ..kursus.selectors import get_isi
from . import rules
from .models import Jawaban, Percobaan


@dataclass(frozen=True)
class PilihanTampak:
    id: str
    teks: str
    dipilih: bool
    tanggapan: str = ""


@dataclass(frozen=True)
class SoalTampak:
    """A question as shown, with the answer given so far."""

    kunci: UUID
    nomor: int
    jenis: str
    bacaan: str
    soal: str
    pilihan: list[PilihanTampak]
    teks: str
    terjawab: bool
    disimpan_pada: datetime | None
    nilai_bp: int = 0
    umpan_balik: tuple[str, ...] = ()
    jawaban_benar: str = ""


@dataclass(frozen=True)
class KuisTampak:
    """A quiz in the middle of an attempt."""

    judul: str
    soal: list[SoalTampak]

    @property
    def terjawab(self) -> int:
        return sum(s.terjawab for s in self.soal)

    @property
    def belum(self) -> list[int]:
        return [s.nomor for s in self.soal if not s.terjawab]


def get_kuis_tampak(percobaan: Percobaan) -> KuisTampak:
    """The quiz with its answers; marks and feedback only after it was handed in."""
    kuis = get_isi(percobaan.isi.sidik)
    jawaban = {j.soal_kunci: j for j in percobaan.jawaban.order_by("id")}
    soal = [
        _show_soal(percobaan, kuis, nomor, satu, jawaban.get(UUID(satu["kunci"])))
        for nomor, satu in enumerate(kuis["soal"], start=1)
    ]
    return KuisTampak(kuis["judul"], soal)


def _show_soal(
    percobaan: Percobaan, kuis: dict, nomor: int, satu: dict, jawaban: Jawaban | None
) -> SoalTampak:
    isi, diberi = satu["isi"], jawaban.isi if jawaban else {}
    selesai = percobaan.selesai_pada is not None
    return SoalTampak(
        kunci=UUID(satu["kunci"]),
        nomor=nomor,
        jenis=satu["jenis"],
        bacaan=isi.get("bacaan", ""),
        soal=isi["soal"],
        pilihan=_show_pilihan(percobaan, kuis, satu, diberi),
        teks=diberi.get("teks", ""),
        terjawab=bool(diberi.get("pilihan") or diberi.get("teks")),
        disimpan_pada=jawaban.diterima_pada if jawaban else None,
        nilai_bp=jawaban.nilai_bp if selesai and jawaban else 0,
        umpan_balik=tuple(_list_umpan(satu, diberi)) if selesai else (),
        jawaban_benar=_show_angka(isi) if percobaan.lulus and satu["jenis"] == "angka" else "",
    )


def _list_umpan(satu: dict, diberi: dict) -> list[str]:
    return rules.list_umpan_balik(satu["jenis"], satu["isi"], diberi)


def _show_angka(isi: dict) -> str:
    benar = next(a["nilai"] for a in isi["angka"] if a["bobot"] == rules.PENUH)
    return rules.format_angka(benar)


def _show_pilihan(percobaan: Percobaan, kuis: dict, satu: dict, diberi: dict):
    pilihan = satu["isi"].get("pilihan", [])
    if kuis["acak_pilihan"] and satu["jenis"] != "benar-salah":
        pilihan = rules.shuffle_pilihan(pilihan, benih=percobaan.benih, soal_kunci=satu["kunci"])
    dipilih = set(diberi.get("pilihan", ()))
    return [
        PilihanTampak(
            p["id"],
            p["teks"],
            p["id"] in dipilih,
            _judge_pilihan(percobaan, p["bobot"] > 0, p["id"] in dipilih),
        )
        for p in pilihan
    ]


def _judge_pilihan(percobaan: Percobaan, benar: bool, dipilih: bool) -> str:
    """After handing in, what was ticked is judged; the right answers show only to who passed."""
    if percobaan.selesai_pada is None or not (dipilih or (percobaan.lulus and benar)):
        return ""
    return "benar" if benar else "keliru"
