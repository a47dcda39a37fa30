"""Paper: letterhead, sample mark, people's text as data, and what happens with foreign scripts."""

import json
import re
from datetime import date

import pytest
import typst

from cms.core import pdf, waktu
from cms.core.setelan.models import SetelanBkm

JAHAT = '#panic("x") #read("/etc/passwd") *tebal* $a$ `b` \\ "kutip" @rujuk <label>'


def judul_dokumen(data: dict) -> str:
    """What the heading really holds once typst has read the data."""
    path = pdf.find_templat("core/lembar.typ")
    hasil = typst.query(
        str(path),
        "heading",
        root=str(pdf.settings.BASE_DIR),
        font_paths=[str(pdf.HURUF)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )
    return json.loads(hasil)[0]["body"]["text"]


def test_a_sheet_is_tagged_and_archivable(db):
    hasil = pdf.render_pdf("core/lembar.typ", {"judul": "Daftar barang", "alinea": ["Satu."]})
    assert hasil.startswith(b"%PDF-") and b"pdfuaid:part" in hasil and b"pdfaid:part" in hasil
    assert b"PlusJakartaSans" in hasil


def test_people_cannot_write_markup(db):
    assert pdf.render_pdf("core/lembar.typ", {"judul": JAHAT, "alinea": [JAHAT]}).startswith(
        b"%PDF-"
    )
    assert judul_dokumen({"judul": "#panic(1) *tebal*"}) == "#panic(1) *tebal*"


def test_a_script_our_fonts_lack_still_prints(db):
    hasil = pdf.render_pdf("core/lembar.typ", {"judul": "Nama 你好 🐐"})
    assert hasil.startswith(b"%PDF-") and b"pdfuaid:part" not in hasil


def test_a_long_table_takes_several_pages_in_both_papers(db):
    tabel = {
        "kepala": ["Nomor", "Nilai"],
        "baris": [[str(n), "Rp 1"] for n in range(90)],
        "kanan": [1],
    }
    for isi in ({"tabel": tabel}, {"tabel": tabel, "ukuran": "us-legal", "rebah": True}):
        hasil = pdf.render_pdf("core/lembar.typ", {"judul": "Panjang", **isi})
        assert int(re.search(rb"/Count (\d+)", hasil)[1]) >= 2


def test_letterhead_reads_the_settings_and_the_clock(db):
    from wagtail.models import Site

    setelan = SetelanBkm.for_site(Site.objects.get(is_default_site=True))
    setelan.nama, setelan.alamat, setelan.contoh = "BKM Uji", "Balai Desa", True
    setelan.save()
    with waktu.pada(date(2026, 11, 24)):
        rumah = pdf.get_rumah()
    assert rumah["contoh"] is True and rumah["kaki"] == "BKM Uji, Balai Desa"
    assert rumah["tanggal"] == "24\u00a0November\u00a02026"


@pytest.mark.parametrize(
    "nama", ["core/tidak-ada.typ", "core/../pdf.py", "core/", "core/../../settings/base.py"]
)
def test_only_templates_of_a_room_are_found(nama):
    with pytest.raises(pdf.TemplatTidakAda):
        pdf.find_templat(nama)
