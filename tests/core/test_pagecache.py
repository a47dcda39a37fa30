"""The wrapper in front of Django, against small WSGI applications."""

import gzip
import subprocess
import sys
from datetime import date, timedelta

import brotli
import pytest
from django.db import transaction

from cms.core import waktu
from cms.core.pagecache import SAMPAI
from cms.core.pagecache.bungkus import PageCache, get_kunci
from cms.core.pagecache.generasi import Generasi, get_generasi
from cms.core.pagecache.ingat import per_generasi
from cms.core.pagecache.simpanan import Jawaban, Simpanan, choose_encoding

ISI = b"<p>Kabar desa</p>" * 40


class Aplikasi:
    """Counts its calls and answers as told."""

    def __init__(self, status="200 OK", headers=(), sampai=None):
        self.hitung, self.kuki = 0, []
        self.status, self.headers, self.sampai = status, list(headers), sampai

    def __call__(self, environ, start_response):
        self.hitung += 1
        self.kuki.append(environ.get("HTTP_COOKIE"))
        if self.sampai:
            environ[SAMPAI] = self.sampai
        headers = [("Content-Type", "text/html; charset=utf-8"), *self.headers]
        start_response(self.status, [*headers, ("X-Request-ID", "r")])
        return [ISI]


def ask(app, path="/", query="", **environ):
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, **environ}
    hasil = {}

    def start_response(status, headers, exc_info=None):
        hasil.update(status=status, headers=dict(headers))

    hasil["body"] = b"".join(app(environ, start_response))
    return hasil


@pytest.fixture
def lahir():
    """An application and its cache."""

    def buat(**kwargs):
        app = Aplikasi(**kwargs)
        return app, PageCache(app)

    return buat


def test_second_reader_is_answered_from_memory(lahir):
    app, cache = lahir()
    pertama, kedua = ask(cache), ask(cache)
    assert app.hitung == 1
    assert pertama["body"] == kedua["body"] == ISI
    assert kedua["headers"]["Cache-Control"] == "no-cache"
    assert "Cookie" in kedua["headers"]["Vary"]
    assert "X-Request-ID" not in kedua["headers"]


