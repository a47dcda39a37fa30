"""Reading what somebody typed from a sheet: "1A 2C 4 2950000 5 1c 2a 6 cabd"; pure.

A question is its number and its answer. Within a line the next question begins where a token can be
nothing else; after a text (short answer, gaps) only the very next number can begin one. A new line or
a semicolon always ends an answer, except in an essay, which goes on over lines until a line begins with
another number. Words in quotation marks are never taken for a number. "-" means: left empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..penilaian import rules as nilai
from .susunan import PILIHAN, Butir, Celah, describe_jawaban

_AWAL = re.compile(r"([0-9]{1,3})([.):=]?)(.*)", re.DOTALL)
_KATA = re.compile(r'"[^"\n]*"|[^\s"]+|"')
_HURUF = re.compile(r"[A-Za-z]{1,26}")
_PASANG = re.compile(r"(?:[0-9]{1,2}[A-Za-z])+")
_SATU_PASANG = re.compile(r"([0-9]{1,2})([A-Za-z])")
TEKS = ("isian-singkat", "rumpang", "uraian")
KOSONG = "-"


@dataclass(frozen=True)
class Terbaca:
    """What was understood for one question: an answer as the phone would send it, or what is wrong."""

    butir: Butir
    isi: dict | None = None
    galat: str = ""
    mentah: str = ""

    @property
    def kata(self) -> list[str]:
        return describe_jawaban(self.butir, self.isi) if self.isi else []


@dataclass(frozen=True)
class Bacaan:
    """A whole sheet as understood; `sisa` is what belongs to no question."""

    butir: tuple[Terbaca, ...]
    sisa: tuple[str, ...]

    @property
    def is_bersih(self) -> bool:
        return not self.sisa and not any(t.galat for t in self.butir)

    @property
    def jawaban(self) -> dict[str, dict]:
        """Answers by key of their question; what was left empty is not there."""
        return {t.butir.kunci: t.isi for t in self.butir if t.isi}


@dataclass
class _Potong:
    """The tokens of one question, lines kept apart."""

    butir: Butir
    baris: list[list[str]] = field(default_factory=lambda: [[]])

    def add(self, kata: str) -> None:
        if kata:
            self.baris[-1].append(kata)

    @property
    def kata(self) -> list[str]:
        return [k for baris in self.baris for k in baris]

    @property
    def teks(self) -> str:
        return "\n".join(" ".join(k.strip('"') for k in baris) for baris in self.baris).strip()


def read_ketikan(teks: str, butir: Sequence[Butir]) -> Bacaan:
    """Every question of a sheet with what was typed for it. Any text is read; none raises."""
    menurut = {b.nomor: b for b in butir if b.nomor}
    potong, sisa = _split(teks, menurut)
    per: dict[int, list[_Potong]] = {}
    for satu in potong:
        per.setdefault(satu.butir.nomor, []).append(satu)
    hasil = [_read(b, per.get(n, [])) for n, b in menurut.items()]
    return Bacaan(tuple(hasil), tuple(sisa))


def read_jawaban(jawaban: dict[str, dict], butir: Sequence[Butir]) -> Bacaan:
    """A whole sheet from answers by key of their question; what fits no question is left over."""
    bernomor = [b for b in butir if b.nomor]
    sisa = jawaban.keys() - {b.kunci for b in bernomor}
    return Bacaan(tuple(_take(b, jawaban.get(b.kunci)) for b in bernomor), tuple(sorted(sisa)))


def _take(butir: Butir, isi: dict | None) -> Terbaca:
    if isi is None:
        return Terbaca(butir)
    if not nilai.is_sah(butir.jenis, butir.isi, isi):
        return Terbaca(butir, None, "terlalu-panjang")
    return Terbaca(butir, isi if nilai.is_terjawab(isi) else None)


def write_bacaan(bacaan: Bacaan) -> str:
    """What was answered in words, one question a line."""
    return "\n".join(f"{t.butir.nomor} {'; '.join(t.kata)}" for t in bacaan.butir if t.isi)


# -- cutting the text into questions ---------------------------------------------------------------
def _split(teks: str, menurut: dict[int, Butir]) -> tuple[list[_Potong], list[str]]:
    potong: list[_Potong] = []
    sisa: list[str] = []
    kini: _Potong | None = None
    for baris in _list_baris(teks):
        uraian = kini is not None and kini.butir.jenis == "uraian"
        kini = kini if uraian else None
        if kini:
            kini.baris.append([])
        for urut, kata in enumerate(_KATA.findall(baris)):
            baru = _begin(kata, urut == 0, kini, menurut)
            if baru:
                kini = baru
                potong.append(baru)
            elif kini:
                kini.add(kata)
            else:
                sisa.append(kata)
    return potong, sisa


def _list_baris(teks: str) -> list[str]:
    return re.split(r"[\n\r;]+", re.sub("[“”„]", '"', teks))


def _begin(
    kata: str, awal: bool, kini: _Potong | None, menurut: dict[int, Butir]
) -> _Potong | None:
    """The question that this token begins, or None."""
    cocok = _AWAL.fullmatch(kata)
    butir = menurut.get(int(cocok[1])) if cocok else None
    if cocok is None or butir is None:
        return None
    if awal and kini is None:
        mulai = True
    elif awal and kini:  # within an essay
        mulai = butir.nomor > kini.butir.nomor and _is_bentuk(butir, cocok[2], cocok[3])
    else:
        mulai = _is_bentuk(butir, cocok[2], cocok[3]) and not _goes_on(kata, kini, butir)
    if not mulai:
        return None
    baru = _Potong(butir)
    baru.add(cocok[3])
    return baru


def _is_bentuk(butir: Butir, tanda: str, sisa: str) -> bool:
    """Whether what follows a number without a blank can be an answer to that question."""
    if not sisa:
        return True
    if butir.jenis in PILIHAN or butir.jenis == "mengurutkan":
        return bool(_HURUF.fullmatch(sisa))
    if butir.jenis == "menjodohkan":
        return bool(_HURUF.fullmatch(sisa)) or bool(tanda and _PASANG.fullmatch(sisa))
    if butir.jenis == "angka":
        return tanda in ("=", ":", ")") and nilai.parse_angka(sisa) is not None
    return tanda in ("=", ":", ")")


def _goes_on(kata: str, kini: _Potong | None, baru: Butir) -> bool:
    """Whether the token still belongs to the answer before it."""
    if kini is None:
        return False
    jenis = kini.butir.jenis
    if jenis == "uraian":
        return True
    if jenis in TEKS:
        return baru.nomor != kini.butir.nomor + 1 or not kini.kata
    if jenis == "angka":
        return not any(c.isdigit() for c in kini.teks) and kini.teks != KOSONG
    return jenis == "menjodohkan" and _is_pasangan(kata, kini)


def _is_pasangan(kata: str, kini: _Potong) -> bool:
    """A pair of the matching before: its left number is there and has not been used."""
    if not _PASANG.fullmatch(kata) or any(_HURUF.fullmatch(k) for k in kini.kata):
        return False
    dipakai = {int(n) for n, _h in _SATU_PASANG.findall(" ".join(kini.kata))}
    nomor = [int(n) for n, _h in _SATU_PASANG.findall(kata)]
    return all(1 <= n <= len(kini.butir.kiri) and n not in dipakai for n in nomor)


# -- reading one answer ------------------------------------------------------------------------------
class _Salah(ValueError):
    """The argument is a code: what is wrong with an answer."""


def _read(butir: Butir, potong: list[_Potong]) -> Terbaca:
    mentah = " | ".join(p.teks for p in potong)
    if len(potong) > 1:
        return Terbaca(butir, None, "kembar", mentah)
    if not potong or potong[0].teks == KOSONG:
        return Terbaca(butir, None, "", mentah)
    if not potong[0].teks:
        return Terbaca(butir, None, "tanpa-jawaban", mentah)
    try:
        isi = _BACA[butir.jenis](butir, potong[0].teks)
    except _Salah as salah:
        return Terbaca(butir, None, str(salah), mentah)
    if not nilai.is_sah(butir.jenis, butir.isi, isi):
        return Terbaca(butir, None, "terlalu-panjang", mentah)
    return Terbaca(butir, isi if nilai.is_terjawab(isi) else None, "", mentah)


def _list_huruf(butir: Butir | Celah, teks: str) -> list[str]:
    """Ids of the letters, in the order typed; a choice written out in words counts as well."""
    tulis = next((o.id for o in butir.opsi if o.teks.casefold() == teks.casefold()), None)
    if tulis:
        return [tulis]
    ada = {o.huruf: o.id for o in butir.opsi}
    huruf = [h for h in teks.upper() if h not in " ,.+&\n"]
    if any(h not in ada for h in huruf):
        raise _Salah("huruf-tak-ada")
    return [ada[h] for h in huruf]


def _read_satu(butir: Butir, teks: str) -> dict:
    pilihan = _list_huruf(butir, teks)
    if len(pilihan) != 1:
        raise _Salah("satu-huruf")
    return {"pilihan": pilihan}


def _read_ganda(butir: Butir, teks: str) -> dict:
    return {"pilihan": sorted(set(_list_huruf(butir, teks)))}


def _read_angka(_butir: Butir, teks: str) -> dict:
    if nilai.parse_angka(teks) is None:
        raise _Salah("bukan-angka")
    return {"teks": teks}


def _read_teks(_butir: Butir, teks: str) -> dict:
    return {"teks": teks}


def _read_pasangan(butir: Butir, teks: str) -> dict:
    rapat = re.sub(r"[\s,]+", "", teks)
    pasang = [(int(n), h) for n, h in _SATU_PASANG.findall(rapat)]
    if _HURUF.fullmatch(rapat):
        pasang = list(enumerate(rapat, start=1))
    elif not _PASANG.fullmatch(rapat):
        raise _Salah("bukan-pasangan")
    nomor = [n for n, _h in pasang]
    if len(set(nomor)) != len(nomor) or not all(1 <= n <= len(butir.kiri) for n in nomor):
        raise _Salah("pasangan-tak-ada")
    return {"pasangan": {butir.kiri[n - 1][0]: _list_huruf(butir, h)[0] for n, h in pasang}}


def _read_urutan(butir: Butir, teks: str) -> dict:
    urutan = _list_huruf(butir, teks)
    if sorted(urutan) != sorted(o.id for o in butir.opsi):
        raise _Salah("urutan-kurang")
    return {"urutan": urutan}


def _read_celah(butir: Butir, teks: str) -> dict:
    isian = [satu.strip() for satu in teks.split("/")]
    if len(isian) > len(butir.celah):
        raise _Salah("celah-lebih")
    pasang = zip(butir.celah, isian, strict=False)
    return {"celah": {c.id: _read_satu_celah(c, t) for c, t in pasang if t and t != KOSONG}}


def _read_satu_celah(celah: Celah, teks: str) -> str:
    if celah.jenis == "pilihan":
        pilihan = _list_huruf(celah, teks)
        if len(pilihan) != 1:
            raise _Salah("satu-huruf")
        return pilihan[0]
    if celah.jenis == "angka" and nilai.parse_angka(teks) is None:
        raise _Salah("bukan-angka")
    return teks


_BACA = {
    "pilihan-tunggal": _read_satu,
    "benar-salah": _read_satu,
    "pilihan-ganda": _read_ganda,
    "angka": _read_angka,
    "isian-singkat": _read_teks,
    "uraian": _read_teks,
    "menjodohkan": _read_pasangan,
    "mengurutkan": _read_urutan,
    "rumpang": _read_celah,
}


# -- two typings ----------------------------------------------------------------------------------
def list_beda(satu: dict[str, dict], dua: dict[str, dict]) -> set[str]:
    """Keys of the questions that two typings of one sheet answer differently."""
    return {kunci for kunci in satu.keys() | dua.keys() if satu.get(kunci) != dua.get(kunci)}
