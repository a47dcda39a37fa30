"""The tree of a site, its addresses, and what machines ask for."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.halaman.daftar import get_halaman_awal
from cms.core.halaman.rules import SLUG_TERLARANG
from cms.core.setelan.models import SetelanBkm
from home.models import HalamanPage
from home.services import add_halaman, build_situs
from tests.factories.home import make_berita


def test_tree_stands_and_a_second_run_changes_nothing(situs):
    slug = [h.slug for h in situs.get_children()]
    assert {"berita", "agenda", "uang-kita", "layanan", "tentang", "nek-kanane"} <= set(slug)
    assert len(slug) == len(get_halaman_awal())
    sebelum = list(Page.objects.values_list("pk", "title", "path", "latest_revision_id"))
    build_situs()
    assert list(Page.objects.values_list("pk", "title", "path", "latest_revision_id")) == sebelum


def test_what_an_editor_wrote_survives(situs):
    tentang = situs.get_children().get(slug="tentang").specific
    tentang.title = "Kami"
    tentang.save_revision().publish()
    build_situs()
    assert situs.get_children().get(slug="tentang").title == "Kami"


def test_welcome_page_is_gone_and_site_points_to_us(situs):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page_id == situs.pk
    assert not Page.objects.filter(depth=2).exclude(pk=situs.pk).exists()


def test_pasang_sets_the_bkm(db, capsys):
    call_command("pasang", nama="BKM Uji", desa="Desa Uji")
    assert "halaman siap" in capsys.readouterr().out
    setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
    assert (setelan.nama, setelan.desa) == ("BKM Uji", "Desa Uji")


def test_reserved_slugs_are_refused(situs):
    for slug in SLUG_TERLARANG:
        with pytest.raises(ValidationError) as salah:
            add_halaman(induk=situs, halaman=HalamanPage(title="Coba", slug=slug))
        assert "slug" in salah.value.message_dict, slug


def test_every_first_page_answers_and_sets_no_cookie(situs, client):
    for awal in get_halaman_awal():
        jawab = client.get(f"/{awal.slug}/")
        assert jawab.status_code == 200, awal.slug
        assert not jawab.cookies, awal.slug


def test_robots_and_manifest(situs, client):
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in robots and "/sitemap.xml" in robots
    manifes = json.loads(client.get("/manifest.webmanifest").content)
    assert manifes["lang"] == "id" and manifes["icons"]
    assert client.get("/favicon.ico")["Location"].endswith(".png")


def test_sitemap_lists_public_pages_only(situs, client):
    terbit = make_berita(title="Terbit", slug="terbit")
    draf = make_berita(title="Draf", slug="draf")
    draf.unpublish()
    indeks = ET.fromstring(client.get("/sitemap.xml").content)
    assert "sitemap-halaman.xml" in indeks[0][0].text
    peta = client.get("/sitemap-halaman.xml").content.decode()
    assert terbit.full_url in peta and "/berita/draf/" not in peta


@pytest.mark.parametrize("nama", ["500.html", "503.html"])
def test_fault_pages_need_no_database(nama):
    """Without the db fixture any query fails the test."""
    from django.template.loader import render_to_string

    isi = render_to_string(nama)
    assert 'lang="id"' in isi and "<h1>" in isi


def test_missing_page_is_in_our_words(situs, client):
    jawab = client.get("/tidak-ada/")
    assert jawab.status_code == 404
    assert "Halaman ini tidak ada" in jawab.content.decode()


def test_private_sections_close_what_is_below_and_its_aliases(situs, client):
    """Our one-query restriction check sees what Wagtail's own would."""
    induk = add_halaman(induk=situs, halaman=HalamanPage(title="Dalam", slug="dalam"))
    anak = add_halaman(induk=induk, halaman=HalamanPage(title="Anak", slug="anak"))
    kembar = anak.create_alias(parent=situs, update_slug="kembar")
    terbuka = add_halaman(induk=situs, halaman=HalamanPage(title="Luar", slug="luar"))
    PageViewRestriction.objects.create(page=anak, restriction_type="login")
    assert client.get(induk.url).status_code == 200
    for tertutup in (anak, kembar):
        assert client.get(tertutup.url).status_code == 302, tertutup.url
    PageViewRestriction.objects.all().update(page=induk)
    assert client.get(induk.url).status_code == client.get(anak.url).status_code == 302
    assert client.get(terbuka.url).status_code == 200
