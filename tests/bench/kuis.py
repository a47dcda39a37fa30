"""Whole quizzes of ten questions by 200 learners on two web processes, load and house on the same cores."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg
import redis

from .beban import Catatan, run_beban, send_borongan, take_borongan, take_satu_satu
from .pesan import _borrow_redis, _make_database, _run

PELAJAR, SOAL, PROSES = int(os.environ.get("PELAJAR", "200")), 10, 2
BERSIH = 24
DETAK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Sasaran:
    """What is aimed at on PostgreSQL: quizzes a second, requests and CPU ms a quiz, ms at half load;
    None where nothing is. SQLite is only reported."""

    laju: float | None = None
    permintaan: float | None = None
    cpu: float | None = None
    p99: float | None = 100


CARA = {
    "one by one": (take_satu_satu, Sasaran(laju=35, permintaan=12, cpu=45)),
    "one by one, reading every page": (partial(take_satu_satu, baca=True), Sasaran()),
    "batches, with beginning and page": (take_borongan, Sasaran(permintaan=3)),
    "batches alone, begun before": (send_borongan, Sasaran(laju=150, permintaan=3)),
}


def measure() -> list[str]:
    return [*_measure_grown(), *_measure_embedded()]


def main() -> None:
    """Alone: both measurements; `siap`: fill the database and print the learners."""
    if sys.argv[1:2] == ["siap"]:
        from .kuis_siap import build_pelajar

        print(json.dumps(build_pelajar(PELAJAR, SOAL)))
    else:
        print(*measure(), sep="\n")


def _measure_grown() -> list[str]:
    nama = "PostgreSQL"
    try:
        with ExitStack() as akhir:
            folder = akhir.enter_context(tempfile.TemporaryDirectory(prefix="guyub-bench-"))
            antrean = akhir.enter_context(_borrow_redis())
            url = akhir.enter_context(_make_database(f"guyub_bench_kuis_{os.getpid()}"))
            return _play(nama, folder, {"DATABASE_URL": url, "REDIS_URL": antrean})
    except (psycopg.OperationalError, redis.RedisError, LookupError) as galat:
        return [f"{nama}: not measured, {type(galat).__name__}: {galat}"]


def _measure_embedded() -> list[str]:
    with tempfile.TemporaryDirectory(prefix="guyub-bench-") as folder:
        return _play("SQLite", folder, {"DATABASE_URL": "", "REDIS_URL": ""})


def _play(nama: str, folder: str, tempat: dict[str, str]) -> list[str]:
    env = {**os.environ, **tempat, "GUYUB_DATA": folder, "PYTHONPATH": os.getcwd()}
    env |= {"DJANGO_SETTINGS_MODULE": "cms.settings.lokal", "GUYUB_LOG": "0"}
    Path(folder, "antrean/kendali").mkdir(parents=True)
    _run(env, "manage.py", "migrate", "-v0")
    siap = json.loads(_run(env, "-m", "tests.bench.kuis", "siap").splitlines()[-1])
    baris = [f"{nama}: {cara}" for cara in siap["kueri"]]
    with _start_web(env) as (proses, port):
        ukur = Pengukur(port, siap["pelajar"], proses.pid, tempat["DATABASE_URL"])
        run_beban(port, siap["pelajar"][:BERSIH], take_satu_satu)
        baris += [f"{nama}: {n}: {ukur.weigh(*satu)}" for n, satu in CARA.items()]
    return baris


@contextmanager
def _start_web(env: dict):
    """The web processes as the house starts them, on a free port of loopback."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    env = {**env, "PORT": str(port), "GUYUB_PROSES_WEB": str(PROSES), "MALLOC_ARENA_MAX": "1"}
    env["ALAMAT_SITUS"] = f"http://127.0.0.1:{port}"
    proses = subprocess.Popen([sys.executable, "-m", "cms.mesin.proses", "web"], env=env)
    try:
        _wait(port)
        yield proses, port
    finally:
        proses.terminate()
        proses.wait(20)


def _wait(port: int) -> None:
    for _ke in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).read()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(port)


class Pengukur:
    """Runs a load as fast as it goes and again at half of that, and reads what it cost."""

    def __init__(self, port: int, pelajar: list[dict], pid: int, url: str):
        self.port, self.pelajar, self.pid, self.url = port, pelajar, pid, url

    def weigh(self, ambil, sasaran: Sasaran) -> str:
        awal = self._read_cpu()
        penuh = run_beban(self.port, self.pelajar, ambil)
        cpu = [b - a for a, b in zip(awal, self._read_cpu(), strict=True)]
        tengah = run_beban(self.port, self.pelajar, ambil, laju=max(penuh.laju / 2, 2))
        return _describe(penuh, cpu, tengah, sasaran if self.url else Sasaran(p99=None))

    def _read_cpu(self) -> tuple[float, float]:
        """CPU seconds so far of the web processes, and of the database's processes that serve them."""
        web = [self.pid, *_get_children(self.pid)]
        return sum(map(_read_satu, web)), sum(map(_read_satu, self._list_pangkalan()))

    def _list_pangkalan(self) -> list[int]:
        if not self.url:
            return []
        with psycopg.connect(self.url) as sambungan:
            perintah = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            baris = sambungan.execute(perintah + " AND pid <> pg_backend_pid()").fetchall()
        return [pid for (pid,) in baris]


def _describe(penuh: Catatan, cpu: list[float], tengah: Catatan, sasaran: Sasaran) -> str:
    """What was reached, the aim and whether it was met beside each; last how busy the machine was."""
    selesai = penuh.selesai or 1
    web, pangkalan = (satu / selesai * 1000 for satu in cpu)
    minta, p99 = len(penuh.permintaan) / selesai, tengah.get_persentil(99)
    salah = [*penuh.salah, *tengah.salah]
    kata = [
        f"{penuh.laju:.0f} quizzes/s{_judge(penuh.laju, sasaran.laju, naik=True)}",
        f"{minta:.1f} requests{_judge(minta, sasaran.permintaan)}",
        f"{web + pangkalan:.0f} CPU ms a quiz{_judge(web + pangkalan, sasaran.cpu)}"
        f" = {web:.0f} web + {pangkalan:.0f} database",
        f"at half load p50 {tengah.get_persentil(50):.0f} ms, p99 {p99:.0f} ms{_judge(p99, sasaran.p99)}",
        f"{len(salah)} errors{_judge(len(salah), 0)} {sorted(set(salah))[:3] or ''}".strip(),
        f"load of the machine {os.getloadavg()[0]:.1f}",
    ]
    return ", ".join(kata)


def _judge(nilai: float, sasaran: float | None, *, naik: bool = False) -> str:
    """The aim in brackets, and "missed" where it was."""
    if sasaran is None:
        return ""
    luput = nilai < sasaran if naik else nilai > sasaran
    return f" (aim {'>=' if naik else '<='} {sasaran:.0f}{', missed' if luput else ''})"


def _get_children(pid: int) -> list[int]:
    teks = "".join(p.read_text() for p in Path(f"/proc/{pid}/task").glob("*/children"))
    return [int(p) for p in teks.split()]


def _read_satu(pid: int) -> float:
    try:
        bidang = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(bidang[11]) + int(bidang[12])) / DETAK


if __name__ == "__main__":
    main()
