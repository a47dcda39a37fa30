r"""Reading questions in Moodle's GIFT format: choices, true/false and numbers.

    // kunci: <uuid>; topik: kuorum; kesukaran: 2
    ::Title::Question? { =right#feedback ~wrong#feedback ~%50%half ####general feedback }

A backslash takes the meaning from ~ = # { } : and \n is a new line. Comments before the first
question describe the file. What cannot be read is refused with its number in the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

_KHUSUS = "~=#{}:\\"
_AWAL = 0xE000
_TUTUP = str.maketrans({chr(_AWAL + ord(h)): h for h in _KHUSUS} | {chr(_AWAL + ord("n")): "\n"})
_UTUH = re.compile(r"(?:::(?P<judul>.*?)::)?(?P<soal>[^{}]*)\{(?P<isi>[^{}]*)\}\s*", re.DOTALL)
_BOBOT = re.compile(r"%(-?\d+(?:\.\d+)?)%")
PENUH = 10_000


class GiftSalah(Exception):
    """Question `nomor` (1-based) cannot be read: `alasan`."""

    def __init__(self, nomor: int, alasan: str):
        super().__init__(f"soal {nomor}: {alasan}")
        self.nomor, self.alasan = nomor, alasan


@dataclass(frozen=True)
class SoalGift:
    """One question: kind and content as `pelatihan.kursus.rules` describes them, and its comment."""

    nomor: int
    judul: str
    jenis: str
    isi: dict
    keterangan: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BerkasGift:
    keterangan: dict[str, str]
    soal: list[SoalGift]


def parse_gift(teks: str) -> BerkasGift:
    """All questions of a file. Raises GiftSalah."""
    berkas: dict[str, str] = {}
    soal: list[SoalGift] = []
    for keterangan, badan in _split(teks.replace("\r\n", "\n").lstrip("\ufeff")):
        if badan:
            soal.append(_read_soal(len(soal) + 1, badan, keterangan))
        elif not soal:
            berkas |= keterangan
    return BerkasGift(berkas, soal)


def escape(teks: str) -> str:
    """Text that parse_gift gives back as it was."""
    for huruf in ("\\", *_KHUSUS[:-1]):
        teks = teks.replace(huruf, f"\\{huruf}")
    return teks.replace("\n", "\\n")


def _split(teks: str) -> Iterator[tuple[dict[str, str], str]]:
    """(comments, body) of each paragraph; a blank line inside braces ends nothing."""
    keterangan: dict[str, str] = {}
    badan: list[str] = []
    for baris in [*_hide(teks).split("\n"), ""]:
        if baris.lstrip().startswith("//"):
            keterangan |= _read_keterangan(baris.lstrip().removeprefix("//"))
        elif baris.strip() or "".join(badan).count("{") > "".join(badan).count("}"):
            badan.append(baris)
        elif badan or keterangan:
            yield keterangan, "\n".join(badan)
            keterangan, badan = {}, []
    if badan:
        yield keterangan, "\n".join(badan)


def _read_keterangan(baris: str) -> dict[str, str]:
    pasangan = (satu.partition(":") for satu in baris.split(";"))
    return {k.strip(): _show(v) for k, titik, v in pasangan if titik}


def _hide(teks: str) -> str:
    r"""Escaped letters moved out of the way into the private use area."""
    return re.sub(r"\\([~=#{}:\\n])", lambda m: chr(_AWAL + ord(m[1])), teks)


def _show(teks: str) -> str:
    return teks.translate(_TUTUP).strip()


def _read_soal(nomor: int, badan: str, keterangan: dict[str, str]) -> SoalGift:
    cocok = _UTUH.fullmatch(badan)
    if cocok is None:
        raise GiftSalah(nomor, "bentuknya tidak dikenal")
    isi, _batas, umum = cocok["isi"].partition("####")
    try:
        jenis, khusus = _read_isi(isi.strip())
    except (ValueError, InvalidOperation) as salah:
        raise GiftSalah(nomor, str(salah) or "angkanya tidak terbaca") from salah
    bacaan, soal = _split_bacaan(_show(cocok["soal"]))
    tubuh = {"versi": 1, "bacaan": bacaan, "soal": soal, "umpan_balik": _show(umum), **khusus}
    judul = _show(cocok["judul"] or "") or soal[:60]
    return SoalGift(nomor, judul, jenis, tubuh, keterangan)


def _split_bacaan(soal: str) -> tuple[str, str]:
    """The last paragraph asks; what stands before it is to be read first."""
    bacaan, _batas, tanya = soal.rpartition("\n\n")
    return bacaan.strip(), tanya.strip()


def _read_isi(isi: str) -> tuple[str, dict]:
    if isi.startswith("#"):
        return "angka", _read_angka(isi[1:].strip())
    kepala, *umpan = isi.split("#")
    if kepala.strip().upper() in {"T", "TRUE", "F", "FALSE"}:
        return "benar-salah", _read_benar_salah(kepala.strip().upper()[0] == "T", umpan)
    return _read_pilihan(isi)


def _read_benar_salah(benar: bool, umpan: list[str]) -> dict:
    """GIFT gives the feedback for the wrong answer first."""
    keliru, tepat = ([_show(u) for u in umpan] + ["", ""])[:2]
    return {
        "pilihan": [
            _pilihan("b", "Benar", PENUH if benar else 0, tepat if benar else keliru),
            _pilihan("s", "Salah", 0 if benar else PENUH, keliru if benar else tepat),
        ]
    }


def _pilihan(id_: str, teks: str, bobot: int, umpan_balik: str) -> dict:
    return {"id": id_, "teks": teks, "bobot": bobot, "umpan_balik": umpan_balik}


def _list_jawaban(isi: str) -> Iterator[tuple[str, int, str, str]]:
    """(sign, weight, text, feedback) of each answer."""
    potong = re.split(r"([=~])", isi)
    if potong[0].strip():
        raise ValueError("jawaban tanpa = atau ~")
    for tanda, satu in zip(potong[1::2], potong[2::2], strict=True):
        teks, _batas, umpan = satu.strip().partition("#")
        bobot = PENUH if tanda == "=" else 0
        if cocok := _BOBOT.match(teks):
            bobot, teks = round(Decimal(cocok[1]) * 100), teks[cocok.end() :]
            if abs(bobot) > PENUH:
                raise ValueError("bobot di luar -100 sampai 100")
        yield tanda, bobot, _show(teks), _show(umpan)


def _read_pilihan(isi: str) -> tuple[str, dict]:
    jawaban = list(_list_jawaban(isi))
    tanda = [t for t, *_sisa in jawaban]
    if "~" not in tanda:
        raise ValueError("jenis ini belum bisa dibaca")
    pilihan = [_pilihan(f"p{n}", t, b, u) for n, (_t, b, t, u) in enumerate(jawaban, start=1)]
    tunggal = tanda.count("=") == 1
    if tunggal and any(b > 0 for t, b, *_sisa in jawaban if t == "~"):
        raise ValueError("bobot sebagian pada pilihan tunggal")
    return ("pilihan-tunggal" if tunggal else "pilihan-ganda"), {"pilihan": pilihan}


def _read_angka(isi: str) -> dict:
    if not isi.startswith(("=", "~")):
        isi = f"={isi}"
    angka, lain = [], ""
    for _tanda, bobot, teks, umpan in _list_jawaban(isi):
        if not teks:
            lain = umpan
            continue
        nilai, toleransi = _read_rentang(teks)
        angka.append({"nilai": nilai, "toleransi": toleransi, "bobot": bobot, "umpan_balik": umpan})
    return {"angka": angka, "umpan_lain": lain}


def _read_rentang(teks: str) -> tuple[str, str]:
    """`3:0.5` (value and tolerance) or `2.5..3.5` as (value, tolerance)."""
    if ".." in teks:
        bawah, atas = (Decimal(t) for t in teks.split("..", 1))
        return str((bawah + atas) / 2), str(abs(atas - bawah) / 2)
    nilai, _batas, toleransi = teks.partition(":")
    return str(Decimal(nilai.strip())), str(Decimal(toleransi.strip() or 0))
