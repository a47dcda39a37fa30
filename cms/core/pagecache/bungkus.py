"""The WSGI wrapper in front of Django that answers anonymous readers from memory.

A request with the session cookie is neither answered from the store nor written to it. All other
cookies are hidden from Django first; a page that sets one (a form with its CSRF token) is rendered
again with them and never stored. Only listed query parameters form the key, others bypass.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from urllib.parse import parse_qsl

from django.conf import settings

from cms.core import waktu

from . import SAMPAI
from .generasi import Generasi, get_generasi
from .simpanan import HEMAT, TERKECIL, Jawaban, Simpanan, choose_encoding, compress

PARAMETER = frozenset({"halaman", "p", "q", "kategori", "tag", "tahun", "bulan", "jenis"})
TIDAK_DISIMPAN = {
    "cache-control",
    "content-encoding",
    "content-length",
    "date",
    "etag",
    "vary",
    "x-request-id",
}
JALAN_LAIN = (
    "/admin/",
    "/documents/",
    "/akun/",
    "/belajar/",
    "/lapangan/",
    "/berkas/",
    "/j/",
    "/static/",
    "/media/",
)

Headers = list[tuple[str, str]]


class PageCache:
    """`application = PageCache(application)`."""

    def __init__(self, app: Callable, generasi: Generasi | None = None):
        self._app = app
        self._generasi = generasi or get_generasi()
        self._simpanan = Simpanan()
        self._berkuki: dict[tuple, tuple[int, int]] = {}

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        kunci = get_kunci(environ)
        if kunci is None:
            return self._app(environ, start_response)
        generasi = self._generasi.read()
        kini = waktu.sekarang().timestamp()
        ada = self._simpanan.get(kunci, generasi, kini)
        jawaban = ada or self._render(kunci, generasi, environ, start_response)
        if isinstance(jawaban, Jawaban):
            return send(jawaban, environ, start_response)
        return jawaban

    def _render(self, kunci, generasi, environ, start_response) -> Jawaban | Iterable[bytes]:
        if self._berkuki.get(kunci) == generasi or environ["REQUEST_METHOD"] == "HEAD":
            return self._app(environ, start_response)
        tanpa_kuki = _hide(environ)
        hasil = _call(self._app, tanpa_kuki)
        if hasil.sets_cookie():
            self._remember(kunci, generasi)
            return self._app(environ, start_response)
        if not hasil.is_storable():
            return hasil.replay(environ, start_response)
        jawaban = hasil.to_jawaban(generasi, get_sampai(tanpa_kuki))
        self._simpanan.put(kunci, jawaban)
        return jawaban

    def _remember(self, kunci, generasi) -> None:
        if len(self._berkuki) > 1000:
            self._berkuki.clear()
        self._berkuki[kunci] = generasi


def get_kunci(environ: dict) -> tuple | None:
    """The key of a request that may be answered from the store, else None."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in environ:
        return None
    if f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", ""):
        return None
    path = environ.get("PATH_INFO", "")
    if path.startswith(JALAN_LAIN):
        return None
    parameter = parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    if len(parameter) > len(PARAMETER) or any(nama not in PARAMETER for nama, _n in parameter):
        return None
    return _get_tuan(environ), path, tuple(parameter)


def _get_tuan(environ: dict) -> tuple[str, str]:
    skema = environ.get("HTTP_X_FORWARDED_PROTO") or environ.get("wsgi.url_scheme", "http")
    return skema, environ.get("HTTP_HOST", "")


def _hide(environ: dict) -> dict:
    tersembunyi = ("HTTP_COOKIE", "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_RANGE")
    terlihat = {k: v for k, v in environ.items() if k not in tersembunyi}
    return {**terlihat, SAMPAI: float("inf")}


class _Hasil:
    """What Django answered, read to its end."""

    def __init__(self, status: str, headers: Headers, body: bytes):
        self.status, self.headers, self.body = status, headers, body
        self._satu = {nama.lower(): nilai for nama, nilai in headers}

    def sets_cookie(self) -> bool:
        return "set-cookie" in self._satu

    def is_storable(self) -> bool:
        kendali = self._satu.get("cache-control", "")
        return self.status.startswith("200") and not any(
            kata in kendali for kata in ("private", "no-store")
        )

    def replay(self, environ: dict, start_response: Callable) -> list[bytes]:
        """As Django answered, in the encoding the reader takes best; nothing is kept."""
        cara = choose_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if (
            not cara
            or len(self.body) < TERKECIL
            or not self._satu.get("content-type", "").startswith(HEMAT)
        ):
            start_response(self.status, self.headers)
            return [self.body]
        body = compress(cara, self.body)
        tetap = [h for h in self.headers if h[0].lower() != "content-length"]
        tambahan = [("Content-Encoding", cara), ("Content-Length", str(len(body)))]
        start_response(self.status, [*tetap, ("Vary", "Accept-Encoding"), *tambahan])
        return [body]

    def to_jawaban(self, generasi: tuple[int, int], sampai: float) -> Jawaban:
        tetap = [h for h in self.headers if h[0].lower() not in TIDAK_DISIMPAN]
        return Jawaban(
            headers=[*tetap, ("Cache-Control", "no-cache"), ("Vary", "Cookie, Accept-Encoding")],
            body=self.body,
            generasi=generasi,
            sampai=sampai,
            jenis=self._satu.get("content-type", ""),
        )


def get_sampai(environ: dict) -> float:
    """When a page ends: what its view or the editors' schedule says, at the latest at midnight."""
    besok = waktu.awal_hari(waktu.hari_ini() + timedelta(days=1)).timestamp()
    return min(besok, environ[SAMPAI])


def _call(app: Callable, environ: dict) -> _Hasil:
    tangkap: list = []

    def start_response(status, headers, exc_info=None):
        tangkap[:] = [status, headers]

    isi = app(environ, start_response)
    try:
        body = b"".join(isi)
    finally:
        if hasattr(isi, "close"):
            isi.close()
    return _Hasil(tangkap[0], tangkap[1], body)


def send(jawaban: Jawaban, environ: dict, start_response: Callable) -> list[bytes]:
    """Answer from the store: 304 where the reader has it, else in the encoding it takes best."""
    siap = jawaban.encode(environ.get("HTTP_ACCEPT_ENCODING", ""))
    if siap.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", siap.headers[:-1])
        return []
    start_response("200 OK", siap.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [siap.body]
