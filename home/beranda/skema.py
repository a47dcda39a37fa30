"""The BKM for search engines (schema.org Organization)."""

from cms.core.setelan.models import SetelanBkm


def build_skema_lembaga(setelan: SetelanBkm, url: str) -> dict:
    skema = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": setelan.nama,
        "description": setelan.jenis_lembaga,
        "slogan": setelan.semboyan,
        "url": url,
        "address": setelan.alamat,
        "telephone": setelan.telepon,
        "email": setelan.surel,
        "areaServed": setelan.desa,
    }
    return {k: v for k, v in skema.items() if v}
