r"""Cutting a GIFT file into paragraphs: escapes, comments, categories, blank lines, unclosed braces.

Escaped letters move into control characters, which no text may hold, so that the readers of answers
see only signs that mean something. Beside Moodle's escapes `\>` keeps an arrow apart from "->"; in
comments `\;` and `\|` stand for themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LEPAS = "~=#{}:\\n>"
_HURUF = _LEPAS + ";|"
_AWAL = 0x0E
RUSAK = "\x19"
_SEMBUNYI = {h: chr(_AWAL + n) for n, h in enumerate(_HURUF)}
_TAMPIL = {ord(s): "\n" if h == "n" else h for h, s in _SEMBUNYI.items()}
_KENDALI = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), RUSAK)
_BADAN = re.compile(r"\\([~=#{}:\\n>])")
_KETERANGAN = re.compile(r"\\([~=#{}:\\n>;|])")
KATEGORI = "$CATEGORY:"


@dataclass(frozen=True)
class Potongan:
    """One paragraph with its comments, still hidden, and the category it stands in."""

    badan: str
    keterangan: dict[str, str]
    topik: str


@dataclass
class _Kumpul:
    badan: list[str] = field(default_factory=list)
    keterangan: dict[str, str] = field(default_factory=dict)
    dalam: int = 0

    def add(self, baris: str) -> None:
        self.badan.append(baris)
        self.dalam += baris.count("{") - baris.count("}")


def split_gift(teks: str) -> Iterator[Potongan]:
    """The paragraphs of a file. A blank line within braces ends nothing, as long as they are closed
    before the next opens: one forgotten brace does not swallow the questions after it."""
    baris = _list_baris(teks)
    berikut = _look_ahead(baris)
    topik, kini = "", _Kumpul()
    for nomor, satu in enumerate(baris):
        rapat = satu.strip(" \t")
        if rapat.startswith("//"):
            kini.keterangan |= _read_keterangan(rapat.removeprefix("//"))
        elif kini.dalam <= 0 and rapat.startswith(KATEGORI):
            if kini.badan:
                yield Potongan("\n".join(kini.badan), kini.keterangan, topik)
                kini = _Kumpul()
            topik = _read_topik(rapat.removeprefix(KATEGORI))
        elif rapat or (kini.dalam > 0 and berikut[nomor + 1] == "}"):
            kini.add(satu)
        else:
            if kini.badan or kini.keterangan:
                yield Potongan("\n".join(kini.badan), kini.keterangan, topik)
            kini = _Kumpul()


def _list_baris(teks: str) -> list[str]:
    """Lines with escapes hidden; the last one is blank, which ends the last question."""
    utuh = teks.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return [_hide(satu) for satu in utuh.translate(_KENDALI).split("\n")] + [""]


def _hide(baris: str) -> str:
    pola = _KETERANGAN if baris.lstrip(" \t").startswith("//") else _BADAN
    return pola.sub(lambda m: _SEMBUNYI[m[1]], baris)


def _look_ahead(baris: list[str]) -> list[str]:
    """For each line the first brace in it or after it."""
    berikut = [""] * (len(baris) + 1)
    for nomor in range(len(baris) - 1, -1, -1):
        satu = baris[nomor]
        letak = min((satu.find(k) for k in "{}" if k in satu), default=-1)
        biasa = letak >= 0 and not satu.lstrip(" \t").startswith("//")
        berikut[nomor] = satu[letak] if biasa else berikut[nomor + 1]
    return berikut


def _read_keterangan(baris: str) -> dict[str, str]:
    pasangan = (satu.partition(":") for satu in baris.split(";"))
    return {k.strip().lower(): v.strip() for k, titik, v in pasangan if titik}


def _read_topik(jalur: str) -> str:
    """The last name of a category's path, `$course$/top/Kas` is Kas; a doubled slash is a letter."""
    bagian = [b.replace("\0", "/").strip() for b in show(jalur).replace("//", "\0").split("/")]
    nama = [b for b in bagian if b and b.lower() != "top" and not re.fullmatch(r"\$\w+\$", b)]
    return nama[-1] if nama else ""


def show(teks: str) -> str:
    """Hidden letters as they are meant, without blanks around."""
    return teks.translate(_TAMPIL).strip()


def show_badan(teks: str) -> str:
    """Body text that is no longer to be cut, blanks at both ends kept."""
    return teks.translate(_TAMPIL)


def escape(teks: str) -> str:
    """Text that the reader gives back as it was."""
    lepas = re.sub(r"[~=#{}:\\]", lambda m: f"\\{m[0]}", teks)
    return lepas.replace("->", "-\\>").replace("\n", "\\n")


def escape_keterangan(teks: str) -> str:
    """The same for a value in a comment."""
    return escape(teks).replace(";", "\\;").replace("|", "\\|")
