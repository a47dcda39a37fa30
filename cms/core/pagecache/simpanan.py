"""Finished answers in bounded memory; what was stored first goes first."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

import brotli

BATAS_BYTE = 32 * 1024 * 1024
HEMAT = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")


@dataclass
class Jawaban:
    """One page as sent: headers without length and encoding, and its body in up to three encodings."""

    headers: list[tuple[str, str]]
    body: bytes
    generasi: tuple[int, int]
    sampai: float
    jenis: str
    etag: str = ""
    encoded: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self):
        self.etag = hashlib.blake2b(self.body, digest_size=12).hexdigest()

    def encode(self, accept: str) -> tuple[str, bytes]:
        """The encoding the client takes best, and the body in it; each is made once."""
        cara = self._choose(accept)
        if cara and cara not in self.encoded:
            self.encoded[cara] = _compress(cara, self.body)
        return cara, self.encoded[cara] if cara else self.body

    def _choose(self, accept: str) -> str:
        if len(self.body) < 200 or not self.jenis.startswith(HEMAT):
            return ""
        diterima = {b.split(";")[0].strip() for b in accept.split(",") if "q=0" not in b[-4:]}
        return next((cara for cara in ("br", "gzip") if cara in diterima), "")

    def measure(self) -> int:
        return 1024 + len(self.body) * 2


def _compress(cara: str, body: bytes) -> bytes:
    if cara == "br":
        return brotli.compress(body, quality=6)
    return gzip.compress(body, 6, mtime=0)


class Simpanan:
    """A map of bounded size; safe between threads."""

    def __init__(self, batas: int = BATAS_BYTE):
        self._batas = batas
        self._isi: OrderedDict[Hashable, Jawaban] = OrderedDict()
        self._byte = 0
        self._kunci = threading.Lock()

    def get(self, kunci: Hashable, generasi: tuple[int, int], kini: float) -> Jawaban | None:
        jawaban = self._isi.get(kunci)
        if jawaban is None:
            return None
        if jawaban.generasi != generasi or jawaban.sampai <= kini:
            self.drop(kunci)
            return None
        return jawaban

    def put(self, kunci: Hashable, jawaban: Jawaban) -> None:
        if jawaban.measure() > self._batas // 8:
            return
        with self._kunci:
            self._remove(kunci)
            self._isi[kunci] = jawaban
            self._byte += jawaban.measure()
            while self._byte > self._batas:
                self._remove(next(iter(self._isi)))

    def drop(self, kunci: Hashable) -> None:
        with self._kunci:
            self._remove(kunci)

    def _remove(self, kunci: Hashable) -> None:
        lama = self._isi.pop(kunci, None)
        if lama is not None:
            self._byte -= lama.measure()

    def __len__(self) -> int:
        return len(self._isi)

    @property
    def byte(self) -> int:
        return self._byte
