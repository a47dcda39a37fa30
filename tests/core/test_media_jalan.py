"""/media/ serves pictures from named folders, however oddly somebody writes the path."""

from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db
RAHASIA = ("documents", "wagtail_uploads", "avatar_images", "lain")
BAGIAN = st.sampled_from(
    ["", ".", "..", "images", "original_images", "Documents", "%2F", "%2e%2e", "\\", *RAHASIA]
)


@pytest.fixture(scope="module", autouse=True)
def berkas():
    """One file in every folder, and one beside them."""
    nama = [f"{mapa}/a.txt" for mapa in (*RAHASIA, "images", "original_images")]
    ada = [default_storage.save(satu, ContentFile(satu.encode())) for satu in nama]
    yield ada
    for satu in ada:
        default_storage.delete(satu)


def get_isi(jalan: str) -> str | None:
    jawab = Client().get("/media/" + quote(jalan, safe="/%"))
    return b"".join(jawab.streaming_content).decode() if jawab.status_code == 200 else None


@pytest.mark.parametrize("mapa", ["images", "original_images"])
def test_pictures_are_served(mapa, berkas):
    nama = next(satu for satu in berkas if satu.startswith(f"{mapa}/"))
    assert get_isi(nama) == f"{mapa}/a.txt"


@pytest.mark.parametrize("mapa", RAHASIA)
@pytest.mark.parametrize("awal", ["", "/", "./", "x/../", "images/../", "%2F", "%2e/", "//"])
def test_other_folders_are_not(mapa, awal):
    assert get_isi(f"{awal}{mapa}/a.txt") is None


@given(st.lists(BAGIAN, max_size=6), st.sampled_from(RAHASIA), st.sampled_from(["/", "//", "%2F"]))
@settings(max_examples=80, deadline=None)
def test_no_spelling_leads_elsewhere(bagian, mapa, garis):
    isi = get_isi(garis.join([*bagian, mapa, "a.txt"]))
    assert isi is None or isi.split("/")[0] in {"images", "original_images"}
