"""A NUL in an address: PostgreSQL takes none, so it would break where a row is looked for by its text."""

import re

import pytest
from django.test import Client

from tests.matrix.pola import list_pola

pytestmark = pytest.mark.django_db


def make_alamat(pola: str) -> str:
    pola = re.sub(r"<uuid:\w+>", "00000000-0000-4000-8000-000000000000", pola.strip("^$"))
    return "/" + re.sub(r"<(?:str|path):\w+>", "s-%00", re.sub(r"<int:\w+>", "1", pola))


@pytest.mark.dua
def test_no_address_breaks_on_it():
    client = Client(raise_request_exception=False)
    semua = {make_alamat(p) for p in list_pola() if re.search(r"<(?:str|path):", p)}
    semua = {a for a in semua if not re.search(r"[<(]", a)}
    assert len(semua) > 10
    assert {a: kode for a in semua if (kode := client.get(a).status_code) != 404} == {}
