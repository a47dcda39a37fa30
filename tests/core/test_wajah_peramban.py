"""The face in a real Chromium: nothing scrolls sideways, the menu needs no script, words agree."""

import json
import os
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from cms.core.rupiah import terbilang
from cms.core.setelan.models import SetelanBkm

GUYUB = Path(__file__).parents[2] / "cms" / "core" / "static" / "guyub"
CHROMIUM = "/usr/bin/chromium"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.path.exists(CHROMIUM) and os.environ.get("CI") != "1", reason="no Chromium here"
    ),
]


@pytest.fixture(scope="module")
def peramban():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def halaman(*, aksi: bool = True) -> str:
    """A page with the header, foot, tabs and the components that are widest."""
    setelan = SetelanBkm(
        nama="BKM Guyub Rukun Sejahtera", alamat="Balai Desa", telepon="0812-0000-0000"
    )
    html = render_to_string("404.html", {"setelan": setelan, "contoh": True})
    tabel = {"judul": "Tabel", "kepala": ["Kelas", "Saldo (Rp)", "Cadangan"], "kanan": "2,3"}
    tabel["baris"] = [["Perhatian khusus", "10.000.000.000", "100%"]]
    isi = render_to_string("components/tabel.html", tabel)
    isi += render_to_string("components/angka.html", {"nilai": "Rp 366.440.000.000", "utama": True})
    if aksi:
        isi += render_to_string(
            "components/aksi.html", {"utama": "Simpan kuitansi", "kedua": "Batal"}
        )
    css = (GUYUB / "gaya.css").read_text().replace('url("huruf.woff2")', "local('x')")
    html = re.sub(r"<link[^>]*>|<script[^>]*></script>", "", html).replace(
        "</main>", f"{isi}</main>"
    )
    return html.replace("</head>", f"<style>{css}</style></head>")


@pytest.mark.parametrize(
    ("lebar", "besar"), [(320, "100%"), (360, "200%"), (1280, "100%"), (1280, "200%")]
)
def test_nothing_scrolls_sideways(peramban, lebar, besar):
    page = peramban.new_page(viewport={"width": lebar, "height": 740})
    page.set_content(halaman().replace("</style>", f"html{{font-size:{besar} !important}}</style>"))
    akar = "document.documentElement."
    assert page.evaluate(f"{akar}scrollWidth - {akar}clientWidth") == 0
    page.close()


def test_menu_opens_without_script_and_targets_are_large(peramban):
    context = peramban.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    page = context.new_page()
    page.set_content(halaman(aksi=False))
    tautan = page.locator("#menu a", has_text="Keputusan")
    assert not tautan.is_visible()
    page.locator(".kepala-tautan button").click()
    assert tautan.is_visible()
    for target in (tautan, page.locator(".tab a").first, page.locator(".kepala-tautan button")):
        assert target.bounding_box()["height"] >= 48
    context.close()


def test_the_action_bar_takes_the_place_of_the_tabs(peramban):
    page = peramban.new_page(viewport={"width": 360, "height": 740})
    page.set_content(halaman())
    assert page.locator(".aksi").is_visible() and not page.locator(".tab").is_visible()
    page.close()


def test_sections_stand_open_on_a_desk(peramban):
    page = peramban.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(halaman())
    assert page.locator("#menu a", has_text="Keputusan").is_visible()
    assert (
        not page.locator(".tab").is_visible()
        and not page.locator(".kepala-tautan button").is_visible()
    )
    page.close()


def test_script_and_server_spell_money_alike(peramban):
    nilai = [
        0,
        1,
        10,
        11,
        12,
        19,
        20,
        99,
        100,
        101,
        111,
        199,
        1_000,
        1_001,
        2_015,
        11_000,
        21_000,
        100_000,
    ]
    nilai += [284_000, 1_001_001, 25_000_000, 1_000_000_000, 999_999_999_999_999]
    js = (GUYUB / "guyub.js").read_text().replace("export function", "function")
    page = peramban.new_page()
    page.set_content('<p id="k"></p><input data-terbilang="k" id="u" value="Rp 1.000">')
    page.evaluate(js + "\nwindow.terbilang = terbilang; window.bacaRupiah = bacaRupiah; 0;")
    assert page.evaluate(f"{json.dumps(nilai)}.map(terbilang)") == [terbilang(n) for n in nilai]
    assert page.evaluate('["1.00", "1,000", "-5", "1e6", ""].map(bacaRupiah)') == [None] * 5
    page.fill("#u", "284000")
    assert page.text_content("#k") == "dua ratus delapan puluh empat ribu rupiah"
    page.locator("#u").blur()
    assert page.input_value("#u") == "Rp 284.000"
    page.close()
