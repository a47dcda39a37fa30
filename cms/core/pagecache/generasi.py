"""One number that every process reads and any change raises.

Processes of one host share an mmapped file in the data folder. Between hosts a Redis key counts,
polled at most twice a second. A reader takes the number before it renders; what it stores is valid
only while the number stays, so a change during rendering is never missed.
"""

import fcntl
import mmap
import struct
import threading
import time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

SELANG_DETIK = 0.5
KUNCI_REDIS = "guyub:generasi"
_BENTUK = struct.Struct("<Q")


class Generasi:
    """The shared counter of one data folder, perhaps with a Redis counter beside it."""

    def __init__(self, path: Path, redis=None):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b")
        with self._locked():
            if path.stat().st_size < _BENTUK.size:
                self._file.write(_BENTUK.pack(1))
                self._file.flush()
        self._peta = mmap.mmap(self._file.fileno(), _BENTUK.size)
        self._redis = redis
        self._luar = 0
        self._dibaca = 0.0

    def read(self) -> tuple[int, int]:
        """The present generation: of this host, and of all hosts as last polled."""
        if self._redis is not None and time.monotonic() - self._dibaca > SELANG_DETIK:
            self._poll()
        return _BENTUK.unpack(self._peta[: _BENTUK.size])[0], self._luar

    def raise_now(self) -> None:
        """Raise the number for this host at once, for the others within half a second."""
        with self._locked():
            (nomor,) = _BENTUK.unpack(self._peta[: _BENTUK.size])
            self._peta[: _BENTUK.size] = _BENTUK.pack(nomor + 1)
        if self._redis is not None:
            self._redis.incr(KUNCI_REDIS)

    def _poll(self) -> None:
        self._dibaca = time.monotonic()
        self._luar = int(self._redis.get(KUNCI_REDIS) or 0)

    def _locked(self) -> "_Terkunci":
        return _Terkunci(self._file)


class _Terkunci:
    """A lock that holds between threads and between processes."""

    _utas = threading.Lock()

    def __init__(self, file):
        self._file = file

    def __enter__(self):
        self._utas.acquire()
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def __exit__(self, *_):
        fcntl.flock(self._file, fcntl.LOCK_UN)
        self._utas.release()


def get_generasi() -> Generasi:
    """The counter of the data folder in the settings."""
    return _open(Path(settings.GUYUB_DATA) / "generasi", settings.REDIS_URL)


@lru_cache(maxsize=4)
def _open(path: Path, redis_url: str) -> Generasi:
    if not redis_url:
        return Generasi(path)
    import redis

    return Generasi(path, redis.Redis.from_url(redis_url, socket_timeout=1))
