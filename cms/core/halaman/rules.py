"""Addresses that belong to the machinery of the site and so cannot be a page's slug."""

SLUG_TERLARANG = frozenset(
    {
        *("admin", "akun", "belajar", "lapangan", "berkas", "api", "cek", "j", "gaya", "cari"),
        *("documents", "media", "static", "healthz", "readyz", "well-known", "kabar"),
        # below an index page these are lists of it
        *("arsip", "kategori", "tanda", "jenis"),
    }
)


def is_terlarang(slug: str) -> bool:
    return slug.lower() in SLUG_TERLARANG
