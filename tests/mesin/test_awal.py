"""The first start with a sample, its weight after a hundred requests, and the second start.

Tables are there already, or this would take twice as long; .ci/klon starts from nothing.
"""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from cms.accounts import peran

from .rumah import fill, prepare, run_house
from .timbang import weigh

MIB = 1024
PALING_BERAT = 350 * MIB


@pytest.fixture(scope="module")
def data(tmp_path_factory, django_db_setup):
    prepare()
    data = tmp_path_factory.mktemp("awal") / "data"
    fill(data)
    (data / ".sidik").unlink()  # so that the start looks at the tables and builds the sample
    return data


@pytest.fixture(scope="module")
def rumah(data):
    with run_house(data, DEMO_PASSWORD="sandi-uji-coba") as rumah:
        yield rumah.wait(180)


def test_the_sign_says_all_one_needs(rumah, data):
    papan = rumah.log.read_text()
    assert f"http://127.0.0.1:{rumah.port}" in papan
    assert str(data) in papan and "sandi-uji-coba" in papan
    for nama in peran.SEMUA:
        assert nama in papan
    assert rumah.get("/")[0] == 200


def test_everything_lies_in_the_data_folder(rumah, data):
    assert {"guyub.sqlite3", "kunci", "antrean", "contoh.json"} <= {p.name for p in data.iterdir()}
    assert json.loads((data / "contoh.json").read_text())["versi"] != "belum selesai"
    for kunci in (data / "kunci").iterdir():
        assert kunci.stat().st_mode & 0o777 == 0o600


def test_it_listens_on_loopback_only(rumah):
    terbuka = set()
    for berkas in ("/proc/net/tcp", "/proc/net/tcp6"):
        for baris in Path(berkas).read_text().splitlines()[1:]:
            alamat, port = baris.split()[1].split(":")
            if int(port, 16) == rumah.port and baris.split()[3] == "0A":
                terbuka.add(alamat)
    assert terbuka == {"0100007F"}


def test_weight_after_a_hundred_mixed_requests(rumah, data):
    berat = weigh(rumah, data)
    assert sum(berat.values()) <= PALING_BERAT, berat
    assert set(berat) == {"jalan", "web", "worker"}


def test_second_start_takes_no_step(rumah, data):
    os.kill(rumah.proses.pid, signal.SIGTERM)
    rumah.proses.wait(5)
    with run_house(data) as lagi:
        mulai = time.monotonic()
        lagi.wait(60)
        log = lagi.log.read_text()
        assert "..." not in log, log
        assert "sandi-uji-coba" in log
        print(f"second start: {time.monotonic() - mulai:.1f} s")
