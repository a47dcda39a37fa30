"""Nothing personal in a log: what looks like an address, a number of a person or a secret is masked.

Exceptions carry what somebody typed: PostgreSQL, for one, prints the row that broke a constraint.
"""

import re

AMAN = {"permintaan", "tugas", "timestamp", "level", "logger"}
POLA = (
    (re.compile(r"(\w+://[^\s:/@]+:)[^\s@]+@"), r"\1[sandi]@"),
    (re.compile(r"(?<![\]/])\b[\w.+-]+@[\w-]+(\.[\w-]+)+"), "[surel]"),
    (re.compile(r"(?<![\w.])\+?\d(?:[\s.-]?\d){8,18}(?![\w.])"), "[nomor]"),
    (re.compile(r"(DETAIL:\s+(?:Key|Failing row)[^\n]*)"), "DETAIL: [baris]"),
    (re.compile(r"(/(?:cek|j|surat|akun/sandi/baru/[0-9a-f-]{36})/)[^\s/\"']{6,}"), r"\1[kode]"),
    (re.compile(r"(?i)((?:token|sandi|password|kode|key)=)[^\s&\"']+"), r"\1[rahasia]"),
)


def samarkan(teks: str) -> str:
    """The same text without e-mail addresses, long numbers (phone, NIK, account), codes and secrets."""
    for pola, ganti in POLA:
        teks = pola.sub(ganti, teks)
    return teks


def mask_event(_logger, _metode, peristiwa: dict) -> dict:
    """A structlog processor: masks every text of the event but its own ids."""
    return {k: v if k in AMAN else _mask(v) for k, v in peristiwa.items()}


def _mask(nilai):
    if isinstance(nilai, str):
        return samarkan(nilai)
    if isinstance(nilai, dict):
        return {k: _mask(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_mask(v) for v in nilai]
    return nilai
