"""Whose address counts: the visitor's behind our own proxy, never what a stranger claims."""

import re
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from cms.core.asal import find_asal, get_asal

PROKSI = [ip_network("10.9.0.0/24"), ip_network("fd00::/64")]


@pytest.mark.parametrize(
    ("langsung", "terusan", "asal"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # a stranger claims to be a proxy
        ("10.9.0.2", "203.0.113.7", "203.0.113.7"),
        ("10.9.0.2", "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # what stood there before
        ("10.9.0.2", "203.0.113.7, 10.9.0.3", "203.0.113.7"),  # two proxies of ours
        ("10.9.0.2", "198.51.100.1, bukan alamat", "10.9.0.2"),
        ("10.9.0.2", "", "10.9.0.2"),
        ("::ffff:10.9.0.2", "203.0.113.7", "203.0.113.7"),
        ("fd00::1", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("", "203.0.113.7", "-"),
    ],
)
def test_the_rightmost_that_is_not_ours(langsung, terusan, asal):
    assert find_asal(langsung, terusan, PROKSI) == asal


def test_no_proxy_unless_named():
    asli = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.7")
    assert settings.GUYUB_PROKSI == []
    assert get_asal(asli) == "127.0.0.1"


@pytest.mark.django_db
def test_visitors_behind_our_proxy_are_counted_each(client, settings, monkeypatch):
    alamat = []
    monkeypatch.setattr("cms.accounts.adapter.check_masuk", lambda login, asal: alamat.append(asal))
    settings.GUYUB_PROKSI = PROKSI
    for langsung, terusan in [("10.9.0.2", "203.0.113.7"), ("203.0.113.9", "10.1.1.1")]:
        client.post(
            "/akun/masuk/",
            {"login": "siti", "password": "salah"},
            REMOTE_ADDR=langsung,
            HTTP_X_FORWARDED_FOR=terusan,
        )
    assert alamat == ["203.0.113.7", "203.0.113.9"]


def test_nothing_else_reads_the_address():
    pembaca = [
        p
        for ruang in ("cms", "home", "pelatihan", "aset", "musyawarah")
        for p in Path(settings.BASE_DIR, ruang).rglob("*.py")
        if re.search("REMOTE_ADDR|FORWARDED_FOR", p.read_text())
    ]
    assert [p.name for p in pembaca] == ["asal.py"]
