"""What a shared link shows: a picture of 1200 × 630 that a phone on a slow line still loads."""

from wagtail.models import Site

from cms.core.media.models import Gambar

BATAS = 300 * 1024
MUTU = (78, 60, 40, 22)


def get_gambar_bagi(gambar: Gambar | None, request) -> str:
    """Full address of the first rendition within 300 KB; "" without a picture."""
    if gambar is None:
        return ""
    for mutu in MUTU:
        rendisi = gambar.get_rendition(f"fill-1200x630|format-jpeg|jpegquality-{mutu}")
        if rendisi.file.size <= BATAS:
            break
    return get_alamat_penuh(rendisi.url, Site.find_for_request(request))


def get_alamat_penuh(url: str, site: Site | None) -> str:
    """A path of this site with its scheme and host; addresses of other hosts stay."""
    return f"{site.root_url}{url}" if site and url.startswith("/") else url
