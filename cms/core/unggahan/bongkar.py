"""Object streams of a PDF: packed bytes that hold further objects.

Only the plainest kind is unpacked, in which nothing could be read in two ways; every writer in use
makes that kind.
"""

import re
import zlib
from dataclasses import dataclass

OBJEK_TERPANJANG = 1000  # bytes of the dictionary of an object stream, or of an action
ALIRAN_TERPANJANG = 2 * 1024 * 1024
BONGKAR_TERBANYAK = 50 * 1024 * 1024
PENANDA_TERBANYAK = 4000


class AliranAneh(Exception):
    """An object stream that cannot be unpacked by the plainest rule, or too much of them."""


@dataclass(frozen=True)
class AliranObjek:
    """The content of an object stream: (number, place) of its objects, and the objects."""

    daftar: list[tuple[int, int]]
    isi: bytes

    def find(self, nomor: int) -> list[bytes]:
        """The objects of this number, as far as an action is long."""
        letak = [satu for objek, satu in self.daftar if objek == nomor]
        return [self.isi[satu : satu + OBJEK_TERPANJANG] for satu in letak]


def spell(*nama: str) -> bytes:
    """A pattern for these names of a PDF, each letter plain or as `#` and two digits."""
    pilihan = (b"".join(b"(?:%c|#(?i:%02x))" % (ord(h), ord(h)) for h in satu) for satu in nama)
    return b"/(?:" + b"|".join(pilihan) + rb")(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)"


# Some programs ask only for /First, which in other places points to an object.
PENANDA = re.compile(spell("ObjStm") + b"|" + spell("First") + rb"(?!\s*\d+\s+\d+\s+R)\s*(?=\d)")
KEPALA = re.compile(rb"(?:^|[\r\n])\s*\d+\s+\d+\s+obj\s*$")
AWAL_ALIRAN = re.compile(rb"\s{0,100}stream\r?\n")


def unpack_semua(isi: bytes) -> list[AliranObjek]:
    """Every object stream of this PDF. Raises AliranAneh."""
    penanda = [satu.start() for satu in PENANDA.finditer(isi)]
    if len(penanda) > PENANDA_TERBANYAK:
        raise AliranAneh
    hasil, sisa = [], BONGKAR_TERBANYAK
    for awal, pertama in sorted({_find_aliran(isi, letak) for letak in penanda}):
        bongkaran = _unpack(isi, awal, sisa)
        sisa -= len(bongkaran)
        hasil.append(_read_daftar(bongkaran, pertama))
    return hasil


def _find_aliran(isi: bytes, letak: int) -> tuple[int, int]:
    """Where the stream begins in whose dictionary this place lies, and where its objects do."""
    awal = isi.rfind(b"<<", max(0, letak - OBJEK_TERPANJANG), letak)
    akhir = isi.find(b">>", letak, letak + OBJEK_TERPANJANG)
    if awal < 0 or akhir < 0 or not KEPALA.search(isi[max(0, awal - 40) : awal]):
        raise AliranAneh
    aliran = AWAL_ALIRAN.match(isi, akhir + 2)
    kamus = isi[awal + 2 : akhir]
    pertama = re.findall(rb"/First\s+(\d{1,6})\b", kamus)
    if not aliran or len(pertama) != 1 or not _is_polos(kamus):
        raise AliranAneh
    return aliran.end(), int(pertama[0])


def _is_polos(kamus: bytes) -> bool:
    """Packed by Flate alone, and nothing in the dictionary that could hide another word."""
    saring = re.findall(rb"/Filter\s*(?:/FlateDecode\b|\[\s*/FlateDecode\s*\])", kamus)
    aneh = re.search(rb"[()<>%#]|/(?:DecodeParms|DP|F|FFilter|FDecodeParms)\b", kamus)
    return len(saring) == kamus.count(b"/Filter") == 1 and not aneh


def _unpack(isi: bytes, awal: int, sisa: int) -> bytes:
    akhir = isi.find(b"endstream", awal, awal + ALIRAN_TERPANJANG)
    mesin = zlib.decompressobj()
    try:
        bongkaran = mesin.decompress(isi[awal:akhir], max(1, sisa)) if akhir > 0 else b""
    except zlib.error:
        raise AliranAneh from None
    if not mesin.eof:
        raise AliranAneh
    return bongkaran


def _read_daftar(bongkaran: bytes, pertama: int) -> AliranObjek:
    angka = bongkaran[:pertama].split()
    if len(angka) % 2 or any(len(a) > 9 or not a.isdigit() for a in angka):
        raise AliranAneh
    bulat = list(map(int, angka))
    return AliranObjek(list(zip(bulat[::2], bulat[1::2], strict=True)), bongkaran[pertama:])
