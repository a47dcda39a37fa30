"""The page behind a personal link, as phones, thieves and the page cache ask for it."""

import io
from datetime import date, timedelta

import pytest
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler

from cms.core import angka, panel, waktu
from cms.core.angka import Angka, SumberAngka
from cms.core.pagecache import bungkus
from cms.core.pagecache.bungkus import PageCache, get_kunci
from cms.core.samarkan import samarkan
from cms.komunitas.tautan import rules, services
from home.services import publish_laporan
from musyawarah.aspirasi.models import Aspirasi
from tests.core.test_pagecache import ask
from tests.factories.tautan import make_tautan

pytestmark = pytest.mark.django_db
TIADA = "Tautan ini tidak bisa dibuka"


@pytest.fixture
def token(db):
    return make_tautan()[1]


def open_page(client, token):
    return client.get(f"/j/{token}/")


def make_aspirasi(nomor: int, hari: date, **isi):
    saat = waktu.gabung(hari, waktu.time(9))
    bawaan = {"jenis": "keluhan", "isi": "Lampu jalan mati.", "nama": "Bu Painem Rahasia"}
    Aspirasi.objects.create(
        tahun=hari.year,
        nomor=nomor,
        kode_hash=f"{nomor:064}",
        batas_jawab=hari + timedelta(days=7),
        diterima_pada=saat,
        **{**bawaan, **isi},
    )


def test_the_head_of_the_village_reads(client, token, monkeypatch):
    kas = SumberAngka("uji", "Kas UPK", "bulan", lambda hari: Angka(2_950_000, "rupiah", hari))
    monkeypatch.setattr(angka, "_sumber", {"uji": kas})
    isi = open_page(client, token).content.decode()
    assert "setelah bulan pertama" not in isi
    assert "Ringkasan untuk Kepala Desa" in isi and "Harjo Sumitro" in isi
    assert "Kas UPK" in isi and "2.950.000" in isi
    for kepala in ("BKM dalam angka", "Usul &amp; aduan"):
        assert kepala in isi
    assert token not in isi


def test_before_the_books_it_says_so(client, token):
    assert "Laporan yang sudah terbit boleh dibaca" in open_page(client, token).content.decode()


def test_the_last_report_gives_the_sum(client, token, user):
    periode = (date(2026, 10, 1), date(2026, 10, 31))
    publish_laporan(
        actor=user, jenis="keuangan", judul="Laporan", periode=periode, dana_bergulir=366_440_000
    )
    isi = open_page(client, token).content.decode().replace("\u00a0", " ")
    assert "Rp 366.440.000" in isi and "boleh dibaca siapa saja" not in isi


def test_complaints_are_counted_and_nobody_is_named(client, token):
    hari = date(2026, 11, 24)
    make_aspirasi(1, date(2026, 10, 30))
    make_aspirasi(2, date(2026, 11, 2))
    make_aspirasi(3, date(2026, 11, 23), jenis="usul")
    dijawab = {"status": "dijawab", "dijawab_pada": waktu.gabung(hari, waktu.time(8))}
    make_aspirasi(4, date(2026, 11, 20), **dijawab)
    make_aspirasi(5, date(2026, 11, 20), disembunyikan_pada=waktu.sekarang())
    with waktu.pada(hari):
        tersaji = {p.kode: isi for p, isi in panel.list_panel(panel.RINGKASAN)}
        isi = open_page(client, token).content.decode()
    hitungan = tersaji["aspirasi"]["hitungan"]
    assert (hitungan.masuk, hitungan.keluhan, hitungan.dijawab) == (3, 2, 1)
    assert (hitungan.menunggu, hitungan.terlambat) == (3, 2)
    assert "Painem" not in isi and "Lampu jalan" not in isi


def test_the_front_page_keeps_its_own_panels():
    di = {t: {p.kode for p, _isi in panel.list_panel(t)} for t in (panel.BERANDA, panel.RINGKASAN)}
    assert "aspirasi" not in di[panel.BERANDA] and "aspirasi" in di[panel.RINGKASAN]


def get_wajah(jawab):
    """What somebody sees who tries links, without what changes with every answer."""
    return jawab.status_code, jawab.content, jawab.headers["Cache-Control"]


def test_wrong_expired_withdrawn_and_ended_answer_alike(client):
    hari = waktu.hari_ini()
    lewat, token_lewat = make_tautan(berlaku_sampai=hari)
    type(lewat).objects.update(berlaku_sampai=hari - timedelta(days=1))
    dicabut, token_dicabut = make_tautan()
    services.withdraw_tautan(tautan=dicabut, actor=dicabut.dibuat_oleh)
    berakhir, token_berakhir = make_tautan()
    berakhir.anggota.berakhir_pada = hari
    berakhir.anggota.save()
    salah = [rules.make_token(), token_lewat, token_dicabut, token_berakhir]
    wajah = {get_wajah(open_page(client, t)) for t in salah}
    assert len(wajah) == 1
    ((status, isi, _kendali),) = wajah
    assert status == 404 and TIADA in isi.decode()


