r"""Reading questions in Moodle's GIFT format, all of it, and the kinds it lacks by comments of ours.

    // kunci: <uuid>; topik: kuorum; kesukaran: 2
    ::Title::Question? { =right#feedback ~wrong#feedback ~%50%half ####general feedback }

How each kind is written stands in docs/fitur/naskah-kursus.md. Comments before the first question
describe the file. A question that cannot be read is kept with its reason; the others are read on.
"""

from dataclasses import dataclass, field

from .jawaban import (
    JENIS,
    LENGKAPI,
    PENUH,
    Jawab,
    build_celah,
    build_khusus,
    guess_celah,
    make_pilihan,
    split_jawab,
)
from .potong import Potongan, escape, show, split_gift
from .teks import TolakSoal, read_teks

__all__ = [
    "BerkasBanyak",
    "BerkasGift",
    "GiftSalah",
    "SoalGift",
    "escape",
    "parse_gift",
    "read_gift",
]

SOAL_MAKS = 5_000
BARIS_MAKS = 400_000
JUDUL_MAKS = 120
_BENAR_SALAH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
VERSI = 1


class GiftSalah(Exception):
    """Question `nomor` (1-based) cannot be read: `alasan` is a code of alasan.py."""

    def __init__(self, nomor: int, alasan: str):
        super().__init__(f"soal {nomor}: {alasan}")
        self.nomor, self.alasan = nomor, alasan


class BerkasBanyak(Exception):
    """More questions in one file than are read at once."""


@dataclass(frozen=True)
class SoalGift:
    """One question: kind and content as `pelatihan.kursus` describes them, and its comments.

    With `alasan` (a code) it could not be read: then `jenis` may be None and `isi` is empty.
    """

    nomor: int
    judul: str
    jenis: str | None
    isi: dict
    keterangan: dict[str, str] = field(default_factory=dict)
    alasan: str = ""


@dataclass(frozen=True)
class BerkasGift:
    keterangan: dict[str, str]
    soal: list[SoalGift]


def parse_gift(teks: str) -> BerkasGift:
    """All questions of a file that must be right. Raises GiftSalah, BerkasBanyak."""
    berkas = read_gift(teks)
    for satu in berkas.soal:
        if satu.alasan:
            raise GiftSalah(satu.nomor, satu.alasan)
    return berkas


def read_gift(teks: str) -> BerkasGift:
    """All questions of a file, those that cannot be taken with their reason. Raises BerkasBanyak."""
    berkas: dict[str, str] = {}
    soal: list[SoalGift] = []
    if teks.count("\n") + teks.count("\r") > 2 * BARIS_MAKS:
        raise BerkasBanyak(SOAL_MAKS)
    for potongan in split_gift(teks):
        if potongan.badan:
            soal.append(_read_soal(len(soal) + 1, potongan))
        elif not soal:
            berkas |= _show_semua(potongan.keterangan)
        if len(soal) > SOAL_MAKS:
            raise BerkasBanyak(SOAL_MAKS)
    return BerkasGift(berkas, soal)


def _show_semua(keterangan: dict[str, str]) -> dict[str, str]:
    return {nama: show(nilai) for nama, nilai in keterangan.items()}


def _read_soal(nomor: int, potongan: Potongan) -> SoalGift:
    judul, badan, keterangan = "", potongan.badan.strip(), _show_semua(potongan.keterangan)
    if potongan.topik:
        keterangan.setdefault("topik", potongan.topik)
    try:
        judul, badan = _split_judul(badan)
        jenis, isi = _read_badan(badan, potongan.keterangan)
    except TolakSoal as salah:
        judul = judul or make_judul(show(badan.partition("{")[0]))
        return SoalGift(nomor, judul, salah.jenis, {}, keterangan, salah.kode)
    return SoalGift(nomor, judul or make_judul(_name(isi)), jenis, isi, keterangan)


def _name(isi: dict) -> str:
    nama: str = isi["rumpang"]["teks"] if "rumpang" in isi else isi["soal"]
    return nama


def make_judul(teks: str) -> str:
    """A short name from the question itself."""
    return " ".join(teks[:240].split())[:60].strip()


def _split_judul(badan: str) -> tuple[str, str]:
    if not badan.startswith("::"):
        return "", badan
    judul, tutup, sisa = badan[2:].partition("::")
    if not tutup:
        raise TolakSoal("judul-terbuka")
    rapi = " ".join(read_teks(judul).split())
    return rapi[:JUDUL_MAKS], sisa.strip()


def _read_badan(badan: str, mentah: dict[str, str]) -> tuple[str, dict]:
    diminta = mentah.get("jenis") or None
    if diminta and diminta not in JENIS:
        raise TolakSoal("jenis-tak-dikenal")
    awal, isi, akhir = _split_kurung(badan)
    if isi is None:
        if diminta not in (None, "keterangan"):
            raise TolakSoal("tanpa-kurung", diminta)
        return "keterangan", _make_umum(awal, "", mentah, "keterangan")
    isi, _batas, umum = isi.partition("####")
    if akhir.strip():
        return "rumpang", _read_celah_tengah(awal, isi, akhir, umum, mentah)
    jenis, jawab = _recognise(isi, diminta)
    khusus = build_khusus(jenis, jawab, mentah) if jenis != "benar-salah" else _read_tf(isi)
    if jenis == "rumpang":
        tubuh = _make_umum("", umum, mentah, jenis)
        return jenis, tubuh | {"rumpang": {"teks": read_teks(awal), **khusus}}
    tubuh = _make_umum(awal, umum, mentah, jenis)
    if jenis in ("menjodohkan", "mengurutkan"):
        tubuh["umpan_balik"] = _join_umpan(tubuh["umpan_balik"], jawab)
    return jenis, tubuh | khusus


