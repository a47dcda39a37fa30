"""The booklet of a course: the whole text, nothing for facilitators, built once for a release."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import connection
from wagtail.models import PageViewRestriction

from cms.core.pdf import render_pdf
from pelatihan.cetak import rules, services
from pelatihan.cetak.selectors import collect_buku
from pelatihan.kursus.selectors import get_rilis_terbaru
from pelatihan.models import PelajaranPage
from tests.factories.pelatihan import make_kuis, make_kursus

ISI = [
    ("teks", "<h2>Kas</h2><p>Hitung <b>berdua</b>.</p><ol><li>Satu</li><li>Dua</li></ol>"),
    ("sorot", {"jenis": "ingat", "judul": "", "teks": "<p>Tulis hari itu juga.</p>"}),
    ("latihan", {"judul": "Coba", "teks": "<p>Berapa?</p>", "jawaban": "<p>Sepuluh.</p>"}),
    ("catatan", {"teks": "<p>RAHASIA FASILITATOR</p>"}),
    ("tabel", {"data": [["A", "B"], ["x", "10.000"]], "first_row_is_table_header": True}),
    ("gambar", {"bawaan": "tidak/ada.svg", "alt": "x", "gambar": None}),
    ("masa-depan", {"apa": "pun"}),
]
BAHAN = [{"type": jenis, "value": nilai} for jenis, nilai in ISI]


@pytest.fixture(autouse=True)
def tempat(settings, tmp_path):
    """A data folder and private files of the test's own."""
    settings.GUYUB_DATA = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "privat", "base_url": None},
        },
    }


@pytest.fixture
def kursus(db):
    kursus = make_kursus(kuis=make_kuis())
    page = PelajaranPage.objects.first()
    page.isi, page.sumber = BAHAN[:5], "Buku kas BKM"
    page.save_revision().publish()
    kursus.release()
    return kursus


def test_the_booklet_is_tagged_and_complete(kursus, client):
    data = collect_buku(get_rilis_terbaru(kursus.kunci))
    (bagian,) = data["bagian"]
    assert [b["jenis"] for b in bagian["pelajaran"][0]["blok"]] == [
        "teks",
        "sorot",
        "latihan",
        "tabel",
    ]
    assert "RAHASIA" not in str(data) and bagian["pelajaran"][0]["sumber"] == ["Buku kas BKM"]
    jawaban = client.get(f"/belajar/buku/{kursus.kunci}.pdf")
    isi = b"".join(jawaban.streaming_content)
    assert isi.startswith(b"%PDF-") and b"pdfuaid:part" in isi
    assert f"/belajar/buku/{kursus.kunci}.pdf" in client.get(kursus.url).content.decode()


def test_it_is_built_once_and_again_after_a_release(kursus, client, monkeypatch):
    hitung = []
    monkeypatch.setattr(
        services, "render_pdf", lambda *a, **k: hitung.append(1) or render_pdf(*a, **k)
    )
    alamat = f"/belajar/buku/{kursus.kunci}.pdf"
    pertama = client.get(alamat)
    assert client.get(alamat, headers={"If-None-Match": pertama["ETag"]}).status_code == 304
    assert len(hitung) == 1
    (lama,) = services.get_storage().listdir("buku")[1]
    page = PelajaranPage.objects.first()
    page.title = "Judul baru"
    page.save_revision().publish()
    kursus.release()
    assert client.get(alamat)["ETag"] != pertama["ETag"] and len(hitung) == 2
    (baru,) = services.get_storage().listdir("buku")[1]
    assert baru != lama
    services.get_storage().delete(f"buku/{baru}")
    assert client.get(alamat).status_code == 200 and len(hitung) == 3


@pytest.mark.dua
@pytest.mark.django_db(transaction=True)
def test_many_at_once_build_it_once(monkeypatch):
    kunci = make_kursus(kuis=make_kuis()).kunci
    hitung = []
    monkeypatch.setattr(
        services, "render_pdf", lambda *a, **k: hitung.append(1) or render_pdf(*a, **k)
    )

    def minta(_n):
        try:
            return services.get_or_build_buku(kursus_kunci=kunci).sidik
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as kolam:
        assert len(set(kolam.map(minta, range(4)))) == 1
    assert len(hitung) == 1


def test_a_closed_course_and_an_unknown_one_are_not_there(kursus, client):
    assert client.get(f"/belajar/buku/{uuid4()}.pdf").status_code == 404
    PageViewRestriction.objects.create(page=kursus, restriction_type="login")
    assert client.get(f"/belajar/buku/{kursus.kunci}.pdf").status_code == 404


def test_unknown_blocks_and_hostile_text_do_no_harm(db):
    blok = rules.build_blok(BAHAN, {})
    assert [b["jenis"] for b in blok] == ["teks", "sorot", "latihan", "tabel", "gambar"]
    (baris,) = rules.read_html('<p><a href="javascript:x">a</a><script>#panic()</script></p>')
    assert {p["alamat"] for p in baris["isi"]} == {""}
    assert rules.read_html("") == [] and rules.read_html("polos")[0]["jenis"] == "p"
    assert rules.build_blok([{"type": "tabel", "value": None}], {}) == []


def test_lists_keep_their_numbers_and_depth():
    baris = rules.read_html("<ol><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ol><p>d</p>")
    assert [(b["jenis"], b["tingkat"], b["nomor"]) for b in baris] == [
        ("li", 1, 1),
        ("li", 2, 0),
        ("li", 1, 2),
        ("p", 0, 0),
    ]


class Ember(FileSystemStorage):
    """Like a bucket: no paths, a file appears whole."""

    def path(self, name):
        raise NotImplementedError


def test_a_bucket_without_paths_keeps_the_booklet_too(kursus, settings, tmp_path, monkeypatch):
    folder = FileSystemStorage(location=tmp_path / "ember")
    (tmp_path / "ember" / "buku").mkdir(parents=True)
    simpan = []

    class Palsu(Ember):
        exists, open, listdir, delete = folder.exists, folder.open, folder.listdir, folder.delete

        def save(self, name, content, max_length=None):
            simpan.append(name)
            return folder.save(name, content)

    monkeypatch.setattr(services, "get_storage", lambda: Palsu(location=tmp_path / "ember"))
    buku = services.get_or_build_buku(kursus_kunci=kursus.kunci)
    assert buku.open().read().startswith(b"%PDF-") and simpan == [buku.nama]
    assert services.get_or_build_buku(kursus_kunci=kursus.kunci) == buku and len(simpan) == 1
