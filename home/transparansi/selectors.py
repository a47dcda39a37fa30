"""The village's money and papers as readers see them."""

from dataclasses import dataclass
from datetime import date

from cms.core import tulisan, waktu
from cms.core.angka import Angka, get_angka, get_daftar_sumber
from cms.core.lembar import Lembar, potong

from .models import Laporan
from .rules import SUSUNAN, Uang, sum_uang

TUNGGAKAN = "dana.tunggakan"
DILAPORKAN = "dana.dilaporkan"


@dataclass(frozen=True)
class UangKita:
    """The headline: the sum, its lines in words, and arrears in basis points where known."""

    uang: Uang
    baris: list[tuple[str, int]]
    tunggakan: Angka | None


@dataclass(frozen=True)
class BarisLaporan:
    """One document in a list."""

    judul: str
    jenis: str
    periode: str
    ringkasan: str
    terbit_pada: date
    url: str
    berkas: str
    ukuran: int | None
    dana: Angka | None = None


def get_uang() -> UangKita | None:
    """The revolving fund from the rooms' figures, or None while the books say nothing yet."""
    hari_ini = waktu.hari_ini()
    uang = sum_uang({kode: get_angka(kode, hari_ini) for kode, _tanda in SUSUNAN})
    if uang is None:
        return None
    judul = {s.kode: s.judul for s in get_daftar_sumber()}
    baris = [(judul[kode], nilai) for kode, nilai in uang.baris]
    return UangKita(uang, baris, get_angka(TUNGGAKAN, hari_ini))


def get_dilaporkan(tanggal: date) -> Angka | None:
    """The fund as the newest published report states it; None while no report carries a sum."""
    berdana = Laporan.objects.filter(terbit_pada__lte=tanggal, dana_bergulir__isnull=False)
    laporan = berdana.select_related("dokumen").order_by("-periode_sampai", "-pk").first()
    return _get_dana(laporan) if laporan else None


def _get_dana(laporan: Laporan) -> Angka | None:
    """The sum a report carries."""
    if laporan.dana_bergulir is None or laporan.periode_sampai is None:
        return None
    url = laporan.dokumen.url if laporan.dokumen else "/uang-kita/"
    return Angka(laporan.dana_bergulir, "rupiah", laporan.periode_sampai, url)


def get_lembar(nomor: int, jenis: str = "") -> Lembar:
    """A page of published documents, of one kind or of all."""
    query = Laporan.objects.terbit().select_related("dokumen")
    lembar = potong(query.filter(jenis=jenis) if jenis else query, nomor)
    return Lembar([_baris(x) for x in lembar.isi], lembar.number, lembar.has_next)


def list_terbaru(banyak: int) -> list[BarisLaporan]:
    return [_baris(x) for x in Laporan.objects.terbit().select_related("dokumen")[:banyak]]


def _baris(laporan: Laporan) -> BarisLaporan:
    dokumen = laporan.dokumen
    return BarisLaporan(
        judul=laporan.judul,
        jenis=laporan.get_jenis_display(),
        periode=format_periode(laporan.periode_dari, laporan.periode_sampai),
        ringkasan=laporan.ringkasan,
        terbit_pada=laporan.terbit_pada,
        url=dokumen.url if dokumen else "",
        berkas=dokumen.file_extension if dokumen else "",
        ukuran=dokumen.file_size if dokumen else None,
        dana=_get_dana(laporan),
    )


def format_periode(dari: date | None, sampai: date | None) -> str:
    """Oktober 2026, 2025, Januari 2024 sampai Desember 2026, or empty."""
    if dari is None or sampai is None:
        satu = dari or sampai
        return tulisan.format_tanggal(satu, "bulan") if satu else ""
    if (dari.year, dari.month) == (sampai.year, sampai.month):
        return tulisan.format_tanggal(dari, "bulan")
    if (dari.month, sampai.month) == (1, 12) and dari.year == sampai.year:
        return str(dari.year)
    return f"{tulisan.format_tanggal(dari, 'bulan')}–{tulisan.format_tanggal(sampai, 'bulan')}"
