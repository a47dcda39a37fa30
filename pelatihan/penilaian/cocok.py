"""Comparing what somebody wrote with what is accepted: numbers and words as people here write them."""

import re
import unicodedata
from decimal import Decimal

EJAAN_DARI = 5
_ANGKA = re.compile(
    r"(?:rp\.?\s*)?(?P<tanda>[-−]?)(?P<utuh>\d{1,3}(?:\.\d{3})+|\d+)(?:(?P<koma>[.,])(?P<pecahan>\d+))?(?:,-)?\s*%?",
    re.IGNORECASE | re.ASCII,
)


def parse_angka(teks: str) -> Decimal | None:
    """A number as Indonesians write it: dots between thousands, a comma before decimals.

    "Rp 2.950.000", "1,5%", "-3" and, because keyboards differ, "1.5" are read; else None.
    """
    cocok = _ANGKA.fullmatch(teks.strip()) if len(teks) <= 40 else None
    if cocok is None:
        return None
    if cocok["koma"] == "." and "." in cocok["utuh"]:
        return None
    utuh = cocok["utuh"].replace(".", "")
    tanda = "-" if cocok["tanda"] else ""
    return Decimal(f"{tanda}{utuh}.{cocok['pecahan'] or 0}")


def match_angka(isi: dict, jawaban: dict) -> dict | None:
    """The first accepted number the answer falls within, its tolerance included."""
    nilai = parse_angka(jawaban.get("teks", ""))
    if nilai is None:
        return None
    diterima: list[dict] = isi.get("angka", [])
    for satu in diterima:
        if abs(nilai - Decimal(satu["nilai"])) <= Decimal(satu["toleransi"]):
            return satu
    return None


def tidy_teks(teks: str, *, peka_huruf: bool = False) -> str:
    """Without what does not matter: double blanks, a full stop at the end, capitals unless they count."""
    rapi = " ".join(unicodedata.normalize("NFKC", teks).split()).rstrip(".!? ")
    return rapi if peka_huruf else rapi.casefold()


def match_isian(isi: dict, teks: str) -> dict | None:
    """The first accepted form the text equals, `*` standing for anything; then the first it nearly equals."""
    peka = bool(isi.get("peka_huruf"))
    diberi = tidy_teks(teks, peka_huruf=peka)
    if not diberi:
        return None
    diterima = [(i, tidy_teks(i["teks"], peka_huruf=peka)) for i in isi.get("isian", ())]
    tepat = (i for i, bentuk in diterima if match_pola(bentuk, diberi))
    batas = isi.get("toleransi_ejaan", 0)
    hampir = (i for i, bentuk in diterima if batas and _near(bentuk, diberi, batas))
    return next(tepat, None) or next(hampir, None)


def _near(bentuk: str, teks: str, batas: int) -> bool:
    """A slip in a short word makes another word, so forms of five letters or more only; never in a digit."""
    if "*" in bentuk or sum(h.isalpha() for h in bentuk) < EJAAN_DARI:
        return False
    if [h for h in bentuk if h.isdigit()] != [h for h in teks if h.isdigit()]:
        return False
    return abs(len(bentuk) - len(teks)) <= batas and count_beda(bentuk, teks) <= batas


def match_pola(pola: str, teks: str) -> bool:
    """Whether the text is the pattern with anything at each `*`. Linear, whatever is typed."""
    awal, *sisa = pola.split("*")
    if not sisa:
        return pola == teks
    *tengah, akhir = sisa
    if len(teks) < len(awal) + len(akhir) or not (teks.startswith(awal) and teks.endswith(akhir)):
        return False
    mulai, batas = len(awal), len(teks) - len(akhir)
    for bagian in tengah:
        letak = teks.find(bagian, mulai, batas)
        if letak < 0:
            return False
        mulai = letak + len(bagian)
    return True


def count_beda(satu: str, dua: str) -> int:
    """Edit distance: letters added, lost, changed, or two neighbours swapped."""
    lalu: list[int] = []
    kini = list(range(len(dua) + 1))
    for i, a in enumerate(satu, start=1):
        lama, lalu, kini = lalu, kini, [i]
        for j, b in enumerate(dua, start=1):
            harga = min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (a != b))
            if i > 1 and j > 1 and a == dua[j - 2] and satu[i - 2] == b:
                harga = min(harga, lama[j - 2] + 1)
            kini.append(harga)
    return kini[-1]
