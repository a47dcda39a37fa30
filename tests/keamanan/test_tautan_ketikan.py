"""Links typed into blocks only lead somewhere: judged when saved, and again when shown."""

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from cms.core.blocks import AlamatBlock, RantaiBlock
from cms.core.sanitasi import clean_alamat
from home.blocks import LayananBlock
from tests.factories.accounts import UserFactory
from tests.factories.redaksi import make_berita

BAIK = [
    "/berita/",
    "/usul/?jenis=tanya#atas",
    "https://contoh.example/a?b=1",
    "http://contoh.example",
    "HTTPS://contoh.example",
    "mailto:bkm@contoh.example",
    "tel:+6281200000000",
]
BURUK = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//jahat.example",
    "/\\jahat.example",
    "\\\\jahat.example",
    "/\t/jahat.example",
    "https:jahat.example",
    "http:///jahat.example",
    "https://[jahat",
    "mailto:",
    "berita",
    "#atas",
]
JAHAT = "javascript:fetch('/akun/')"


@pytest.mark.parametrize("alamat", BAIK)
def test_where_a_link_may_lead(alamat):
    assert clean_alamat(alamat) == AlamatBlock(max_length=200).clean(alamat) == alamat


@pytest.mark.parametrize("alamat", BURUK)
def test_where_it_may_not(alamat):
    assert clean_alamat(alamat) == ""
    with pytest.raises(ValidationError):
        AlamatBlock().clean(alamat)


@pytest.mark.parametrize("blok", [RantaiBlock().child_blocks["simpul"].child_block, LayananBlock()])
def test_every_block_with_a_link_asks(blok):
    assert isinstance(blok.child_blocks["url"], AlamatBlock)


def test_what_was_stored_before_is_not_shown_either():
    rantai = {"simpul": [{"judul": "Satu", "url": JAHAT, "tautan": "Buka"}]}
    for templat, isi in (
        ("components/rantai.html", rantai),
        ("home/blok/layanan.html", {"value": {"judul": "Satu", "url": JAHAT, "tautan": "Buka"}}),
    ):
        hasil = render_to_string(templat, isi)
        assert "Satu" in hasil and "javascript" not in hasil and "Buka" not in hasil


@pytest.mark.django_db
def test_drafts_and_previews_run_no_inline_script(client):
    berita = make_berita()
    client.force_login(UserFactory(peran=["koordinator"]))
    alamat = f"/admin/pages/{berita.pk}/"
    for satu in ("view_draft/", f"revisions/{berita.latest_revision_id}/view/"):
        kebijakan = client.get(alamat + satu).headers["Content-Security-Policy"]
        assert "script-src 'self'" in kebijakan and "unsafe" not in kebijakan
    assert "unsafe-inline" in client.get(alamat + "edit/").headers["Content-Security-Policy"]
