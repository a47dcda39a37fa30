"""Search: finds, sections, and never raises whatever is typed."""

import pytest
from django.db import DatabaseError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.core.pencarian import Bagian, daftar
from cms.core.pencarian.rules import clean_kata
from home.pencarian import selectors
from tests.factories.home import make_berita

KETIKAN = [
    '"',
    "'",
    '" OR 1=1 --',
    "NEAR(a b)",
    "a AND NOT b*",
    "(((",
    "kolom:nilai",
    "\x00kambing",
    "🐐🐐",
    "%_\\",
    "a" * 10_240,
    "' || (SELECT 1) || '",
    "^kambing",
    "-kambing +gulir",
    "ᬅᬓ᭄ᬱᬭ",
]


@given(st.text())
def test_only_words_remain(ketikan):
    bersih = clean_kata(ketikan)
    kata = bersih.split(" ") if bersih else []
    assert len(kata) <= 8 and all(k.isalnum() and len(k) <= 40 for k in kata)


def test_words_are_kept():
    assert clean_kata("Kambing-gulir, RW 03?") == "Kambing gulir RW 03"


@pytest.mark.dua
@pytest.mark.django_db
def test_hostile_queries_answer(situs, client):
    make_berita(title="Kambing gulir")
    for ketikan in KETIKAN:
        for alamat in ("/cari/", "/cari/berita/"):
            assert client.get(alamat, {"q": ketikan}).status_code == 200, ketikan


@pytest.mark.dua
@pytest.mark.django_db
def test_a_slip_of_the_finger_is_put_right(situs, client):
    make_berita(title="Kambing gulir", ringkasan="Jasa pinjaman tetap.")
    for ketikan, maksud in (("kambng", "kambing"), ("PINJMAN", "pinjaman")):
        isi = client.get("/cari/", {"q": ketikan}).content.decode()
        assert f"?q={maksud}" in isi and f"“{ketikan}” tidak ditemukan" in isi
    assert "Mungkin maksud Anda" not in client.get("/cari/", {"q": "kambing"}).content.decode()
    assert "Mungkin maksud Anda" not in client.get("/cari/", {"q": "zzzzzz"}).content.decode()


@pytest.mark.dua
@pytest.mark.django_db
def test_words_of_hidden_pages_are_never_proposed(situs, client):
    make_berita(title="Rahasia").unpublish()
    assert "?q=rahasia" not in client.get("/cari/", {"q": "rahasa"}).content.decode()


@pytest.mark.django_db
def test_typed_markup_stays_text(situs, client):
    isi = client.get("/cari/", {"q": "<b>&amp;"}).content.decode()
    assert "“&lt;b&gt;&amp;amp;” tidak ditemukan" in isi


@pytest.mark.dua
@pytest.mark.django_db
def test_an_empty_search_offers_subjects(situs, client):
    make_berita(title="Satu", tanda=("kambing",))
    assert "?q=kambing" in client.get("/cari/").content.decode()


def test_half_a_surrogate_is_no_word():
    assert clean_kata("\ud800") == ""


@pytest.mark.dua
@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ketikan=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_answers(situs, client, ketikan):
    assert client.get("/cari/", {"q": ketikan}).status_code == 200


@pytest.mark.dua
@pytest.mark.django_db
def test_finds_in_title_and_body_in_sections(situs, client):
    make_berita(
        title="Saluran air selesai", ringkasan="Kerja bakti", teks="Gorong-gorong dipasang."
    )
    make_berita(title="Lain")
    temuan = {t.kode: t for t in selectors.search_semua("gorong")}
    assert [h.judul for h in temuan["berita"].hasil] == ["Saluran air selesai"]
    isi = client.get("/cari/", {"q": "saluran air"}).content.decode()
    assert "Saluran air selesai" in isi and "Kerja bakti" in isi and "1 ditemukan" in isi
    halaman = {t.kode: t for t in selectors.search_semua("koordinator")}["halaman"]
    assert "Tentang kami" in [h.judul for h in halaman.hasil]


@pytest.mark.dua
@pytest.mark.django_db
def test_drafts_are_not_found(situs):
    make_berita(title="Rahasia dapur").unpublish()
    assert selectors.search_semua("rahasia") == []


@pytest.mark.dua
@pytest.mark.django_db
def test_indonesian_stems_on_postgres(situs):
    from django.db import connection

    make_berita(title="Pelatihan pembukuan")
    temuan = selectors.search_semua("melatih")
    assert bool(temuan) == (connection.vendor == "postgresql")


@pytest.mark.django_db
def test_counts_are_capped_and_sections_have_pages(situs, client, monkeypatch):
    semua = [daftar.Hasil(f"Barang {n}", f"/barang/{n}/") for n in range(130)]
    bagian = Bagian("barang", "Barang", 90, lambda kata, mulai, n: semua[mulai : mulai + n])
    monkeypatch.setattr(daftar, "_daftar", {"barang": bagian})
    (temuan,) = selectors.search_semua("barang")
    assert (len(temuan.hasil), temuan.banyak, temuan.lebih) == (4, 50, True)
    assert "Lebih dari 50" in client.get("/cari/", {"q": "barang"}).content.decode()
    isi = client.get("/cari/barang/", {"q": "barang", "p": "2"}).content.decode()
    assert "Barang 12<" in isi and "?q=barang&amp;p=3" in isi
    assert client.get("/cari/tidak-ada/", {"q": "x"}).status_code == 404


@pytest.mark.django_db
def test_a_section_that_fails_hides_no_other(situs, monkeypatch):
    def gagal(kata, mulai, banyak):
        raise DatabaseError

    baik = Bagian("b", "B", 2, lambda *_: [daftar.Hasil("Ada", "/ada/")])
    monkeypatch.setattr(daftar, "_daftar", {"a": Bagian("a", "A", 1, gagal), "b": baik})
    assert [t.kode for t in selectors.search_semua("apa")] == ["b"]


@pytest.mark.django_db
def test_nothing_found_says_what_to_do(situs, client):
    isi = client.get("/cari/", {"q": "zzzz"}).content.decode()
    assert "tidak ditemukan" in isi and "/usul/" in isi
    assert not client.get("/cari/", {"q": "zzzz"}).cookies
