"""Every answer of every address carries the headers, and none but the admin's is lax."""

import re

import pytest
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.matrix.pola import list_pola, only_doors

WAJIB = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LEBIH_KETAT = {("/j/x/", "Referrer-Policy"): "no-referrer"}  # its address is a key
TANPA_NILAI = ("Content-Security-Policy", "Permissions-Policy", "X-Frame-Options")


def make_alamat(pola: str) -> str:
    pola = re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", pola.strip("^$"))
    pola = re.sub(r"<int:\w+>|<\w+>", "1", pola)
    return "/" + re.sub(r"<\w+:\w+>", "x", pola).split("(")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("peran", [None, "sekretaris"])
def test_every_address(peran):
    client = Client(raise_request_exception=False)
    if peran:
        client.force_login(UserFactory(peran=[peran]))
    kurang = []
    with only_doors():
        for alamat in {make_alamat(pola) for pola in list_pola()}:
            jawab = client.get(alamat)
            hilang = [
                k
                for k, v in WAJIB.items()
                if jawab.headers.get(k) != LEBIH_KETAT.get((alamat, k), v)
            ]
            hilang += [k for k in TANPA_NILAI if not jawab.headers.get(k)]
            lunak = "unsafe" in jawab.headers.get("Content-Security-Policy", "")
            if hilang or (lunak and not alamat.startswith("/admin/")):
                kurang.append((alamat, jawab.status_code, hilang))
    assert not kurang


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/akun/masuk/", "/tidak-ada/", "/robots.txt", "/healthz"])
def test_strict_outside_the_office(client, alamat):
    isi = client.get(alamat).headers["Content-Security-Policy"]
    assert "default-src 'none'" in isi and "script-src 'self'" in isi
    assert "unsafe" not in isi and "*" not in isi and "http" not in isi


@pytest.mark.django_db
def test_the_office_may_run_what_wagtail_writes_inline(client):
    client.force_login(UserFactory(peran=["editor"]))
    isi = client.get("/admin/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in isi
    assert "frame-ancestors 'self'" in isi and "unsafe-eval" not in isi


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1.jahat.example", "testserver@jahat"])
def test_foreign_hosts_are_refused_plainly(client, host):
    assert client.get("/akun/masuk/", headers={"host": host}).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/", "/akun/masuk/", "/cari/", "/tidak-ada/", "/robots.txt"])
def test_nobody_gets_a_session_for_reading(client, alamat):
    jawab = client.get(alamat)
    assert "guyub_sesi" not in jawab.cookies and "messages" not in jawab.cookies
    if alamat != "/akun/masuk/":
        assert not jawab.cookies
