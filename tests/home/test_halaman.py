"""Transparency, offices, services, blocks."""

from datetime import date, timedelta

import pytest
from wagtail.blocks import StructBlockValidationError

from cms.core import angka, waktu
from cms.core.angka import Angka, SumberAngka
from cms.core.blocks import AngkaBlock, GambarBlock, IsiBlock
from cms.core.jejak.models import Jejak
from cms.komunitas.services import give_jabatan
from home.models import HalamanPage, Laporan, TentangPage
from home.services import add_halaman, publish_laporan
from tests.factories.komunitas import AnggotaFactory

pytestmark = pytest.mark.django_db


def test_offices_of_today_only(situs, client):
    kini = waktu.hari_ini()
    for nama, dari, sampai in (
        ("Sari Kini", kini - timedelta(days=9), None),
        ("Budi Dulu", kini - timedelta(days=900), kini - timedelta(days=1)),
        ("Tuti Nanti", kini + timedelta(days=1), None),
    ):
        anggota = AnggotaFactory(nama=nama)
        give_jabatan(anggota=anggota, unit="upk", jabatan="Kasir", dari=dari, sampai=sampai)
    isi = client.get("/tentang/").content.decode()
    assert "Sari Kini" in isi and "Budi Dulu" not in isi and "Tuti Nanti" not in isi
    assert "sampai sekarang" in isi


def test_report_is_published_with_its_document(situs, client, user):
    laporan = publish_laporan(
        actor=user,
        jenis=Laporan.Jenis.KEUANGAN,
        judul="Laporan Oktober",
        nama_berkas="oktober.pdf",
        isi=b"%PDF-1.4 uji",
        periode=(date(2026, 10, 1), date(2026, 10, 31)),
    )
    isi = client.get("/uang-kita/").content.decode()
    assert "Laporan Oktober" in isi and "Oktober\u00a02026" in isi
    alamat = laporan.dokumen.url
    assert alamat in isi and f"/documents/{laporan.dokumen.uuid}/" in alamat
    unduh = client.get(alamat)
    assert b"".join(unduh.streaming_content) == b"%PDF-1.4 uji"
    assert client.get(f"/documents/{laporan.dokumen.pk}/oktober.pdf").status_code == 404
    assert Jejak.objects.filter(tindakan="publish").count() == 1


def test_kind_filters_and_future_reports_wait(situs, client, user):
    publish_laporan(actor=user, jenis="aturan", judul="Anggaran dasar")
    publish_laporan(actor=user, jenis="keuangan", judul="Laporan kas")
    with waktu.pada(waktu.hari_ini() + timedelta(days=2)):
        publish_laporan(actor=user, jenis="keuangan", judul="Laporan nanti")
    isi = client.get("/uang-kita/jenis/keuangan/").content.decode()
    assert "Laporan kas" in isi and "Anggaran dasar" not in isi and "Laporan nanti" not in isi
    assert client.get("/uang-kita/jenis/rahasia/").status_code == 404


def test_picture_needs_its_description():
    assert GambarBlock().child_blocks["alt"].required


def test_figure_needs_a_source_or_a_number_with_date():
    blok = AngkaBlock()
    polos = {"judul": "Warga", "sumber": "", "nilai": "", "satuan": "", "per_tanggal": None}
    with pytest.raises(StructBlockValidationError):
        blok.clean(blok.to_python(polos))
    blok.clean(blok.to_python({**polos, "nilai": "83", "per_tanggal": "2026-01-01"}))


def test_every_block_is_drawn(situs, client, monkeypatch):
    sumber = SumberAngka("uji", "Uji", "", lambda hari: Angka(1500, "rupiah", date(2026, 1, 1)))
    monkeypatch.setattr(angka, "_sumber", {"uji": sumber})
    tabel = {"data": [["A", "B"], ["x", "y"]], "first_row_is_table_header": True}
    isi = [
        ("paragraf", "<p>Paragraf <b>tebal</b></p>"),
        ("judul", {"teks": "Kepala", "tingkat": "3"}),
        ("kutipan", {"isi": "Begitulah", "siapa": "Sari", "jabatan": "Ketua"}),
        ("tabel", {**tabel, "table_caption": "Daftar"}),
        ("sorot", {"judul": "Ingat", "isi": "<p>Jumat tutup</p>"}),
        ("angka", {"judul": "Dana", "sumber": "uji"}),
        ("angka", {"judul": "Ekor", "nilai": "41", "satuan": "ekor", "per_tanggal": "2026-01-01"}),
        ("rantai", {"simpul": [{"judul": "Usul"}, {"judul": "Hasil", "keadaan": "belum"}]}),
    ]
    blok = IsiBlock().to_python([{"type": t, "value": v} for t, v in isi])
    halaman = add_halaman(induk=situs, halaman=HalamanPage(title="Coba", isi=blok))
    teks = client.get(halaman.url).content.decode()
    for bagian in (
        *("<b>tebal</b>", "<h3>Kepala</h3>", "Begitulah", "<caption>Daftar</caption>"),
        *('<th scope="col">A</th>', "Jumat tutup", "Rp\u00a01.500", "41", 'class="rantai"'),
    ):
        assert bagian in teks, bagian


def test_rich_text_of_an_editor_cannot_run(situs, client):
    tentang = TentangPage.objects.get()
    tentang.isi = [("paragraf", '<p>x</p><script>alert(1)</script><p onclick="a()">y</p>')]
    tentang.save_revision().publish()
    isi = client.get("/tentang/").content.decode()
    assert "alert(1)" not in isi and "onclick" not in isi
