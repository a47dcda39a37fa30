"""News for search engines (schema.org NewsArticle)."""

from typing import TYPE_CHECKING

from cms.core.setelan.models import SetelanBkm

if TYPE_CHECKING:
    from .pages import BeritaPage


def build_skema_berita(berita: "BeritaPage", request, gambar: str) -> dict:
    setelan = SetelanBkm.for_request(request)
    skema = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": berita.title[:110],
        "description": berita.ringkasan,
        "url": berita.full_url,
        "inLanguage": "id",
        "datePublished": _iso(berita.terbit_pada),
        "dateModified": _iso(berita.last_published_at),
        "image": gambar,
        "articleSection": berita.kategori.nama if berita.kategori else "",
        "author": {"@type": "Organization", "name": berita.penulis or setelan.nama},
        "publisher": {"@type": "Organization", "name": setelan.nama},
    }
    return {k: v for k, v in skema.items() if v}


def _iso(saat) -> str:
    return saat.isoformat(timespec="seconds") if saat else ""
