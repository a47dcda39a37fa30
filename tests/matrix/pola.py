"""Reading Django's routes, and knocking at them."""

import re
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from django.db import connection
from django.template.backends.django import Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver
from django_tasks.base import Task

MENULIS = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# Reading leaves traces in these tables only: sessions, limits, the day's roles, Wagtail's own notes.
BOLEH_DITULIS = (
    "django_session",
    "core_batas",
    "accounts_user_groups",
    '"accounts_user" SET "peran_dihitung_pada"',
    "wagtailusers_userprofile",
    "wagtailcore_editingsession",
    "wagtailimages",
    "core_rendisi",
)


@cache
def list_pola() -> dict[str, tuple]:
    """{route: (prefix parts, pattern)} of every address; routes as Django prints them."""
    return dict(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, awal):
    for satu in patterns:
        jalan = awal + str(satu.pattern)
        if isinstance(satu, URLResolver):
            yield from _walk(satu.url_patterns, jalan)
        else:
            yield jalan, satu


def fill(pola: str, args: dict) -> str:
    """The address of a route with its `<type:name>` parts filled in."""
    alamat = "/" + re.sub(r"\(\?:(\w+)\|[^)]*\)", r"\1", pola.strip("^$").replace(".*", ""))
    for nama, nilai in args.items():
        for bagian in alamat.split("<")[1:]:
            isi = bagian.split(">")[0]
            if isi == nama or isi.endswith(f":{nama}"):
                alamat = alamat.replace(f"<{isi}>", str(nilai))
    if "<" in alamat:
        raise ValueError(f"{pola}: args must fill every part, got {sorted(args)}")
    return alamat


def knock(client: Client, metode: str, alamat: str, data: dict | None = None) -> tuple[bool, str]:
    """(whether the door opened, what it said). A GET that writes fails the test at once."""
    with CaptureQueriesContext(connection) as catatan:
        jawab = getattr(client, metode)(alamat, data or {})
    if metode == "get":
        ditulis = [q["sql"] for q in catatan if _is_writing(q["sql"])]
        assert not ditulis, f"GET {alamat} wrote: {ditulis[:2]}"
    return _is_open(jawab, alamat), f"{jawab.status_code} {jawab.headers.get('Location', '')}"


def _is_writing(sql: str) -> bool:
    return sql.startswith(MENULIS) and not any(tabel in sql for tabel in BOLEH_DITULIS)


def _is_open(jawab, alamat: str) -> bool:
    if jawab.status_code in (301, 302, 303):
        tujuan = jawab.headers["Location"]
        if alamat.startswith("/admin/") and tujuan == "/akun/":
            return False
        return not tujuan.startswith("/akun/masuk/") and tujuan not in ("/admin/",)
    return jawab.status_code not in (403, 404)


@contextmanager
def only_doors():
    """Who gets in is decided before a page is drawn or indexed; doing so would take minutes."""
    with (
        patch.object(Template, "render", return_value=""),
        patch.object(Task, "enqueue"),
    ):
        yield


__all__ = ["fill", "knock", "list_pola", "only_doors"]
