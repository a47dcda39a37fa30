"""The sections of the public face: fixed addresses, what belongs to each, and where the reader stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from .pagecache.ingat import per_generasi


@dataclass(frozen=True)
class Bagian:
    """One section. `awalan`: further addresses that count as being inside it."""

    kunci: str
    nama: str | Promise
    url: str
    ikon: str = ""
    awalan: tuple[str, ...] = ()

    def is_tempat(self, path: str) -> bool:
        if self.url == "/":
            return path == "/"
        return path.startswith((self.url, *self.awalan))


BERANDA = Bagian("beranda", _("Home"), "/", "home")
BERITA = Bagian("berita", _("News"), "/berita/", "newspaper")
KEPUTUSAN = Bagian("keputusan", _("Decisions"), "/keputusan/", awalan=("/rembug/",))
UANG = Bagian("uang", _("Our money"), "/uang-kita/", "banknote", ("/barang/",))
BARANG = Bagian("barang", _("Things we own"), "/barang/")
BELAJAR = Bagian("belajar", _("Learn"), "/pelatihan/", "book-open", ("/belajar/", "/cek/"))
LAYANAN = Bagian("layanan", _("Services"), "/layanan/")
USUL = Bagian("usul", _("Proposals & complaints"), "/usul/", "message-square")
CARI = Bagian("cari", _("Search"), "/cari/", "search")

ATAS = (BERANDA, BERITA, KEPUTUSAN, UANG, BELAJAR, LAYANAN)
TAB = (BERANDA, BERITA, UANG, BELAJAR, USUL)
SEMUA = (*ATAS, BARANG, USUL, CARI)


def find_bagian(path: str) -> str:
    """Which section an address belongs to, also from deep inside; "" when none."""
    return next((b.kunci for b in SEMUA if b.is_tempat(path)), "")


def list_butir(bagian: Sequence[Bagian], path: str, kunci: str) -> list[dict]:
    """Links with `kini`: "page" on the section's own page, "true" deep inside, else empty."""
    return [
        {
            "nama": b.nama,
            "url": b.url,
            "ikon": b.ikon,
            "kunci": b.kunci,
            "kini": _kini(b, path, kunci),
        }
        for b in bagian
    ]


def _kini(bagian: Bagian, path: str, kunci: str) -> str:
    if bagian.kunci != kunci:
        return ""
    return "page" if path == bagian.url else "true"


def list_halaman_menu(request) -> list[dict]:
    """Pages that an editor put "in menus" and that are no section; kept on the request."""
    if request is None:
        return []
    if not hasattr(request, "_guyub_menu"):
        request._guyub_menu = _build_halaman_menu(request)
    return request._guyub_menu


def _build_halaman_menu(request) -> list[dict]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    return [
        {"nama": nama, "url": f"/{s}/", "kini": "page" if request.path == f"/{s}/" else ""}
        for nama, s in _fetch_halaman_menu(site.root_page.path, site.root_page.depth)
    ]


@per_generasi
def _fetch_halaman_menu(path: str, depth: int) -> list[tuple[str, str]]:
    """One query, which must look at every page below; so it is asked once a generation."""
    sudah = [b.url.strip("/") for b in SEMUA]
    anak = Page.objects.filter(path__startswith=path, depth=depth + 1)
    halaman = anak.live().in_menu().exclude(slug__in=sudah).order_by("path")
    return list(halaman.values_list("title", "slug")[:8])


def get_pintu() -> dict:
    """Addresses of the doors: signing in, and one's own pages."""
    return {"masuk": settings.LOGIN_URL, "akun": settings.LOGIN_REDIRECT_URL}
