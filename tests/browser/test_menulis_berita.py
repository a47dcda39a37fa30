"""A whole news item on one phone: written, a picture from its camera, reviewed, sent back, published."""

import re
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Page, expect

from cms.core.media.models import Gambar, Persetujuan
from home.models import BeritaPage
from home.services import build_situs
from tests.factories.aset import make_orang
from tests.factories.home import make_kategori

from .telepon import assert_clean, assert_fits, open_phone

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
JUDUL = "Panen raya di Sawah Kidul"
KB = 1024


@pytest.fixture
def orang():
    build_situs()
    make_kategori("Pertanian")
    return {nama: make_orang(nama) for nama in ("editor", "koordinator")}


def shoot_photo() -> bytes:
    """A camera's photo: large, lying on its side, and it knows where it was taken."""
    acak = Image.effect_noise((2400, 1800), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 45.0, 12.0), 3: "E", 4: (110.0, 24.0, 6.0)})
    berkas = BytesIO()
    acak.save(berkas, "JPEG", quality=80, exif=exif)
    return berkas.getvalue()


def open_office(browser, live_server, user) -> Page:
    """A phone with script, for the office needs it."""
    page = open_phone(
        browser, live_server, user, java_script_enabled=True, has_touch=True, is_mobile=True
    )
    page.salah = []
    page.on("pageerror", lambda salah: page.salah.append(str(salah)))
    return page


def assert_reachable(page: Page) -> None:
    """The page does not scroll sideways, no control lies beyond the edge; wide tables scroll themselves."""
    assert_fits(page)
    lebar = page.locator("main").evaluate("(e) => [e.scrollWidth, e.clientWidth]")
    assert lebar[0] <= lebar[1], page.url
    luar = page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, input, select, textarea)")]
        .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((e) => !e.closest(".form-side, .w-sr-only, div:has(> table.listing)"))
        .filter((e) => { const k = e.getBoundingClientRect();
                         return k.width > 1 && (k.left < -1 || k.right > innerWidth + 1); })
        .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert not luar, luar


def test_news_from_a_phone_to_the_public(live_server, browser, orang):
    page = open_office(browser, live_server, orang["editor"])
    write(page)
    upload(page)
    send(page)
    assert_stored()
    koordinator = open_phone(browser, live_server, orang["koordinator"])
    review(koordinator, kembali="Tulis hasil panennya.")
    correct(page)
    review(koordinator)
    assert not page.salah
    read(browser, live_server)


