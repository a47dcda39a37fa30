"""What the sample's texts say of each other: a citing text comes after what it cites."""

import re
from datetime import date

import pytest

from cms.demo.naskah import HARI, fill_hari, read_naskah
from cms.demo.orang import KSM

BERITA = list(read_naskah("berita"))
ACARA = list(read_naskah("acara"))


def _list_hari(awal: str) -> list[int]:
    """Days ago of every event and decision whose title begins so."""
    putusan = [(n["judul"], n["rembug"].split(" | ")[2]) for n in read_naskah("keputusan")]
    acara = [(n["judul"], n["hari"]) for n in ACARA]
    return [int(hari) for judul, hari in putusan + acara if judul.startswith(awal)]


@pytest.mark.parametrize("berita", [b for b in BERITA if b["setelah"]], ids=lambda b: b["judul"])
def test_news_comes_after_what_it_reports(berita):
    for disebut in berita["setelah"].split(", "):
        hari = _list_hari(disebut)
        assert hari and max(hari) >= int(berita["hari"]), disebut


@pytest.mark.parametrize("berita", [b for b in BERITA if b["menyambut"]], ids=lambda b: b["judul"])
def test_news_gives_the_day_of_what_is_to_come(berita):
    hari = next(int(a["hari"]) for a in ACARA if a["judul"] == berita["menyambut"])
    disebut = [int(n) for n in HARI.findall(berita["ringkasan"] + berita.isi)]
    assert hari < int(berita["hari"]) and disebut and set(disebut) == {hari}


def test_a_cancelled_event_names_the_day_that_replaces_it():
    batal = [a for a in ACARA if a["batal"]]
    ada = {a["hari"] for a in ACARA if not a["batal"]}
    assert batal and all(set(HARI.findall(a["batal"])) <= ada for a in batal)


def test_groups_that_are_named_exist():
    semua = [*BERITA, *ACARA, *read_naskah("aspirasi"), *read_naskah("keputusan")]
    teks = " ".join(" ".join([*n.kepala.values(), n.isi]) for n in semua)
    disebut = set(re.findall(r"KSM [A-Z][a-z]+ [A-Z][a-z]+", teks))
    assert disebut and disebut <= set(KSM)


def test_days_are_written_out():
    hari = date(2026, 11, 24)
    assert fill_hari("{hari -2}", hari) == "Kamis, 26\u00a0November\u00a02026"
    assert fill_hari("{hari 63}", hari) == "Selasa, 22\u00a0September\u00a02026"
