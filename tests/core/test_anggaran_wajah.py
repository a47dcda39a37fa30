"""What a first visit weighs, and what the stylesheet may not do."""

import json
import re
from pathlib import Path

import brotli
import pytest

GUYUB = Path(__file__).parents[2] / "cms" / "core" / "static" / "guyub"
KB = 1024


@pytest.mark.parametrize(("nama", "batas"), [("gaya.css", 10 * KB), ("guyub.js", 5 * KB)])
def test_compressed_weight(nama, batas):
    assert len(brotli.compress((GUYUB / nama).read_bytes())) <= batas


def test_scripts_of_learning_and_field_pages_together():
    nama = ["guyub.js", "antrean.js", "kuis.js", "sw.js"]
    assert sum(len(brotli.compress((GUYUB / n).read_bytes())) for n in nama) <= 15 * KB


def test_one_font_file():
    assert (GUYUB / "huruf.woff2").stat().st_size <= 28 * KB
    assert [p.name for p in GUYUB.glob("*.woff*")] == ["huruf.woff2"]
    assert "SIL Open Font License" in (GUYUB / "OFL.txt").read_text()


def test_stylesheet_fetches_nothing_foreign_and_imports_nothing():
    css = (GUYUB / "gaya.css").read_text()
    assert "@import" not in css and "http" not in re.sub(r'\[href\^="http"\]', "", css)
    assert re.findall(r"url\(([^)]*)\)", css) == ['"huruf.woff2"']


def test_every_token_used_is_defined():
    css = (GUYUB / "gaya.css").read_text()
    dipakai, ada = set(re.findall(r"var\((--[\w-]+)", css)), set(re.findall(r"(--[\w-]+):", css))
    assert dipakai <= ada


def _terang(warna: str) -> float:
    kanal = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _token(gelap: bool) -> dict[str, str]:
    terang, malam = re.findall(r":root \{(.*?)\}", (GUYUB / "gaya.css").read_text(), re.DOTALL)[:2]
    semua = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", terang))
    semua |= dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", malam)) if gelap else {}
    return {k: "#" + "".join(c * 2 for c in v[1:]) if len(v) == 4 else v for k, v in semua.items()}


@pytest.mark.parametrize("gelap", [False, True])
@pytest.mark.parametrize(
    ("tinta", "alas", "batas"),
    [
        ("--tinta", "--kertas", 7),
        ("--tinta", "--kunyit-2", 7),
        ("--tinta", "--nila-2", 7),
        ("--tinta", "--bata-2", 7),
        ("--tinta-2", "--kertas", 4.5),
        ("--tinta-2", "--kertas-2", 4.5),
        ("--tinta-2", "--kunyit-2", 4.5),
        ("--tinta-2", "--nila-2", 4.5),
        ("--nila", "--kertas", 4.5),
        ("--nila", "--nila-2", 4.5),
        ("--di-atas-nila", "--nila", 4.5),
        ("--sogan", "--kertas", 4.5),
        ("--sogan", "--kunyit-2", 4.5),
        ("--daun", "--kertas", 4.5),
        ("--daun", "--daun-2", 4.5),
        ("--bata", "--kertas", 4.5),
        ("--bata", "--bata-2", 4.5),
        ("--pita-tinta-2", "--pita", 4.5),
        ("--garis-kuat", "--kertas", 3),
    ],
)
def test_contrast_in_both_schemes(tinta, alas, batas, gelap):
    token = _token(gelap)
    a, b = sorted((_terang(token[tinta]), _terang(token[alas])))
    assert (b + 0.05) / (a + 0.05) >= batas


GAMBAR = Path(__file__).parents[2] / "cms" / "demo" / "gambar"


def test_ten_pictures_each_with_source_words_and_a_small_weight():
    daftar = json.loads((GAMBAR / "daftar.json").read_text())
    assert len(daftar) == 10 == len(list(GAMBAR.glob("*.png")))
    for nama, kata in daftar.items():
        assert (GAMBAR / f"{nama}.png").stat().st_size <= 60 * KB
        assert "<text" not in (GAMBAR / f"{nama}.svg").read_text()
        assert kata["judul"] and len(kata["alt"]) > 30


def test_who_learns_with_a_card_always_finds_the_way_out():
    """Only the button of the menu may hide in the head: "Ganti peserta" is a button there too."""
    css = (GUYUB / "gaya.css").read_text()
    sembunyi = [
        r for r in re.findall(r"([^{}]+)\{[^{}]*display: none", css) if "kepala-tautan" in r
    ]
    kepala = [s for r in sembunyi for s in r.split(",") if "kepala-tautan" in s]
    assert kepala and not [s for s in kepala if "button" in s]
