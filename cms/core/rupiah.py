"""Money as people write, read and say it. Integer rupiah only; no cents, no floats, no Django."""

import re

MAKSIMUM = 10**15 - 1

_BENTUK = re.compile(
    r"(?:rp\.?\s*)?(?P<angka>0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,(?:-|00))?",
    re.IGNORECASE,
)
_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_TINGKAT = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


class RupiahTidakSah(ValueError):
    """What was typed is no whole amount of rupiah; `kode` says why: kosong, bentuk or terlalu_besar."""

    def __init__(self, kode: str, teks: str = "") -> None:
        self.kode = kode
        super().__init__(f"{kode}: {teks[:40]!r}")


def parse_rupiah(teks: str) -> int:
    """Rupiah from "2950000", "2.950.000", "Rp. 25.000.000,-" or "Rp2.950.000,00".

    Raises RupiahTidakSah rather than guess: "1.00", "1,000", "2.95.000", "-5" and "1.000,50" are refused.
    """
    teks = teks.strip()
    if not teks:
        raise RupiahTidakSah("kosong")
    cocok = _BENTUK.fullmatch(teks)
    if not cocok:
        raise RupiahTidakSah("bentuk", teks)
    angka = cocok["angka"].replace(".", "")
    if len(angka) > len(str(MAKSIMUM)):
        raise RupiahTidakSah("terlalu_besar", teks)
    return int(angka)


def format_angka(nilai: int) -> str:
    """1234567 as "1.234.567", with a real minus sign below nought."""
    tanda = "−" if nilai < 0 else ""
    return tanda + f"{abs(nilai):,}".replace(",", ".")


def format_rupiah(nilai: int) -> str:
    """2950000 as "Rp 2.950.000"; `parse_rupiah` reads it back. A debt of 5 is "−Rp 5"."""
    tanda = "−" if nilai < 0 else ""
    return f"{tanda}Rp {format_angka(abs(nilai))}"


def terbilang(nilai: int) -> str:
    """The amount in words, 0 to 10¹⁵ − 1: 284000 is "dua ratus delapan puluh empat ribu rupiah"."""
    if not 0 <= nilai <= MAKSIMUM:
        raise ValueError(f"terbilang: {nilai} is outside 0..{MAKSIMUM}")
    return f"{_eja(nilai) or 'nol'} rupiah"


def _eja(nilai: int) -> str:
    kata = []
    for besar, nama in _TINGKAT:
        banyak, nilai = divmod(nilai, besar)
        if banyak:
            kata.append(
                "seribu" if (banyak, nama) == (1, "ribu") else f"{_eja_ratusan(banyak)} {nama}"
            )
    if nilai:
        kata.append(_eja_ratusan(nilai))
    return " ".join(kata)


def _eja_ratusan(nilai: int) -> str:
    """1 to 999 in words."""
    ratus, sisa = divmod(nilai, 100)
    kata = ["seratus" if ratus == 1 else f"{_SATUAN[ratus]} ratus"] if ratus else []
    if sisa:
        kata.append(_eja_puluhan(sisa))
    return " ".join(kata)


def _eja_puluhan(nilai: int) -> str:
    """1 to 99 in words."""
    if nilai < 10:
        return _SATUAN[nilai]
    if nilai < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(nilai) or f"{_SATUAN[nilai - 10]} belas"
    puluh, satu = divmod(nilai, 10)
    return f"{_SATUAN[puluh]} puluh {_SATUAN[satu]}".rstrip()