@pytest.mark.parametrize(
    ("accept", "buka"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_encodings(lahir, accept, buka):
    _app, cache = lahir()
    jawab = ask(cache, HTTP_ACCEPT_ENCODING=accept)
    assert buka(jawab["body"]) == ISI
    assert int(jawab["headers"]["Content-Length"]) == len(jawab["body"]) < len(ISI)


def test_refused_encoding_is_not_used(lahir):
    _app, cache = lahir()
    assert ask(cache, HTTP_ACCEPT_ENCODING="br;q=0, identity")["body"] == ISI


def test_etag_saves_the_body(lahir):
    _app, cache = lahir()
    etag = ask(cache)["headers"]["ETag"]
    jawab = ask(cache, HTTP_IF_NONE_MATCH=etag)
    assert jawab["status"].startswith("304") and jawab["body"] == b""


def test_a_raise_makes_pages_stale(lahir):
    app, cache = lahir()
    ask(cache)
    get_generasi().raise_now()
    ask(cache)
    assert app.hitung == 2


def test_a_raise_during_rendering_is_not_missed():
    def app(environ, start_response):
        get_generasi().raise_now()
        app.hitung += 1
        start_response("200 OK", [("Content-Type", "text/html")])
        return [ISI]

    app.hitung = 0
    cache = PageCache(app)
    ask(cache), ask(cache)
    assert app.hitung == 2


def test_another_process_raises(lahir, settings):
    app, cache = lahir()
    ask(cache)
    path = get_generasi()._file.name
    kode = (
        "from pathlib import Path; from cms.core.pagecache.generasi import Generasi;"
        f"Generasi(Path({path!r})).raise_now()"
    )
    subprocess.run(
        [sys.executable, "-c", kode],
        check=True,
        env={"DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        cwd=settings.BASE_DIR,
    )
    ask(cache)
    assert app.hitung == 2


def test_signed_in_reader_neither_reads_nor_writes(lahir, settings):
    app, cache = lahir()
    kuki = f"{settings.SESSION_COOKIE_NAME}=abc"
    ask(cache, HTTP_COOKIE=kuki)
    ask(cache)
    ask(cache, HTTP_COOKIE=kuki)
    assert app.hitung == 3
    assert app.kuki == [kuki, None, kuki]


def test_other_cookies_are_ignored(lahir):
    app, cache = lahir()
    ask(cache, HTTP_COOKIE="tema=gelap")
    ask(cache)
    assert app.hitung == 1 and app.kuki == [None]


def test_form_page_keeps_its_cookie_and_is_never_stored(lahir):
    app, cache = lahir(headers=[("Set-Cookie", "csrftoken=x")])
    ask(cache, HTTP_COOKIE="csrftoken=lama")
    ask(cache, HTTP_COOKIE="csrftoken=lama")
    assert app.kuki == [None, "csrftoken=lama", "csrftoken=lama"]


@pytest.mark.parametrize(
    "kwargs",
    [
        {"status": "404 Not Found"},
        {"status": "302 Found"},
        {"headers": [("Cache-Control", "private")]},
        {"headers": [("Cache-Control", "max-age=0, no-store")]},
    ],
)
def test_never_stored(lahir, kwargs):
    app, cache = lahir(**kwargs)
    ask(cache), ask(cache)
    assert app.hitung == 2


def test_what_is_not_stored_is_compressed_all_the_same(lahir):
    _app, cache = lahir(headers=[("Cache-Control", "no-store"), ("Content-Length", "1")])
    jawab = ask(cache, HTTP_ACCEPT_ENCODING="gzip")
    assert gzip.decompress(jawab["body"]) == ISI
    assert jawab["headers"]["Content-Length"] == str(len(jawab["body"]))
    assert ask(cache)["body"] == ISI


@pytest.mark.parametrize("query", ["x=1", "q=a&asing=1", "&".join(["q=1"] * 50)])
def test_unlisted_parameters_bypass(query):
    assert get_kunci({"REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": query}) is None


def test_keys_differ_by_host_scheme_and_parameters(lahir):
    app, cache = lahir()
    ask(cache, query="p=1"), ask(cache, query="p=2")
    ask(cache, query="p=1", HTTP_HOST="a"), ask(cache, query="p=1", HTTP_X_FORWARDED_PROTO="https")
    assert app.hitung == 4


def test_ends_at_midnight_in_jakarta(lahir):
    app, cache = lahir()
    tengah_malam = waktu.awal_hari(date(2026, 3, 2))
    with waktu.pada(tengah_malam - timedelta(minutes=1)):
        ask(cache), ask(cache)
        assert app.hitung == 1
    with waktu.pada(tengah_malam):
        ask(cache)
        assert app.hitung == 2


def test_ends_when_the_view_says(lahir):
    kini = waktu.gabung(date(2026, 3, 1), waktu.time(9))
    app, cache = lahir(sampai=(kini + timedelta(minutes=5)).timestamp())
    with waktu.pada(kini):
        ask(cache)
    with waktu.pada(kini + timedelta(minutes=4)):
        ask(cache)
        assert app.hitung == 1
    with waktu.pada(kini + timedelta(minutes=5)):
        ask(cache)
        assert app.hitung == 2


def test_memory_is_bounded():
    simpanan = Simpanan(batas=200_000)
    for nomor in range(500):
        simpanan.put(nomor, Jawaban([], b"x" * 2000, (1, 0), float("inf"), "text/html"))
    assert simpanan.byte <= 200_000 and 0 < len(simpanan) < 100
    simpanan.put("besar", Jawaban([], b"x" * 150_000, (1, 0), float("inf"), "text/html"))
    assert simpanan.get("besar", (1, 0), 0) is None


def test_hosts_meet_through_redis(tmp_path):
    class Redis:
        nilai = 0

        def incr(self, _kunci):
            Redis.nilai += 1

        def get(self, _kunci):
            return str(Redis.nilai).encode()

    satu, dua = Generasi(tmp_path / "a" / "g", Redis()), Generasi(tmp_path / "b" / "g", Redis())
    awal = dua.read()
    satu.raise_now()
    dua._dibaca = 0.0
    assert dua.read() != awal


@pytest.mark.parametrize(
    ("accept", "cara"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br;q=0.0, gzip;q=0", ""),
        ("", ""),
        ("*", ""),
        (";;,q=,br;q=abc", "br"),
    ],
)
def test_choice_of_encoding(accept, cara):
    assert choose_encoding(accept) == cara


@pytest.mark.django_db(transaction=True)
def test_remembered_answers_follow_the_generation():
    hitung = []
    tanya = per_generasi(lambda n: hitung.append(n) or len(hitung))
    assert tanya(1) == tanya(1) == 1
    with transaction.atomic():
        assert tanya(1) == 2
    get_generasi().raise_now()
    assert tanya(1) == 3 and tanya(2) == 4