@pytest.mark.dua
@pytest.mark.parametrize(
    "jalan",
    [
        "%00",
        "a%00b",
        "x" * 5000,
        "%F0%9F%90%90" * 28,
        "%ff%fe",
        "..",
        "%2e%2e",
        "'",
        "<script>",
        "%",
    ],
)
def test_rubbish_is_not_there(client, jalan):
    jawab = client.get(f"/j/{jalan}/")
    assert jawab.status_code == 404
    assert b"<script>/" not in jawab.content


def test_a_deeper_or_empty_address_is_not_there(client, token):
    for jalan in ("/j/", f"/j/{token}/a/", f"/j/{token}//"):
        assert client.get(jalan).status_code == 404


def test_reading_only(client, token):
    for metode in (client.post, client.put, client.delete, client.patch):
        jawab = metode(f"/j/{token}/")
        assert jawab.status_code == 405 and "no-store" in jawab["Cache-Control"]
    assert client.head(f"/j/{token}/").status_code == 200


@pytest.mark.parametrize("benar", [True, False])
def test_nobody_keeps_it_and_nobody_learns_the_address(client, token, benar):
    jawab = open_page(client, token if benar else rules.make_token())
    assert {"no-store", "private"} <= set(jawab["Cache-Control"].split(", "))
    assert jawab["Referrer-Policy"] == "no-referrer"
    assert "noindex" in jawab["X-Robots-Tag"]
    assert b'name="robots" content="noindex' in jawab.content
    assert not jawab.cookies
    assert token.encode() not in jawab.content


def test_search_engines_are_asked_to_stay_away(client):
    assert "Disallow: /j/" in client.get("/robots.txt").content.decode()


def test_logs_show_no_token(token):
    assert token not in samarkan(f"Not Found: /j/{token}/ GET /j/{token.upper()}/?a=1").lower()


@pytest.fixture
def cache(monkeypatch):
    for sinyal in (signals.request_started, signals.request_finished):
        monkeypatch.setattr(sinyal, "send", lambda *_a, **_k: [])  # they would close the database
    return PageCache(WSGIHandler())


def ask_cache(cache, token):
    lain = {"SERVER_NAME": "testserver", "SERVER_PORT": "80", "wsgi.url_scheme": "http"}
    lain |= {"wsgi.input": io.BytesIO(), "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "testserver"}
    return ask(cache, f"/j/{token}/", **lain)


def test_the_page_cache_never_holds_it(cache, token):
    """Withdrawn the next moment, it must not be answered from anybody's memory."""
    assert get_kunci({"REQUEST_METHOD": "GET", "PATH_INFO": f"/j/{token}/"}) is None
    jawab = ask_cache(cache, token)
    assert jawab["status"] == "200 OK" and "no-store" in jawab["headers"]["Cache-Control"]
    tautan = services.open_tautan(token=token, alamat="uji")
    services.withdraw_tautan(tautan=tautan, actor=tautan.dibuat_oleh)
    assert ask_cache(cache, token)["status"] == "404 Not Found"
    assert len(cache._simpanan) == 0 and not cache._berkuki


def test_the_answer_alone_keeps_it_out_of_the_cache(cache, token, monkeypatch):
    """Even if somebody forgets the prefix in the list of the wrapper."""
    monkeypatch.setattr(bungkus, "JALAN_LAIN", ())
    assert ask_cache(cache, token)["status"] == "200 OK"
    assert ask_cache(cache, rules.make_token())["status"] == "404 Not Found"
    assert len(cache._simpanan) == 0


def test_guessing_is_slowed_and_shuts_out_no_neighbour(client, token):
    pagi = waktu.gabung(waktu.hari_ini(), waktu.time(9))
    with waktu.pada(pagi):
        for _n in range(services.TEBAKAN.jumlah):
            assert open_page(client, rules.make_token()).status_code == 404
        jawab = open_page(client, rules.make_token())
        assert jawab.status_code == 429 and "Mohon tunggu" in jawab.content.decode()
        assert "no-store" in jawab["Cache-Control"]
        assert open_page(client, token).status_code == 200
        lain = client.get(f"/j/{rules.make_token()}/", REMOTE_ADDR="10.0.0.9")
        assert lain.status_code == 404
    with waktu.pada(pagi + timedelta(minutes=20)):
        assert open_page(client, rules.make_token()).status_code == 404


def test_reading_is_never_slowed(client, token):
    for _n in range(services.TEBAKAN.jumlah + 5):
        status = open_page(client, token).status_code
    assert status == 200


def test_the_page_asks_few_questions(client, token, django_assert_max_num_queries):
    open_page(client, token)
    with django_assert_max_num_queries(14):
        open_page(client, token)