def write(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Berita baru").click()
    page.locator("#id_title").fill(JUDUL)
    page.locator("#id_ringkasan").fill("Warga memanen padi bersama.")
    page.get_by_title("Sisipkan blok").first.click()
    page.get_by_role("option", name="Paragraf").click()
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.type("Dua puluh warga memanen padi sejak pagi.")
    page.get_by_role("button", name="Pilih kategori berita").click()
    page.get_by_role("link", name="Pertanian").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert_reachable(page)


def upload(page: Page) -> None:
    """The browser makes the photo small; the questions about people must be answered."""
    foto = shoot_photo()
    assert len(foto) > 1000 * KB
    page.get_by_role("button", name="Pilih gambar").first.click()
    kotak = page.get_by_role("dialog")
    kotak.get_by_role("tab", name="Unggah").click()
    masukan = kotak.locator("input[type=file]")
    masukan.set_input_files({"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": foto})
    page.wait_for_function(
        f"(e) => e.files[0].size <= {400 * KB}", arg=masukan.element_handle(), timeout=20_000
    )
    kotak.get_by_label("Apa yang terlihat di gambar?").fill("Warga memanen padi.")
    kotak.get_by_role("button", name="Unggah").click()
    galat = kotak.get_by_text("Bidang ini harus diisi").or_(kotak.locator(".error-message"))
    expect(galat.first).to_be_visible()
    masukan = kotak.locator("input[type=file]")
    masukan.set_input_files({"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": foto})
    page.wait_for_function(
        f"(e) => e.files[0].size <= {400 * KB}", arg=masukan.element_handle(), timeout=20_000
    )
    kotak.get_by_label("Orang di foto setuju", exact=True).check()
    kotak.get_by_role("button", name="Unggah").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def send(page: Page) -> None:
    """The button above the thumb, without scrolling down for it."""
    kirim = page.get_by_role("button", name="Kirim untuk ditinjau")
    letak = kirim.bounding_box()
    assert letak["y"] + letak["height"] <= 740
    kirim.click()
    expect(page.get_by_text("dikirim untuk ditinjau")).to_be_visible()
    assert_reachable(page)


def assert_stored() -> None:
    """What the server keeps: small, upright, without a place, and what was answered."""
    gambar = Gambar.objects.get(title__contains="IMG_2041")
    assert gambar.persetujuan == Persetujuan.SETUJU and gambar.description
    with gambar.file.open() as berkas, Image.open(berkas) as isi:
        assert not isi.getexif().get_ifd(0x8825) and b"GPS" not in berkas.read()
        assert isi.height > isi.width
    assert gambar.file.size <= 450 * KB


def review(page: Page, kembali: str = "") -> None:
    """From the inbox to one page with the whole item and the answer."""
    page.goto("/akun/pesan/")
    page.get_by_role("link", name="Mohon").first.click()
    page.get_by_role("button", name=re.compile("Tinjau berita|Buka berita")).click()
    expect(page).to_have_url(re.compile("/lapangan/tinjau/"))
    expect(page.get_by_role("heading", name=JUDUL)).to_be_visible()
    assert_fits(page)
    if kembali:
        page.get_by_text("Kembalikan dengan catatan").click()
        page.get_by_label("Apa yang perlu diubah?").fill(kembali)
        page.get_by_role("button", name="Kembalikan", exact=True).click()
    else:
        expect(page.get_by_text("Hasilnya dua ton.")).to_be_visible()
        page.get_by_role("button", name="Setujui dan terbitkan").click()
    expect(page.get_by_text("Jawaban Anda tersimpan")).to_be_visible()


def correct(page: Page) -> None:
    """The editor finds the note in the inbox, and from it the way back to the item."""
    page.goto("/akun/pesan/")
    page.get_by_role("link", name="Dikembalikan kepada Anda").first.click()
    page.get_by_role("button", name=re.compile("Tinjau berita|Buka berita")).click()
    expect(page.get_by_text("Tulis hasil panennya.")).to_be_visible()
    page.get_by_role("link", name="Ubah berita ini").click()
    teks = page.locator("[contenteditable=true]").first
    teks.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Hasilnya dua ton.")
    expect(page.locator("[name=isi-0-value]")).to_have_value(re.compile("dua ton"))
    assert_reachable(page)
    page.get_by_role("button", name="Kirim lagi untuk ditinjau").click()
    expect(page.get_by_text("dikirim untuk ditinjau")).to_be_visible()


def read(browser, live_server) -> None:
    """Anybody reads it, small and wide."""
    berita = BeritaPage.objects.get(title=JUDUL)
    for lebar in (360, 1280):
        page = open_phone(browser, live_server, viewport={"width": lebar, "height": 740})
        page.goto("/berita/")
        page.get_by_role("link", name=JUDUL).first.click()
        expect(page.get_by_text("Hasilnya dua ton.")).to_be_visible()
        expect(page.get_by_role("img", name="Warga memanen padi.").first).to_be_visible()
        assert_fits(page)
        assert_clean(browser, live_server, [berita.url], lebar=lebar)
        page.context.close()


def test_office_on_a_phone_keeps_everything_within_reach(live_server, browser, orang):
    page = open_office(browser, live_server, orang["koordinator"])
    for alamat in ("", "pages/", "images/", "documents/", "snippets/", "reports/workflow/"):
        page.goto(f"/admin/{alamat}")
        assert_reachable(page)
    assert settings.LANGUAGE_CODE == "id" and not page.salah
