"""Dates, times and percentages as the house writes them: pure functions on plain values."""

import re
from datetime import date, datetime

TAK_PUTUS = "\u00a0"
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


_PASANGAN = re.compile(r"\b(RT|RW|Rp|KSM|Pak|Bu) (?=\w)")


def join_pasangan(teks: str) -> str:
    """RT 04, Rp 5.000, Bu Yati: what belongs together stays on one line."""
    return _PASANGAN.sub(rf"\1{TAK_PUTUS}", teks)


def format_tanggal(hari: date, bentuk: str = "panjang") -> str:
    """A date in one of the forms panjang, pendek, pendek-tahun, hari or bulan; never broken inside.

    24 November 2026 / 24 Nov / 24 Nov 2026 / Selasa, 24 November 2026 / November 2026.
    """
    bulan = BULAN[hari.month - 1]
    pendek = BULAN_PENDEK[hari.month - 1]
    panjang = f"{hari.day} {bulan} {hari.year}".replace(" ", TAK_PUTUS)
    return {
        "panjang": panjang,
        "pendek": f"{hari.day}{TAK_PUTUS}{pendek}",
        "pendek-tahun": f"{hari.day}{TAK_PUTUS}{pendek}{TAK_PUTUS}{hari.year}",
        "hari": f"{HARI[hari.weekday()]}, {panjang}",
        "bulan": f"{bulan}{TAK_PUTUS}{hari.year}",
    }[bentuk]


def format_jam(saat: datetime) -> str:
    """The hour with a dot: 09.41."""
    return f"{saat:%H.%M}"


def format_persen(titik: int) -> str:
    """Basis points as a percentage, comma decimals, no space: 640 is "6,4%", 150 is "1,5%"."""
    tanda = "−" if titik < 0 else ""
    utuh, pecahan = divmod(abs(titik), 100)
    ekor = f",{pecahan:02d}".rstrip("0").rstrip(",")
    return f"{tanda}{utuh}{ekor}%"


def format_persen_bulat(titik: int) -> str:
    """Basis points as a whole percentage, half up, where decimals would only pretend: 7778 is "78%"."""
    return format_persen((titik + 50) // 100 * 100)