def _split_kurung(badan: str) -> tuple[str, str | None, str]:
    """(before, between, after) the braces; without braces nothing stands between."""
    buka, tutup = badan.count("{"), badan.count("}")
    if not buka and not tutup:
        return badan, None, ""
    if buka > 1 or tutup > 1:
        raise TolakSoal("kurung-banyak")
    if not buka or not tutup or badan.index("}") < badan.index("{"):
        raise TolakSoal("kurung-timpang")
    awal, _batas, sisa = badan.partition("{")
    isi, _batas, akhir = sisa.partition("}")
    return awal, isi, akhir


def _recognise(isi: str, diminta: str | None) -> tuple[str, list[Jawab]]:
    """The kind that signs and comment tell, with the answers."""
    rapat = isi.strip()
    if rapat.startswith("#"):
        return _expect("angka", diminta), _list_angka(rapat[1:].strip())
    if not rapat:
        return _expect("uraian", diminta), []
    if rapat.partition("#")[0].strip().upper() in _BENAR_SALAH:
        return _expect("benar-salah", diminta), []
    jawab = split_jawab(rapat)
    if diminta and diminta not in ("uraian", "keterangan", "angka", "benar-salah"):
        return diminta, jawab
    return _expect(_guess(jawab), diminta), jawab


def _expect(jenis: str, diminta: str | None) -> str:
    if diminta and diminta != jenis:
        raise TolakSoal("jenis-tak-sesuai", diminta)
    return jenis


def _guess(jawab: list[Jawab]) -> str:
    if any(j.tanda == "~" for j in jawab):
        return "pilihan-tunggal" if sum(j.tanda == "=" for j in jawab) == 1 else "pilihan-ganda"
    return "menjodohkan" if any("->" in j.teks for j in jawab) else "isian-singkat"


def _list_angka(isi: str) -> list[Jawab]:
    return split_jawab(isi if isi.startswith(("=", "~")) else f"={isi}")


def _read_tf(isi: str) -> dict:
    """True or false; GIFT gives the feedback for the wrong answer first."""
    kepala, *umpan = isi.split("#")
    benar = _BENAR_SALAH[kepala.strip().upper()]
    keliru, tepat = ([read_teks(u) for u in umpan] + ["", ""])[:2]
    return {
        "pilihan": [
            make_pilihan("b", "Benar", PENUH if benar else 0, tepat if benar else keliru),
            make_pilihan("s", "Salah", 0 if benar else PENUH, keliru if benar else tepat),
        ]
    }


def _read_celah_tengah(awal: str, isi: str, akhir: str, umum: str, mentah: dict[str, str]) -> dict:
    """A missing word: text goes on behind the braces, which become gap 1."""
    rapat = isi.strip()
    if rapat.partition("#")[0].strip().upper() in _BENAR_SALAH or not rapat:
        raise TolakSoal("teks-setelah-kurung", "rumpang")
    jawab = _list_angka(rapat[1:].strip()) if rapat.startswith("#") else split_jawab(rapat)
    jenis = "angka" if rapat.startswith("#") else _guess_celah_kata(jawab)
    celah = build_celah("1", jawab, f"{jenis}, {mentah.get('celah 1', '')}")
    spasi = awal[len(awal.rstrip()) :], akhir[: len(akhir) - len(akhir.lstrip())]
    teks = f"{read_teks(awal)}{spasi[0]}[[1]]{spasi[1]}{read_teks(akhir)}".strip()
    return _make_umum("", umum, mentah, "rumpang") | {"rumpang": {"teks": teks, "celah": [celah]}}


def _guess_celah_kata(jawab: list[Jawab]) -> str:
    jenis = guess_celah(jawab)
    return "isian" if jenis == "angka" else jenis


def _make_umum(awal: str, umum: str, mentah: dict[str, str], jenis: str) -> dict:
    """What every question has. Comments `bacaan` and `soal` go before the place in the text."""
    teks = read_teks(awal)
    bacaan, soal = ("", LENGKAPI) if jenis == "rumpang" else _split_bacaan(teks)
    if "bacaan" in mentah:
        bacaan, soal = read_teks(mentah["bacaan"]), soal if jenis == "rumpang" else teks
    if "soal" in mentah and jenis == "rumpang":
        soal = read_teks(mentah["soal"])
    return {
        "versi": VERSI,
        "bacaan": bacaan,
        "soal": soal,
        "umpan_balik": read_teks(umum),
        "petunjuk": [read_teks(p) for p in mentah.get("petunjuk", "").split("|") if p.strip()],
        "gambar": _read_gambar(mentah.get("gambar", "")),
    }


def _split_bacaan(soal: str) -> tuple[str, str]:
    """The last paragraph asks; what stands before it is to be read first."""
    bacaan, _batas, tanya = soal.rpartition("\n\n")
    return bacaan.strip(), tanya.strip()


def _read_gambar(mentah: str) -> dict | None:
    """`course/file.svg | alt` or the key of a picture of the house."""
    if not mentah.strip():
        return None
    tempat, _batas, alt = mentah.partition("|")
    nama = read_teks(tempat)
    return {"bawaan" if nama.endswith(".svg") else "kunci": nama, "alt": read_teks(alt)}


def _join_umpan(umum: str, jawab: list[Jawab]) -> str:
    """Feedback to one pair has no place of its own, so everybody reads it."""
    lepas = [read_teks(j.umpan) for j in jawab if j.umpan]
    return "\n".join(filter(None, [*lepas, umum]))
