"""What an editor sees before publishing is what a reader sees afterwards, and no reader sees it before."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
from wagtail.models import PreviewableMixin
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.core.pagecache.bungkus import PageCache
from home.models import BeritaIndexPage, BeritaPage, HalamanPage
from tests.factories.aset import make_orang
from tests.factories.home import make_gambar, make_kategori
from tests.factories.redaksi import make_berita

pytestmark = pytest.mark.django_db
UKURAN = {"mobile", "tablet", "desktop"}
LEBAR = [PreviewableMixin.DEFAULT_PREVIEW_SIZES[n]["device_width"] for n in range(3)]


def read_main(html: str) -> str:
    """The main content without what differs by nature: spaces, and the second of publication."""
    utama = BeautifulSoup(html, "html.parser").find("main")
    for saat in utama.find_all("time"):
        saat["datetime"] = saat["datetime"][:10]
    teks = re.sub(r"\s+", " ", str(utama))
    return re.sub(r"> | <", lambda m: m[0].strip(), teks)


def fill(page, **isian) -> dict:
    """The form as the editor's browser sends it."""
    gambar = make_gambar()
    isi = streamfield(
        [
            ("judul", {"teks": "Hasil panen", "tingkat": "2"}),
            ("paragraf", rich_text("<p>Dua <b>ton</b> padi.</p>", features=["bold"])),
            ("gambar", {"gambar": gambar.pk, "alt": "Padi.", "keterangan": "", "kredit": ""}),
            ("kutipan", {"isi": "Cukup setahun.", "siapa": "Ketua KSM", "jabatan": ""}),
        ]
    )
    bawaan = {
        "title": page.title,
        "slug": page.slug,
        "ringkasan": "Dua ton dari sawah bersama.",
        "isi": isi,
        "comments": inline_formset([]),
    }
    return nested_form_data(bawaan | isian)


@pytest.fixture
def berita():
    return make_berita("Panen raya", owner=make_orang("editor"))


@pytest.fixture
def halaman(berita):
    halaman = HalamanPage(title="Sejarah", slug="sejarah", live=False)
    return berita.get_parent().get_parent().add_child(instance=halaman)


def preview(client, page, data, mode="") -> str:
    alamat = f"/admin/pages/{page.pk}/edit/preview/"
    assert client.post(alamat, data).json() == {"is_valid": True, "is_available": True}
    jawaban = client.get(alamat, {"mode": mode, "in_preview_panel": "true"})
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def publish(client, page, data) -> None:
    client.force_login(make_orang("koordinator"))
    jawaban = client.post(f"/admin/pages/{page.pk}/edit/", data | {"action-publish": "1"})
    assert jawaban.status_code == 302
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("apa", ["berita", "halaman"])
def test_preview_equals_the_public_page(client, request, apa):
    page = request.getfixturevalue(apa)
    lain = {"kategori": make_kategori().pk, "tags": "padi, sawah", "ralat": streamfield([])}
    data = fill(page, **(lain if apa == "berita" else {}))
    client.force_login(make_orang("editor"))
    assert {u["name"] for u in page.preview_sizes} == UKURAN and sorted(LEBAR) == LEBAR
    ubah = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert all(f'data-device-width="{lebar}"' in ubah for lebar in LEBAR)
    sebelum = [read_main(preview(client, page, data, mode)) for mode, _nama in page.preview_modes]
    publish(client, page, data)
    client.logout()
    sesudah = read_main(client.get(page.url).content.decode())
    assert "<b>ton</b>" in sesudah and "Cukup setahun." in sesudah
    assert sebelum == [sesudah]


class Peramban:
    """Asks the whole application as the server does, the page cache in front."""

    def __init__(self, client):
        self.app = PageCache(WSGIHandler())
        self.kuki = client.cookies[settings.SESSION_COOKIE_NAME].value

    def ask(self, alamat: str, masuk: bool = False) -> str:
        environ = RequestFactory().get(alamat, HTTP_ACCEPT_ENCODING="identity").environ
        if masuk:
            environ["HTTP_COOKIE"] = f"{settings.SESSION_COOKIE_NAME}={self.kuki}"
        return b"".join(self.app(environ, lambda *_: None)).decode()

    @property
    def tersimpan(self) -> list:
        return sorted(self.app._simpanan._isi)


def test_no_reader_meets_a_preview(client, berita, monkeypatch):
    for sinyal in (signals.request_started, signals.request_finished):
        monkeypatch.setattr(sinyal, "send", lambda *_a, **_k: [])  # would close the database
    client.force_login(make_orang("editor"))
    berita.title = "Panen pertama"
    berita.save_revision().publish()
    peramban = Peramban(client)
    assert "Panen pertama" in peramban.ask(berita.url)
    tersimpan = peramban.tersimpan
    alamat = f"/admin/pages/{berita.pk}/edit/preview/"
    data = fill(berita, title="Panen rahasia", ralat=streamfield([]), tags="")
    preview(client, berita, data)
    assert "Panen rahasia" in peramban.ask(alamat + "?mode=&in_preview_panel=true", masuk=True)
    assert peramban.tersimpan == tersimpan
    for umum in (berita.url, "/berita/", "/"):
        assert "rahasia" not in peramban.ask(umum)
    assert BeritaPage.objects.get(pk=berita.pk).title == "Panen pertama"
    assert BeritaIndexPage.objects.get().url == "/berita/"
