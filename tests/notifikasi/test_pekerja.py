"""A real Celery worker is killed with -9 in the middle: no message is lost, doubles are marked."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from email import message_from_bytes

import pytest
import redis
from django.conf import settings
from django.db import connection

JUMLAH = 50
REDIS = "redis://127.0.0.1:6379/9"
ISI = f"""
import django; django.setup()
from tests.factories.notifikasi import make_penerima, queue_uji
queue_uji([make_penerima(surel=f"w{{n}}@contoh.example") for n in range({JUMLAH})])
"""


class Kerja:
    """A data folder of its own and the worker on it."""

    def __init__(self, folder, redis_url):
        self.folder = folder
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.notifikasi.setelan_pekerja",
            "GUYUB_DATA": str(folder),
            "GUYUB_SEWA_DETIK": "2",
            "GUYUB_SAPU_DETIK": "1",
            "REDIS_URL": redis_url,
            "DATABASE_URL": "",
        }
        self.proses = None

    def run(self, *perintah, **kwargs):
        return subprocess.Popen(
            [sys.executable, *perintah],
            cwd=settings.BASE_DIR,
            env=self.env,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "catatan").open("ab"),
            **kwargs,
        )

    def start(self):
        for nama in ("antrean", "antrean/kendali"):
            (self.folder / nama).mkdir(exist_ok=True)
        beat = str(self.folder / "beat")
        self.proses = self.run(
            "-m", "celery", "-A", "cms", "worker", "-B", "-s", beat, "-P", "threads", "-c", "2"
        )

    def kill(self):
        if self.proses and self.proses.poll() is None:
            os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait()

    def count_letters(self) -> int:
        return len(list((self.folder / "surat").glob("*.eml")))

    def count_waiting(self) -> int:
        with sqlite3.connect(self.folder / "guyub.sqlite3", timeout=20) as db:
            return db.execute(
                "SELECT count(*) FROM notifikasi_pesan WHERE status != 'terkirim'"
            ).fetchone()[0]

    def read_letters(self) -> Counter:
        hitung, bertanda = Counter(), Counter()
        for path in (self.folder / "surat").glob("*.eml"):
            surat = message_from_bytes(path.read_bytes())
            hitung[surat["To"]] += 1
            bertanda[surat["To"]] += bool(surat["X-Guyub-Mungkin-Ganda"])
        for alamat, banyak in hitung.items():
            assert bertanda[alamat] >= banyak - 1, f"{alamat}: an unmarked double"
        return hitung


def wait_until(syarat, detik, kerja):
    batas = time.monotonic() + detik
    while not syarat():
        catatan = (kerja.folder / "catatan").read_text()[-2000:]
        assert time.monotonic() < batas, catatan
        time.sleep(0.005)


@pytest.fixture(params=["filesystem", "redis"])
def kerja(request, tmp_path, django_db_setup, django_db_blocker):
    if connection.vendor != "sqlite":
        pytest.skip("the worker brings its own SQLite file")
    url = REDIS if request.param == "redis" else ""
    if url and not _redis_answers():
        pytest.skip("no Redis on 127.0.0.1:6379")
    with sqlite3.connect(connection.settings_dict["NAME"]) as asal:
        tujuan = sqlite3.connect(tmp_path / "guyub.sqlite3")
        asal.backup(tujuan)
        tujuan.close()
    kerja = Kerja(tmp_path, url)
    yield kerja
    kerja.kill()
    if url:
        redis.Redis.from_url(url).flushdb()


def _redis_answers() -> bool:
    try:
        return redis.Redis.from_url(REDIS, socket_connect_timeout=1).flushdb()
    except redis.RedisError:
        return False


def kill_in_the_middle(kerja, kali=1):
    assert kerja.run("-c", ISI).wait(30) == 0
    for ke in range(1, kali + 1):
        kerja.start()
        target = kerja.count_letters() + JUMLAH // (2 * kali + 1)
        wait_until(lambda t=target: kerja.count_letters() >= t, 30, kerja)
        kerja.kill()
        assert kerja.count_waiting() > 0, f"kill {ke} came too late"
    kerja.start()
    wait_until(lambda: kerja.count_waiting() == 0, 45, kerja)
    assert len(kerja.read_letters()) == JUMLAH


def test_killed_worker_loses_nothing(kerja):
    kill_in_the_middle(kerja)


@pytest.mark.tahan
def test_killed_ten_times(kerja):
    kill_in_the_middle(kerja, kali=10)
