"""The answers of a question, from a file or a sheet, as the content that kursus describes. Plain values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ..kursus.bentuk import make_id
from ..kursus.rules import weigh_pilihan
from .teks import TolakSoal, read_teks

PENUH = 10_000
JAWABAN_MAKS = 100
LENGKAPI = "Lengkapi bagian yang kosong."
RUBRIK_BAWAAN = ("Jawaban tepat, lengkap dan mudah dipahami", 10)
_BOBOT = re.compile(r"\s*%\s*(-?\d{1,4}(?:[.,]\d{1,10})?)\s*%")
_ANGKA = re.compile(
    r"[-+−]?(?:\d{1,20}(?:[.,]\d{1,15})?|[.,]\d{1,15})(?:[eE][-+]?\d{1,2})?", re.ASCII
)
_RIBUAN = re.compile(r"[-−]?\d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,15})?", re.ASCII)
_POIN = re.compile(r"(\d{1,3})\s*=\s*(.+)", re.DOTALL)


@dataclass(frozen=True)
class Jawab:
    """One answer: "=" or "~", weight in basis points or None where none is written, texts still hidden."""

    tanda: str
    bobot: int | None
    teks: str
    umpan: str = ""

    @property
    def nilai(self) -> int:
        return self.bobot if self.bobot is not None else PENUH * (self.tanda == "=")


Tambahan = Mapping[str, str]


def split_jawab(isi: str) -> list[Jawab]:
    """The answers between the braces. Raises TolakSoal."""
    potong = re.split(r"([=~])", isi)
    if potong[0].strip():
        raise TolakSoal("jawaban-tanpa-tanda")
    if len(potong) // 2 > JAWABAN_MAKS:
        raise TolakSoal("jawaban-banyak")
    return [_read_jawab(t, s) for t, s in zip(potong[1::2], potong[2::2], strict=True)]


def _read_jawab(tanda: str, satu: str) -> Jawab:
    teks, _batas, umpan = satu.partition("#")
    bobot, teks = split_bobot(teks)
    return Jawab(tanda, bobot, teks.strip(), umpan.strip())


def split_bobot(teks: str) -> tuple[int | None, str]:
    """`%50%text` as (5000, "text")."""
    cocok = _BOBOT.match(teks)
    if cocok is None:
        return None, teks
    bobot = round(Decimal(cocok[1].replace(",", ".")) * 100)
    if abs(bobot) > PENUH:
        raise TolakSoal("bobot-salah")
    return bobot, teks[cocok.end() :]


def build_khusus(jenis: str, jawab: list[Jawab], tambahan: Tambahan) -> dict:
    """The part of the content that belongs to the kind. Raises TolakSoal."""
    try:
        return _BANGUN[jenis](jawab, tambahan)
    except TolakSoal as salah:
        salah.jenis = salah.jenis or jenis
        raise


def _list_id(tambahan: Tambahan, banyak: int, bawaan: list[str]) -> list[str]:
    """Names written in the comment, when there are as many as answers."""
    tertulis = [read_teks(satu) for satu in tambahan.get("id", "").split("|")]
    return tertulis if len(tertulis) == banyak and all(tertulis) else bawaan


def _build_pilihan(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    bobot = [j.nilai for j in jawab]
    if sum(j.tanda == "=" for j in jawab) > 1 and all(j.bobot is None for j in jawab):
        bobot = weigh_pilihan([j.tanda == "=" for j in jawab])
    ids = _list_id(tambahan, len(jawab), [f"p{n}" for n in range(1, len(jawab) + 1)])
    return {
        "pilihan": [
            make_pilihan(i, read_teks(j.teks), b, read_teks(j.umpan))
            for i, j, b in zip(ids, jawab, bobot, strict=True)
        ]
    }


def make_pilihan(id_: str, teks: str, bobot: int, umpan_balik: str) -> dict:
    return {"id": id_, "teks": teks, "bobot": bobot, "umpan_balik": umpan_balik}


def _split_lain(jawab: list[Jawab]) -> tuple[list[Jawab], str]:
    """What is said to any other answer: the feedback of an empty one or of `*` that earns nothing."""
    lain = [j for j in jawab if j.teks in ("", "*") and (j.tanda == "~" or j.nilai == 0)]
    return [j for j in jawab if j not in lain], read_teks(lain[0].umpan) if lain else ""


def _build_angka(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    jawab, lain = _split_lain(jawab)
    return {"angka": [_make_angka(j) for j in jawab], "umpan_lain": lain}


def _make_angka(jawab: Jawab) -> dict:
    nilai, toleransi = read_rentang(read_teks(jawab.teks))
    umpan = read_teks(jawab.umpan)
    return {"nilai": nilai, "toleransi": toleransi, "bobot": jawab.nilai, "umpan_balik": umpan}


def read_rentang(teks: str) -> tuple[str, str]:
    """`3:0.5` (value and tolerance) or `2.5..3.5` as (value, tolerance). Raises TolakSoal."""
    if ".." in teks:
        bawah, atas = (read_desimal(t) for t in teks.split("..", 1))
        return f"{(bawah + atas) / 2:f}", f"{abs(atas - bawah) / 2:f}"
    nilai, _batas, toleransi = teks.partition(":")
    batas = read_desimal(toleransi) if toleransi.strip() else Decimal(0)
    if batas < 0:
        raise TolakSoal("angka-salah")
    return f"{read_desimal(nilai):f}", f"{batas:f}"


def read_desimal(teks: str) -> Decimal:
    """A number with a decimal point or comma, or with points between thousands where there are several."""
    rapat = teks.strip().replace("−", "-")
    if _RIBUAN.fullmatch(rapat):
        rapat = rapat.replace(".", "")
    elif not _ANGKA.fullmatch(rapat):
        raise TolakSoal("angka-salah")
    try:
        return Decimal(rapat.replace(",", "."))
    except InvalidOperation:
        raise TolakSoal("angka-salah") from None


def _build_isian(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    jawab, lain = _split_lain(jawab)
    isian = [
        {"teks": read_teks(j.teks), "bobot": j.nilai, "umpan_balik": read_teks(j.umpan)}
        for j in jawab
    ]
    return {"isian": isian, **_read_ejaan(tambahan), "umpan_lain": lain}


def _read_ejaan(tambahan: Tambahan) -> dict:
    ejaan = tambahan.get("ejaan", "0")
    if ejaan not in ("0", "1", "2"):
        raise TolakSoal("ejaan-salah")
    peka = tambahan.get("huruf", "").lower() == "peka"
    return {"toleransi_ejaan": int(ejaan), "peka_huruf": peka}


def split_panah(teks: str) -> tuple[str, str]:
    """`left -> right`, each still hidden. Raises TolakSoal."""
    kiri, panah, kanan = teks.partition("->")
    if not panah:
        raise TolakSoal("tanpa-panah")
    return kiri.strip(), kanan.strip()


def _build_pasangan(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    pasang = [tuple(read_teks(t) for t in split_panah(j.teks)) for j in jawab]
    utuh = [(kiri, kanan) for kiri, kanan in pasang if kiri]
    ids = _list_id(tambahan, len(utuh), [make_id(kiri) for kiri, _kanan in utuh])
    return {
        "pasangan": [
            {"id": i, "kiri": kiri, "kanan": kanan}
            for i, (kiri, kanan) in zip(ids, utuh, strict=True)
        ],
        "pengecoh": [kanan for kiri, kanan in pasang if not kiri],
    }


def _build_urutan(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    teks = [read_teks(j.teks) for j in jawab]
    ids = _list_id(tambahan, len(teks), [make_id(satu) for satu in teks])
    return {"urutan": [{"id": i, "teks": t} for i, t in zip(ids, teks, strict=True)]}


def _build_uraian(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    """Essays of other schools come without a rubric; ours begin with one plain line."""
    tertulis = [_read_poin(satu) for satu in tambahan.get("rubrik", "").split("|") if satu.strip()]
    baris = tertulis or [RUBRIK_BAWAAN]
    ids = _list_id(tambahan, len(baris), [make_id(kriteria) for kriteria, _poin in baris])
    rubrik = [{"id": i, "kriteria": k, "poin": p} for i, (k, p) in zip(ids, baris, strict=True)]
    return {"rubrik": rubrik, "contoh_jawaban": read_teks(tambahan.get("contoh", ""))}


def _read_poin(mentah: str) -> tuple[str, int]:
    """`4 = names the quorum` of a rubric. Raises TolakSoal."""
    cocok = _POIN.fullmatch(mentah.strip())
    if cocok is None:
        raise TolakSoal("rubrik-salah")
    return read_teks(cocok[2]), int(cocok[1])


def guess_celah(jawab: list[Jawab]) -> str:
    """Choices when a wrong one is given, numbers when all are numbers, else words."""
    if any(j.tanda == "~" for j in jawab):
        return "pilihan"
    try:
        for satu in jawab:
            read_rentang(read_teks(satu.teks))
    except TolakSoal:
        return "isian"
    return "angka"


def build_celah(id_: str, jawab: list[Jawab], ciri: str) -> dict:
    """One gap; `ciri` as in `isian, bobot 2, ejaan 1, peka`. Raises TolakSoal."""
    kata = [satu.split() for satu in ciri.split(",") if satu.strip()]
    nilai = {satu[0]: satu[-1] for satu in kata}
    jenis = next((j for j in ("pilihan", "isian", "angka") if j in nilai), guess_celah(jawab))
    if not re.fullmatch(r"[1-9]\d{0,2}", nilai.get("bobot", "1"), re.ASCII):
        raise TolakSoal("celah-bobot")
    tambahan = {"ejaan": nilai.get("ejaan", "0"), "huruf": "peka" if "peka" in nilai else ""}
    kepala = {"id": id_, "jenis": jenis, "bobot": int(nilai.get("bobot", "1"))}
    return kepala | _ISI_CELAH[jenis](jawab, tambahan)


_ISI_CELAH: dict[str, Callable[[list[Jawab], Tambahan], dict]] = {
    "pilihan": _build_pilihan,
    "isian": _build_isian,
    "angka": _build_angka,
}


def _build_rumpang(jawab: list[Jawab], tambahan: Tambahan) -> dict:
    """Answers `1 -> word`; the caller adds the text with the gaps."""
    celah: dict[str, list[Jawab]] = {}
    for satu in jawab:
        nama, isi = split_panah(satu.teks)
        bobot, teks = split_bobot(isi)
        lengkap = Jawab(
            satu.tanda, bobot if bobot is not None else satu.bobot, teks.strip(), satu.umpan
        )
        celah.setdefault(read_teks(nama), []).append(lengkap)
    return {
        "celah": [
            build_celah(n, j, tambahan.get(f"celah {n}".lower(), "")) for n, j in celah.items()
        ]
    }


_BANGUN: dict[str, Callable[[list[Jawab], Tambahan], dict]] = {
    "pilihan-tunggal": _build_pilihan,
    "pilihan-ganda": _build_pilihan,
    "isian-singkat": _build_isian,
    "angka": _build_angka,
    "menjodohkan": _build_pasangan,
    "mengurutkan": _build_urutan,
    "rumpang": _build_rumpang,
    "uraian": _build_uraian,
}
JENIS = frozenset({*_BANGUN, "benar-salah", "keterangan"})
