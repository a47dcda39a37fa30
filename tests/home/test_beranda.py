"""The front page answers from rows, and leaves out what has none."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from cms.core import angka, panel, waktu
from cms.core.angka import Angka, SumberAngka
from home.services import publish_laporan
from home.transparansi.rules import sum_uang
from home.transparansi.selectors import format_periode
from tests.factories.home import make_acara, make_berita

HARI = date(2026, 10, 31)
DANA = {
    "dana.kas": 103_162_000,
    "dana.dipinjam": 297_108_000,
    "dana.cadangan": 12_380_000,
    "dana.tabungan": 21_450_000,
}


def sumber(kode, nilai, satuan="rupiah"):
    return SumberAngka(kode, kode, "", lambda hari: Angka(nilai, satuan, HARI, "/jejak/"))


@pytest.fixture
def buku(monkeypatch):
    """The books offer the figures of the drawing."""
    isi = {k: sumber(k, n) for k, n in DANA.items()}
    isi["dana.tunggakan"] = sumber("dana.tunggakan", 640, "titik")
    monkeypatch.setattr(angka, "_sumber", isi)


def test_sum_adds_up_before_the_reader():
    uang = sum_uang({k: Angka(n, "rupiah", HARI) for k, n in DANA.items()})
    assert uang.total == 366_440_000 == sum(n for _kode, n in uang.baris)


def test_no_sum_without_cash_and_loans():
    assert sum_uang({"dana.kas": Angka(1, "rupiah", HARI)}) is None
    assert sum_uang({}) is None


@pytest.mark.django_db
def test_money_stands_before_the_picture(situs, client, buku):
    make_berita(title="Kabar hari ini")
    isi = client.get("/").content.decode()
    assert isi.index("366.440.000") < isi.index("Kabar hari ini")
    assert "6,4%" in isi and "Lihat asal setiap rupiah" in isi and 'href="/jejak/"' in isi


@pytest.mark.django_db
def test_without_books_the_reports_speak(situs, client, user):
    with waktu.pada(HARI):
        publish_laporan(actor=user, jenis="keuangan", judul="Laporan Oktober")
    isi = client.get("/").content.decode()
    assert "Laporan Oktober" in isi and "Rp" not in isi.split("<main")[1].split("</main")[0]


@pytest.mark.dua
@pytest.mark.django_db
def test_without_books_the_last_report_gives_the_sum(situs, client, user):
    bulan = ((date(2026, 9, 1), date(2026, 9, 30)), (date(2026, 10, 1), date(2026, 10, 31)))
    for periode, jumlah in zip(bulan, (364_685_000, 366_440_000), strict=True):
        with waktu.pada(HARI):
            publish_laporan(
                actor=user, jenis="keuangan", judul="Laporan", periode=periode, dana_bergulir=jumlah
            )
    isi = client.get("/").content.decode().replace("\u00a0", " ")
    assert "Rp 366.440.000" in isi and "31 Oktober 2026" in isi
    assert "Rp 364.685.000" not in isi and "setelah buku" not in isi


@pytest.mark.dua
@pytest.mark.django_db
def test_a_sum_without_its_day_is_refused(user):
    with pytest.raises(IntegrityError):
        publish_laporan(actor=user, jenis="keuangan", judul="Laporan", dana_bergulir=1)


@pytest.mark.django_db
def test_empty_site_says_what_is_coming(situs, client):
    isi = client.get("/").content.decode()
    assert "Belum ada berita" in isi and "sedang disiapkan" in isi
    assert "Agenda terdekat" not in isi


@pytest.mark.django_db
def test_panels_with_nothing_are_left_out(situs, client, monkeypatch):
    make_acara(waktu.sekarang() + timedelta(days=2), title="Rembug warga")
    asli = panel._daftar["agenda"]
    kosong = panel.Panel("kosong", 1, lambda: None, "tidak/ada.html")
    monkeypatch.setattr(panel, "_daftar", {"kosong": kosong, "agenda": asli})
    assert "Rembug warga" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("dari", "sampai", "teks"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "Oktober\u00a02026"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 1, 1), date(2026, 12, 31), "Januari\u00a02024–Desember\u00a02026"),
        (None, None, ""),
    ],
)
def test_periods_in_words(dari, sampai, teks):
    assert format_periode(dari, sampai) == teks
