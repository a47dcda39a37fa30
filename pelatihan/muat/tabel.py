"""Questions from a sheet: one row each, columns by name. XLSX is opened only when harmless and modest."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from cms.core.unggahan import UnggahanDitolak
from cms.core.unggahan.kantor import check_kantor
from cms.core.xlsx import BukuBesar, open_lembar

from .gift import JUDUL_MAKS, SOAL_MAKS, BerkasBanyak, SoalGift, make_judul
from .jawaban import JENIS, LENGKAPI, PENUH, Jawab, build_khusus, make_pilihan
from .teks import TolakSoal, check_bahaya

ISI_MAKS = 8
UTAMA = ("jenis", "judul", "topik", "kesukaran", "bacaan", "soal")
PASANG = tuple(f"{nama}_{n}" for n in range(1, ISI_MAKS + 1) for nama in ("isi", "tanggapan"))
LAIN = (
    "benar",
    "toleransi",
    "tanggapan_lain",
    "umpan_balik",
    "petunjuk",
    "contoh_jawaban",
    "kunci",
)
KOLOM = (*UTAMA, *PASANG, *LAIN)
BARIS_MAKS = 4 * SOAL_MAKS
KOLOM_MAKS = 100
SEL_MAKS = 20_000
BONGKAR_MAKS = 30 * 1024 * 1024
_BENAR = {"benar": True, "b": True, "true": True, "ya": True, "salah": False, "s": False}
_BENAR |= {"false": False, "tidak": False}
Baris = dict[str, str]


class TabelSalah(Exception):
    """The sheet as a whole cannot be read: a code of alasan.py."""

    def __init__(self, kode: str, **rincian: object):
        super().__init__(kode)
        self.kode, self.rincian = kode, rincian


class _Rumus(str):
    """A cell that holds a formula."""


def read_csv(teks: str) -> list[SoalGift]:
    """Questions of a CSV with a comma, a semicolon or a tab between cells. Raises TabelSalah."""
    kepala = teks.partition("\n")[0]
    pemisah = max(";,\t", key=kepala.count)
    try:
        baris = csv.reader(io.StringIO(teks.replace("\x00", "\x01"), newline=""), delimiter=pemisah)
        return _read_baris([_guard(s) for s in satu] for satu in baris)
    except csv.Error:
        raise TabelSalah("tabel-rusak") from None


def _guard(sel: str) -> str:
    rumus = re.match(r"[=@]|[+-](?![\d.,\s>]|$)", sel)
    return _Rumus(sel) if rumus else sel


def read_xlsx(isi: bytes) -> list[SoalGift]:
    """Questions of the first sheet. Raises TabelSalah, BerkasBanyak."""
    try:
        check_kantor(isi, ".xlsx")
        lembar = open_lembar(isi, bongkar_maks=BONGKAR_MAKS, rumus=True)
        baris = _limit(lembar.iter_rows(max_col=KOLOM_MAKS))
        return _read_baris([_read_sel(s) for s in satu] for satu in baris)
    except (TabelSalah, BerkasBanyak):
        raise
    except UnggahanDitolak as salah:
        raise TabelSalah("tabel-ditolak", sebab=str(salah)) from None
    except BukuBesar:
        raise TabelSalah("tabel-besar") from None
    except Exception:  # a broken workbook fails in a dozen ways
        raise TabelSalah("tabel-rusak") from None


def _limit(baris: Iterable) -> Iterator:
    for nomor, satu in enumerate(baris):
        if nomor > BARIS_MAKS:
            raise TabelSalah("tabel-besar")
        yield satu


def _read_sel(sel) -> str:
    nilai = sel.value
    if getattr(sel, "data_type", "") == "f":
        return _Rumus(nilai)
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "benar" if nilai else "salah"
    if isinstance(nilai, float):
        return f"{nilai:.15g}" if "e" not in f"{nilai:.15g}" else f"{nilai:.10f}".rstrip("0")
    if isinstance(nilai, date | datetime | time):
        return nilai.isoformat()
    return str(nilai)


def _read_baris(baris: Iterable[list[str]]) -> list[SoalGift]:
    soal: list[SoalGift] = []
    for nomor, satu in enumerate(_name_kolom(iter(baris)), start=1):
        if nomor > SOAL_MAKS:
            raise BerkasBanyak(SOAL_MAKS)
        soal.append(_read_soal(nomor, satu))
    return soal


def _name_kolom(baris: Iterator[list[str]]) -> Iterator[Baris]:
    """Rows that hold anything, by the names of the first row that names its columns."""
    nama = [sel.strip().lower() for sel in next(baris, [])]
    asing = [n for n in nama if n and n not in KOLOM]
    if "jenis" not in nama or "soal" not in nama:
        raise TabelSalah("tabel-tanpa-kepala")
    if asing or len({n for n in nama if n}) != len([n for n in nama if n]):
        raise TabelSalah("tabel-kolom", kolom=", ".join(asing or nama)[:80])
    for satu in baris:
        if any(sel.strip() for sel in satu):
            yield {n: s for n, s in zip(nama, satu, strict=False) if n}


def _read_soal(nomor: int, baris: Baris) -> SoalGift:
    nama = _find_jenis(baris)
    keterangan = {k: baris.get(k, "").strip() for k in ("topik", "kesukaran", "kunci")}
    keterangan = {k: v for k, v in keterangan.items() if v}
    judul = " ".join(baris.get("judul", "").split())[:JUDUL_MAKS]
    judul = judul or make_judul(baris.get("soal", ""))
    try:
        _check_sel(baris)
        if nama is None:
            raise TolakSoal("jenis-tak-dikenal")
        return SoalGift(nomor, judul, nama, _build_isi(nama, baris), keterangan)
    except TolakSoal as salah:
        return SoalGift(nomor, judul, nama, {}, keterangan, salah.kode)


def _find_jenis(baris: Baris) -> str | None:
    tertulis = "-".join(re.split(r"[\s/_-]+", baris.get("jenis", "").strip().lower()))
    return tertulis if tertulis in JENIS else None


def _check_sel(baris: Baris) -> None:
    for sel in baris.values():
        if isinstance(sel, _Rumus):
            raise TolakSoal("rumus")
        if len(sel) > SEL_MAKS:
            raise TolakSoal("teks-panjang")
        if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", sel):
            raise TolakSoal("huruf-kendali")
        check_bahaya(sel)


def _get(baris: Baris, nama: str) -> str:
    return baris.get(nama, "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _build_isi(jenis: str, baris: Baris) -> dict:
    isi = {
        "versi": 1,
        "bacaan": _get(baris, "bacaan"),
        "soal": _get(baris, "soal"),
        "umpan_balik": _get(baris, "umpan_balik"),
        "petunjuk": [p.strip() for p in _get(baris, "petunjuk").split("|") if p.strip()],
        "gambar": None,
    }
    if jenis == "keterangan":
        return isi
    if jenis == "benar-salah":
        return isi | _build_tf(baris)
    jawab = _list_jawab(jenis, baris)
    khusus = build_khusus(jenis, jawab, _list_tambahan(jenis, baris))
    if jenis == "rumpang":
        return isi | {"soal": LENGKAPI, "rumpang": {"teks": isi["soal"], **khusus}}
    return isi | khusus


def _build_tf(baris: Baris) -> dict:
    kata = _get(baris, "benar").lower()
    if kata not in _BENAR:
        raise TolakSoal("benar-salah-kosong")
    umpan = _get(baris, "tanggapan_1"), _get(baris, "tanggapan_2")
    benar = PENUH * _BENAR[kata], PENUH * (not _BENAR[kata])
    kata_pilihan = (("b", "Benar"), ("s", "Salah"))
    return {"pilihan": [make_pilihan(*kata_pilihan[n], benar[n], umpan[n]) for n in (0, 1)]}


def _list_jawab(jenis: str, baris: Baris) -> list[Jawab]:
    ada = [n for n in range(1, ISI_MAKS + 1) if _get(baris, f"isi_{n}")]
    benar = _read_benar(_get(baris, "benar")) if jenis.startswith("pilihan") else set(ada)
    if benar - set(ada):
        raise TolakSoal("benar-asing", jenis)
    jawab = [
        Jawab(
            "=" if n in benar else "~",
            None,
            _get_isi(jenis, baris, n),
            _get(baris, f"tanggapan_{n}"),
        )
        for n in ada
    ]
    if jenis == "uraian":
        return []
    lain = _get(baris, "tanggapan_lain")
    return (
        [*jawab, Jawab("~", 0, "", lain)] if lain and jenis in ("angka", "isian-singkat") else jawab
    )


def _get_isi(jenis: str, baris: Baris, n: int) -> str:
    isi, toleransi = _get(baris, f"isi_{n}"), _get(baris, "toleransi")
    return f"{isi}:{toleransi}" if jenis == "angka" and toleransi and ".." not in isi else isi


def _read_benar(teks: str) -> set[int]:
    """`1`, `A`, `A, C` or `1;3` as the numbers of the right answers."""
    kata = [k for k in re.split(r"[\s,;]+", teks.lower().removesuffix(".0")) if k]
    if any(not re.fullmatch(r"[1-8a-h]", k, re.ASCII) for k in kata):
        raise TolakSoal("benar-asing")
    return {int(k) if k.isdigit() else ord(k) - ord("a") + 1 for k in kata}


def _list_tambahan(jenis: str, baris: Baris) -> dict[str, str]:
    if jenis == "isian-singkat":
        return {"ejaan": _get(baris, "toleransi").removesuffix(".0") or "0"}
    if jenis != "uraian":
        return {}
    rubrik = [_get(baris, f"isi_{n}").replace("|", "/") for n in range(1, ISI_MAKS + 1)]
    return {
        "rubrik": "|".join(filter(None, rubrik)),
        "contoh": _get(baris, "contoh_jawaban"),
    }
