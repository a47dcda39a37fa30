"""Addresses of home that are no pages; gathers the slices."""

from django.urls import path

from .agenda import views as agenda
from .berita.umpan import BeritaFeed
from .pencarian import views as pencarian
from .situs import views as situs

app_name = "home"
urlpatterns = [
    path("berita/rss.xml", BeritaFeed(), name="feed_berita"),
    path("agenda/kalender.ics", agenda.show_kalender, name="show_kalender"),
    path("agenda/<slug:slug>/acara.ics", agenda.show_acara, name="show_acara"),
    path("cari/", pencarian.search, name="search"),
    path("cari/<slug:bagian>/", pencarian.search_bagian, name="search_bagian"),
    path("sitemap.xml", situs.show_peta, name="show_peta"),
    path("sitemap-<str:section>.xml", situs.show_peta_bagian, name="show_peta_bagian"),
    path("robots.txt", situs.show_robots, name="show_robots"),
    path("favicon.ico", situs.show_favicon, name="show_favicon"),
    path("manifest.webmanifest", situs.show_manifest, name="show_manifest"),
]
