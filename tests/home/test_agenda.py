"""The agenda, on the page and in calendars."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.core import waktu
from cms.core.ics import AcaraIcs, build_ics, escape_teks, fold
from tests.factories.home import make_acara


@given(st.text(max_size=300))
def test_folded_lines_are_short_and_unfold_to_the_same(teks):
    baris = f"SUMMARY:{escape_teks(teks)}"
    lipat = fold(baris)
    assert all(len(b.encode()) <= 75 for b in lipat.split("\r\n"))
    assert lipat.replace("\r\n ", "") == baris


@given(st.text(max_size=100))
def test_no_text_can_add_a_line(teks):
    saat = datetime(2026, 1, 1, tzinfo=UTC)
    isi = build_ics([AcaraIcs("u", teks, saat, saat, saat, tempat=teks)], nama=teks)
    baris = isi.replace("\r\n ", "").split("\r\n")
    assert [b for b in baris if b.startswith("END:")] == ["END:VEVENT", "END:VCALENDAR"]
    assert all(re.match(r"^[A-Z-]+[:;]", b) for b in baris if b)


def test_calendar_worked_example():
    acara = AcaraIcs(
        uid="1@guyub",
        judul="Rembug; warga, semua",
        mulai=datetime(2026, 12, 12, 8, tzinfo=waktu.WIB),
        selesai=datetime(2026, 12, 12, 16, tzinfo=waktu.WIB),
        dibuat=datetime(2026, 11, 1, tzinfo=UTC),
        batal=True,
    )
    isi = build_ics([acara], nama="Agenda")
    assert "DTSTART:20261212T010000Z\r\nDTEND:20261212T090000Z\r\n" in isi
    assert "SUMMARY:Rembug\\; warga\\, semua\r\n" in isi
    assert "STATUS:CANCELLED\r\n" in isi


@pytest.mark.django_db
def test_today_is_still_ahead_until_midnight(situs, client):
    pagi = datetime(2026, 5, 2, 8, tzinfo=waktu.WIB)
    make_acara(pagi, title="Hari ini")
    make_acara(pagi - timedelta(days=1), title="Kemarin")
    with waktu.pada(datetime(2026, 5, 2, 23, 59, tzinfo=waktu.WIB)):
        isi = client.get("/agenda/").content.decode()
    akan, lewat = isi.split("Sudah berlangsung")
    assert "Hari ini" in akan and "Kemarin" in lewat
    with waktu.pada(datetime(2026, 5, 3, 0, 0, tzinfo=waktu.WIB)):
        _akan, lewat = client.get("/agenda/").content.decode().split("Sudah berlangsung")
    assert "Hari ini" in lewat


@pytest.mark.django_db
def test_event_page_and_its_calendar(situs, client):
    acara = make_acara(
        datetime(2026, 5, 2, 8, tzinfo=waktu.WIB),
        title="Rembug",
        slug="rembug",
        tempat="Balai",
        batal=True,
        alasan_batal="Hujan",
    )
    isi = client.get(acara.url).content.decode()
    assert "Acara ini dibatalkan." in isi and "Hujan" in isi
    skema = json.loads(re.search(r'ld\+json">(.*?)</script>', isi).group(1))
    assert skema["eventStatus"].endswith("EventCancelled")
    assert skema["startDate"] == "2026-05-02T08:00+07:00"
    ics = client.get("/agenda/rembug/acara.ics")
    assert ics["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Rembug" in ics.content
    assert client.get("/agenda/tidak-ada/acara.ics").status_code == 404


@pytest.mark.django_db
def test_whole_calendar_holds_what_is_ahead(situs, client):
    make_acara(waktu.sekarang() + timedelta(days=3), title="Depan")
    make_acara(waktu.sekarang() - timedelta(days=400), title="Dulu")
    isi = client.get("/agenda/kalender.ics").content.decode()
    assert "SUMMARY:Depan" in isi and "Dulu" not in isi
