"""A file of questions, as bytes, into questions: GIFT text, an XLSX sheet or a CSV. No database."""

import codecs
from pathlib import PurePosixPath

from .gift import BerkasBanyak, SoalGift, read_gift
from .tabel import TabelSalah, read_csv, read_xlsx

BYTE_MAKS = 10 * 1024 * 1024
_TANDA = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16", b"%PDF-": "PDF"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class TakTerbaca(Exception):
    """The file as a whole cannot be read: a code of alasan.py and what it names."""

    def __init__(self, kode: str, **rincian: object):
        super().__init__(kode)
        self.kode, self.rincian = kode, rincian


def read_berkas(nama: str, isi: bytes) -> list[SoalGift]:
    """The questions of a file, at least one. Raises TakTerbaca."""
    if len(isi) > BYTE_MAKS:
        raise TakTerbaca("berkas-besar")
    try:
        soal = _read(PurePosixPath(nama).suffix.lower(), isi)
    except BerkasBanyak as salah:
        raise TakTerbaca("soal-banyak", banyak=salah.args[0]) from None
    except TabelSalah as salah:
        raise TakTerbaca(salah.kode, **salah.rincian) from None
    if not soal:
        raise TakTerbaca("tanpa-isi")
    return soal


def _read(akhiran: str, isi: bytes) -> list[SoalGift]:
    if isi.startswith(_OLE):
        raise TakTerbaca("kantor-lama")
    if isi.startswith(_ZIP) or akhiran == ".xlsx":
        return read_xlsx(isi)
    teks = decode(isi)
    return read_csv(teks) if akhiran == ".csv" else read_gift(teks).soal


def decode(isi: bytes) -> str:
    """The text of a file in UTF-8. Raises TakTerbaca, which names the likely encoding."""
    for tanda, nama in _TANDA.items():
        if isi.startswith(tanda):
            raise TakTerbaca("sandi-teks", sandi=nama)
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        baris = isi.count(b"\n", 0, salah.start) + 1
        raise TakTerbaca("bukan-utf8", baris=baris, sandi=_guess(isi)) from None
    if teks.count("\x00") > len(teks) // 4:
        raise TakTerbaca("sandi-teks", sandi="UTF-16")
    return teks


def _guess(isi: bytes) -> str:
    if isi[:4096].count(0) > len(isi[:4096]) // 4:
        return "UTF-16"
    return "Windows-1252 / Latin-1"
