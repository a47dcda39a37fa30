"""What machines ask a site for: its map, its manners, its icon and its manifest."""

from django.contrib.sitemaps import views as peta
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from cms.core.setelan.models import SetelanBkm

from .peta import SITEMAPS

HARI = 24 * 3600


def show_peta(request):
    """The index of the site's maps, a thousand pages each."""
    return peta.index(request, SITEMAPS, sitemap_url_name="home:show_peta_bagian")


def show_peta_bagian(request, section: str):
    return peta.sitemap(request, SITEMAPS, section=section)


def show_robots(request):
    larang = ("/admin/", "/akun/", "/belajar/", "/lapangan/", "/berkas/", "/cari/", "/cek/", "/j/")
    baris = ["User-agent: *", *(f"Disallow: {awalan}" for awalan in larang), ""]
    baris += [f"Sitemap: {request.build_absolute_uri(reverse('home:show_peta'))}", ""]
    return HttpResponse("\n".join(baris), content_type="text/plain; charset=utf-8")


@cache_control(max_age=HARI, public=True)
def show_favicon(request):
    """Old browsers ask here without reading the page."""
    return redirect(static("guyub/favicon.png"))


def show_manifest(request):
    setelan = SetelanBkm.for_request(request)
    return JsonResponse(
        {
            "name": setelan.nama,
            "short_name": setelan.nama[:24],
            "description": setelan.semboyan,
            "lang": "id",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#fbf7ee",
            "theme_color": "#1d3b63",
            "icons": [
                {"src": static("guyub/favicon.png"), "sizes": "48x48", "type": "image/png"},
                {
                    "src": static("guyub/apple-touch-icon.png"),
                    "sizes": "180x180",
                    "type": "image/png",
                },
            ],
        },
        content_type="application/manifest+json",
    )
