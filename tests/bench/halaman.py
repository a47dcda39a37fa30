"""Pages: held in memory against a bare application on the same server, uncached in CPU, lists flat."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from .rumah import DATA, add_berita
from .ukur import ratio, run_rounds, time_cpu

BERITA = "/berita/berita-contoh/"
DETIK = 3


def measure() -> list[str]:
    from django.test import Client

    client = Client(HTTP_HOST="127.0.0.1")
    baris = [_measure_uncached(client), *_measure_lists(client)]
    return [*baris, *_measure_cached()]


def _get(client, alamat):
    def kerja():
        assert client.get(alamat).status_code == 200

    kerja()
    return kerja


def _measure_uncached(client) -> str:
    kerja = _get(client, BERITA)
    ukuran = run_rounds({"berita": lambda: time_cpu(kerja, 40)})["berita"]
    return f"news page, not held in memory: {ukuran} CPU ms (aim <= 10)"


def _measure_lists(client) -> list[str]:
    """The same addresses with 100 items and with 10,000."""
    alamat = {"list": "/berita/", "page 3": "/berita/?halaman=3", "search": "/cari/?q=saluran"}
    sedikit = run_rounds({n: _time(client, a) for n, a in alamat.items()})
    add_berita_lagi(10_000)
    banyak = run_rounds({n: _time(client, a) for n, a in alamat.items()})
    return [
        f"{n}: 100 items {sedikit[n]} ms, 10,000 items {banyak[n]} ms, "
        f"ratio {ratio(banyak[n], sedikit[n])} (aim <= 1.3)"
        for n in alamat
    ]


def _time(client, alamat):
    kerja = _get(client, alamat)
    return lambda: time_cpu(kerja, 15)


def add_berita_lagi(banyak: int) -> None:
    from home.models import BeritaPage

    for berita in BeritaPage.objects.filter(slug__startswith="berita-"):
        berita.delete()
    add_berita(banyak)


def _measure_cached() -> list[str]:
    """Requests per second and the server's CPU per request, held page against bare application."""
    if not shutil.which("wrk"):
        return ["news page held in memory: not measured, `wrk` (a Debian package) is not installed"]
    with Server("tests.bench.polos:application") as polos, Server("cms.wsgi:application") as guyub:
        hasil = run_rounds({"polos": polos.load("/"), "guyub": guyub.load(BERITA)}, putaran=4)
        cpu = f"{guyub.cpu:.0f} µs of server CPU a request, bare {polos.cpu:.0f} µs"
    banding = ratio(hasil["guyub"], hasil["polos"])
    return [
        f"news page held in memory: {hasil['guyub']} requests/s, bare {hasil['polos']}, "
        f"ratio {banding} (aim >= 0.5); {cpu}"
    ]


class Server:
    """granian on loopback with one worker, as `make run` starts it."""

    def __init__(self, aplikasi: str):
        with socket.socket() as soket:
            soket.bind(("127.0.0.1", 0))
            self.port = soket.getsockname()[1]
        self.aplikasi, self.cpu = aplikasi, 0.0

    def __enter__(self):
        perintah = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--no-ws"]
        perintah = [sys.executable, "-m", *perintah, "--port", str(self.port), self.aplikasi]
        env = {**os.environ, "GUYUB_DATA": str(DATA), "PYTHONPATH": os.getcwd()}
        self.proses = subprocess.Popen(perintah, env=env, stdout=subprocess.DEVNULL)
        self._wait()
        return self

    def __exit__(self, *_):
        self.proses.terminate()
        self.proses.wait(10)

    def _wait(self) -> None:
        for _ke in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5).read()
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError(self.aplikasi)

    def load(self, alamat: str):
        """A round: bounded load on loopback for three seconds; gives requests per second."""

        def kerja() -> float:
            awal = self._read_cpu()
            url = f"http://127.0.0.1:{self.port}{alamat}"
            keluar = subprocess.run(
                ["wrk", "-t1", "-c8", f"-d{DETIK}s", "-H", "Accept-Encoding: gzip", url],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            laju = float(re.search(r"Requests/sec:\s+([\d.]+)", keluar)[1])
            self.cpu = (self._read_cpu() - awal) / (laju * DETIK) * 1e6
            return laju

        return kerja

    def _read_cpu(self) -> float:
        """CPU seconds of the server and its worker so far."""
        detik = os.sysconf("SC_CLK_TCK")
        semua = [self.proses.pid, *_get_children(self.proses.pid)]
        stat = [Path(f"/proc/{p}/stat").read_text() for p in semua]
        bidang = [s.rpartition(")")[2].split() for s in stat]
        return sum(int(b[11]) + int(b[12]) for b in bidang) / detik


def _get_children(pid: int) -> list[int]:
    teks = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(p) for p in teks.split()]
