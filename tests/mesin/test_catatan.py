"""Log lines: one JSON object each on stderr, with ids, with nothing personal."""

import json
import subprocess
import sys

import pytest

from cms.core.samarkan import mask_event, samarkan
from cms.mesin.stempel import AKAR


@pytest.mark.parametrize(
    ("asal", "hasil"),
    [
        ("tulis ke siti.aminah+rt1@contoh.desa.id ya", "tulis ke [surel] ya"),
        ("telepon +62 812-3456-7890", "telepon [nomor]"),
        ("NIK 3501014501900001 ganda", "NIK [nomor] ganda"),
        ("DETAIL:  Key (nama)=(Siti Aminah) already exists.\nx", "DETAIL: [baris]\nx"),
        ("DETAIL:  Failing row contains (1, Siti).", "DETAIL: [baris]"),
        ("Not Found: /cek/k7Qm2xw9Pz/", "Not Found: /cek/[kode]/"),
        (
            "Gone: /akun/sandi/baru/0f8fad5b-d9cb-469f-a165-70867728950e/abc123-deadbeef/",
            "Gone: /akun/sandi/baru/0f8fad5b-d9cb-469f-a165-70867728950e/[kode]/",
        ),
        ("postgres://guyub:s3kali@127.0.0.1/guyub", "postgres://guyub:[sandi]@127.0.0.1/guyub"),
        ("/x?token=abcDEF123&y=1", "/x?token=[rahasia]&y=1"),
        ("kas Rp 25.000.000 pada port 8000", "kas Rp 25.000.000 pada port 8000"),
        ("Musyawarah 12 warga, 3 RT", "Musyawarah 12 warga, 3 RT"),
    ],
)
def test_masked(asal, hasil):
    assert samarkan(asal) == hasil


def test_whole_events_are_masked_but_for_their_ids():
    nomor = "a" * 22 + "1234567890"
    hasil = mask_event(
        None, "", {"event": "x", "permintaan": nomor, "lain": {"ke": ["a@b.id", 7]}, "n": 9}
    )
    assert hasil == {"event": "x", "permintaan": nomor, "lain": {"ke": ["[surel]", 7]}, "n": 9}


PROGRAM = """
import logging, os
os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.lokal"
import django; django.setup()
from cms.celery import app
from structlog.contextvars import bind_contextvars
print("jawaban")

@app.task(name="uji.catat")
def catat():
    try:
        raise ValueError("siti@contoh.id")
    except ValueError:
        logging.getLogger("guyub.uji").exception("gagal untuk %s", "0812 3456 7890")

app.conf.task_always_eager = True
bind_contextvars(permintaan="p-1")
catat.delay()
"""


def test_a_task_logs_under_the_request_that_sent_it(tmp_path):
    env = {"GUYUB_DATA": str(tmp_path), "PYTHONPATH": str(AKAR)}
    hasil = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=env, capture_output=True, text=True, check=True
    )
    assert hasil.stdout == "jawaban\n"
    (baris,) = hasil.stderr.splitlines()
    catatan = json.loads(baris)
    assert catatan["permintaan"] == "p-1" and catatan["tugas"] == "uji.catat"
    assert catatan["event"] == "gagal untuk [nomor]"
    assert "ValueError: [surel]" in catatan["exception"]
    assert catatan["level"] == "error" and catatan["timestamp"].endswith("Z")
