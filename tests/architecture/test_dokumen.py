"""Documents stay true: their links lead somewhere, decisions are numbered and dated."""

import re

import pytest

from .susunan import AKAR
from .tautan import find_jangkar, find_putus

ADR = sorted((AKAR / "docs" / "adr").glob("[0-9]*.md"))
ATAS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/arsitektur.md")


def list_dokumen():
    """The Markdown files of the house that people read as documents (texts of courses are not)."""
    return [*AKAR.glob("*.md"), *sorted((AKAR / "docs").rglob("*.md"))]


@pytest.mark.parametrize("dokumen", list_dokumen(), ids=lambda p: str(p.relative_to(AKAR)))
def test_tautan_sampai(dokumen):
    assert not find_putus(dokumen)


def test_tautan_putus_terlihat(tmp_path):
    (tmp_path / "b.md").write_text("# Dua kata: `x`\n")
    dokumen = tmp_path / "a.md"
    dokumen.write_text(
        "[a](b.md) [b](b.md#dua-kata-x) [c](https://x.test/) `[d](tiada.md)`\n"
        "[e](tiada.md) [f](b.md#lain) ![g](gambar.png)\n\n```\n[h](tiada.md)\n```\n[i]: lenyap.md\n"
    )
    assert find_putus(dokumen) == ["tiada.md", "b.md#lain", "gambar.png", "lenyap.md"]


def test_jangkar_dari_judul():
    assert find_jangkar("# Satu\n## Dua, tiga\n") == {"satu", "dua-tiga"}


@pytest.mark.parametrize("nama", ATAS)
def test_dokumen_utama_ada(nama):
    assert (AKAR / nama).read_text(encoding="utf-8").strip()


def test_adr_bernomor_urut_dan_terdaftar():
    indeks = (AKAR / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    assert [int(p.name[:4]) for p in ADR] == list(range(1, len(ADR) + 1))
    assert [p.name for p in ADR if f"({p.name})" not in indeks] == []


@pytest.mark.parametrize("adr", ADR, ids=lambda p: p.stem)
def test_adr_berbentuk_sama(adr):
    teks = adr.read_text(encoding="utf-8")
    assert teks.startswith(f"# {adr.name[:4]} ")
    assert re.search(
        r"^Date: \d{4}-\d\d-\d\d\. Status: (accepted|superseded by \d{4})\.$", teks, re.M
    )
    bagian = re.findall(r"^## (.+)$", teks, re.M)
    assert bagian == ["Context", "Decision", "Consequences"]
    assert len(teks.splitlines()) <= 60
