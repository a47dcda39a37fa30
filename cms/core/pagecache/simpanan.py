"""Finished answers in bounded memory; what was stored first goes first."""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache

import brotli

TERKECIL = 200
Headers = list[tuple[str, str]]
BATAS_BYTE = 32 * 1024 * 1024
HEMAT = ("text/", "application/json", "application/xml", "application/rss+xml", "image/svg+xml")


@dataclass(frozen=True)
class Siap:
    """One encoding of a page, ready to be sent; Content-Length stands last."""

    headers: Headers
    body: bytes
    etag: str


@dataclass
class Jawaban:
    """One page: headers without length and encoding, and its body, made ready once per encoding."""

    headers: Headers
    body: bytes
    generasi: tuple[int, int]
    sampai: float
    jenis: str
    siap: dict[str, Siap] = field(default_factory=dict)

    def encode(self, accept: str) -> Siap:
        """The page in the encoding that the client takes best."""
        cara = choose_encoding(accept)
        if len(self.body) < TERKECIL or not self.jenis.startswith(HEMAT):
            cara = ""
        if cara not in self.siap:
            self.siap[cara] = self._prepare(cara)
        return self.siap[cara]

    def _prepare(self, cara: str) -> Siap:
        body = compress(cara, self.body) if cara else self.body
        sidik = hashlib.blake2b(self.body, digest_size=12).hexdigest()
        etag = f'"{sidik}-{cara}"' if cara else f'"{sidik}"'
        tambahan = [("ETag", etag), ("Content-Length", str(len(body)))]
        if cara:
            tambahan.insert(0, ("Content-Encoding", cara))
        return Siap([*self.headers, *tambahan], body, etag)

    def measure(self) -> int:
        return 1024 + len(self.body) * 2


@lru_cache(maxsize=256)
def choose_encoding(accept: str) -> str:
    """ "br" or "gzip" where the header allows it, else nothing."""
    diterima = {b.split(";")[0].strip() for b in accept.split(",") if not _is_refused(b)}
    return next((cara for cara in ("br", "gzip") if cara in diterima), "")


def _is_refused(bagian: str) -> bool:
    _nama, tanda, mutu = bagian.partition("q=")
    return bool(tanda) and not mutu.strip(" 0.")


def compress(cara: str, body: bytes) -> bytes:
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
