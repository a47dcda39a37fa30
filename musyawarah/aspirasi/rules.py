"""Deadlines in working days, and the words of a follow-up code. Pure."""

from datetime import date, timedelta

HURUF = "23456789abcdefghjkmnpqrstuvwxyz"
PANJANG = 13  # 13 letters of 31 carry 64.4 bits
SABTU = 5


def add_hari_kerja(mulai: date, banyak: int) -> date:
    """The date `banyak` working days (Monday to Friday) after `mulai`."""
    hari = mulai
    while banyak > 0:
        hari += timedelta(days=1)
        banyak -= hari.weekday() < SABTU
    return hari


def count_hari_kerja(dari: date, sampai: date) -> int:
    """Working days after `dari` up to `sampai`; negative when `sampai` lies before."""
    if sampai < dari:
        return -count_hari_kerja(sampai, dari)
    hari = (dari + timedelta(days=n) for n in range(1, (sampai - dari).days + 1))
    return sum(h.weekday() < SABTU for h in hari)


def encode_kode(acak: bytes) -> str:
    """Turn at least 16 random bytes into a code of 13 letters without look-alikes."""
    angka = int.from_bytes(acak, "big")
    huruf = []
    for _n in range(PANJANG):
        angka, sisa = divmod(angka, len(HURUF))
        huruf.append(HURUF[sisa])
    return "".join(huruf)


def format_kode(kode: str) -> str:
    """A code in groups for reading aloud: 7k2m-9pqr-abcde."""
    return f"{kode[:4]}-{kode[4:8]}-{kode[8:]}"


def clean_kode(ketikan: str) -> str:
    """What was typed, without spaces, dashes and capitals; "" when it cannot be a code."""
    kode = "".join(h for h in ketikan.lower() if h.isascii() and h.isalnum())
    return kode if len(kode) == PANJANG and set(kode) <= set(HURUF) else ""
