"""The door to spreadsheets: what is written comes back, formulas are disarmed, bombs are refused."""

import io
import subprocess
import sys
import zipfile

import pytest

from cms.core.xlsx import BukuBesar, Lembar, open_lembar, write_buku


def read(isi: bytes) -> list[tuple]:
    return list(open_lembar(isi, bongkar_maks=10**6).iter_rows(values_only=True))


def test_rows_come_back_and_formulas_are_text():
    isi = write_buku(Lembar("A", [("nama", "nilai"), ("=1+1", 3), ("Sri\x00", None), ("-5", 2.5)]))
    assert read(isi) == [("nama", "nilai"), ("'=1+1", 3), ("Sri",), ("'-5", 2.5)]


def test_our_own_text_keeps_its_dash():
    isi = write_buku(Lembar("A", [("isi",), ("-> kasir",)], {"A": 30}, tepercaya=True))
    assert read(isi) == [("isi",), ("-> kasir",)]


def test_what_grows_past_the_limit_is_not_opened():
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", b"0" * 2_000_000)
    with pytest.raises(BukuBesar):
        open_lembar(berkas.getvalue(), bongkar_maks=10**6)


def test_a_process_that_reads_no_sheet_does_not_carry_the_library():
    kode = "import django, sys; django.setup(); import cms.urls; "
    kode += "print({'openpyxl', 'typst'} & set(sys.modules))"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip().splitlines()[-1] == "set()"
