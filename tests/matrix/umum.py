"""Rows of the public face, of core and of the machine room."""

from .tabel import SEMUA, TAK_SEORANG, Baris, Pagar

BARIS = [
    Baris("healthz", SEMUA),
    Baris("readyz", SEMUA),
    Baris("berkas/<uuid:uuid>/", TAK_SEORANG, lambda d: {"uuid": d.acak}, kata="(tidak ada)"),
    Baris("cek/", SEMUA),
    Baris("cek/<str:kode>/", TAK_SEORANG, lambda d: {"kode": "x-1"}, kata="(tidak ada)"),
    Baris(
        "documents/<uuid:uuid>/<path:nama>",
        TAK_SEORANG,
        lambda d: {"uuid": d.acak, "nama": "a.pdf"},
        kata="(tidak ada)",
    ),
    Baris("media/<path:path>", TAK_SEORANG, lambda d: {"path": "documents/a.pdf"}),
    Baris("cari/", SEMUA),
    Baris("sw.js", SEMUA),
    Baris("lapangan/luring/", SEMUA),
    # The queue's door knows devices, not sessions (tests/core/test_antrean.py).
    Baris("lapangan/antrean/", TAK_SEORANG, metode="post"),
    Baris("sitemap.xml", SEMUA),
    Baris("robots.txt", SEMUA),
    Baris("manifest.webmanifest", SEMUA),
    Baris("favicon.ico", SEMUA),
]
PAGAR = [
    # Doors of vendors behind which nothing lies for anybody; the sign-in is the house's redirect.
    Pagar("_util/login/", SEMUA),
    Pagar("_util/", TAK_SEORANG),
    Pagar("documents/authenticate_with_password/", TAK_SEORANG),
    Pagar("^((?:", SEMUA),
    Pagar("sitemap-", SEMUA),
]
