"""A house of its own for a test: the real commands in a folder under tmp, and its processes."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from cms.mesin import stempel
from cms.mesin.folder import Folder
from cms.mesin.jalan import take_steps
from cms.mesin.stempel import AKAR
from tests.basisdata import Sqlite, alone


def find_port() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


def get_env(data: Path, port: int, **lain: str) -> dict[str, str]:
    """Nothing of this machine's environment but the path."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(data.parent),
        "GUYUB_DATA": str(data),
        "PORT": str(port),
        "PYTHONPATH": str(AKAR),
        **lain,
    }


def prepare() -> None:
    """What all houses of this clone share; workers of one test run wait for each other."""
    with alone(), tempfile.TemporaryDirectory() as data:
        env = get_env(Path(data), 8000)
        with Folder.open(env) as folder:
            take_steps(
                [s for s in folder.find_langkah() if s in ("katalog", "statis")], env, folder
            )


def fill(data: Path) -> None:
    """A migrated database without a sample: the quickest house that opens."""
    data.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Sqlite().get_templat(), data / "guyub.sqlite3")
    stempel.write(data / ".sidik", stempel.get_sidik("basis"))


class Rumah:
    """A running `python -m cms.mesin.jalan`, or `make` around it."""

    def __init__(self, proses: subprocess.Popen, port: int, log: Path):
        self.proses, self.port, self.log = proses, port, log

    def get(self, path: str, **kepala: str) -> tuple[int, bytes]:
        minta = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=kepala)
        try:
            with urllib.request.urlopen(minta, timeout=20) as jawab:
                return jawab.status, jawab.read()
        except urllib.error.HTTPError as galat:
            return galat.code, galat.read()

    def read_headers(self, path: str, *kepala: str) -> str:
        """Status line and headers of one answer, redirects not followed."""
        pilihan = [bagian for satu in kepala for bagian in ("-H", satu)]
        alamat = f"http://127.0.0.1:{self.port}{path}"
        perintah = ["curl", "-s", "-D", "-", "-o", "/dev/null", *pilihan, alamat]
        return subprocess.run(perintah, capture_output=True, text=True).stdout

    def wait(self, detik: float = 60) -> "Rumah":
        wait_until(self._is_ready, detik, lambda: self.log.read_text())
        return self

    def _is_ready(self) -> bool:
        assert self.proses.poll() is None, self.log.read_text()
        return "Guyub sudah berjalan" in self.log.read_text()

    def find_children(self) -> dict[str, list[int]]:
        """Process ids of this house by name, found by the data folder in their environment."""
        tanda = f"PORT={self.port}\0".encode()
        hasil: dict[str, list[int]] = {}
        for pid in find_processes(tanda):
            kata = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
            cocok = re.search(r"cms\.mesin\.(?:proses (\w+)|(jalan))", " ".join(kata))
            nama = (cocok.group(1) or cocok.group(2)) if cocok else kata[0]
            hasil.setdefault(nama, []).append(pid)
        return hasil


def find_processes(tanda: bytes) -> list[int]:
    pids = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lingkungan = (folder / "environ").read_bytes()
        except OSError:
            continue
        if tanda in lingkungan + b"\0" and int(folder.name) != os.getpid():
            pids.append(int(folder.name))
    return pids


def wait_until(benar, detik: float, pesan=lambda: "") -> None:
    batas = time.monotonic() + detik
    while not benar():
        assert time.monotonic() < batas, pesan()
        time.sleep(0.05)


class Web:
    """The web process alone, on one port for good: killed as by a power cut, and started again."""

    def __init__(self, data: Path, **lain: str):
        self.port, self.log = find_port(), data.with_suffix(".log")
        self.env = get_env(data, self.port, DJANGO_SETTINGS_MODULE="cms.settings.lokal", **lain)
        self.proses: subprocess.Popen | None = None

    def start(self) -> None:
        """Comes back once pages are served."""
        with open(self.log, "ab") as keluaran:
            self.proses = subprocess.Popen(
                [sys.executable, "-m", "cms.mesin.proses", "web"],
                env=self.env,
                cwd=AKAR,
                stdout=keluaran,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        wait_until(self._answers, 60, lambda: self.log.read_text())

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """SIGKILL to all its processes at once: nobody says goodbye or finishes anything."""
        if self.proses:
            os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait()
        self.proses = None


def _hear_hangup() -> None:
    """Also where the tests themselves were started to survive their terminal (nohup)."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@contextmanager
def run_house(data: Path, *, perintah: list[str] | None = None, **lain: str):
    """Start a house, hand it over, and end it whatever happens."""
    port = find_port()
    log = data.with_suffix(".log")
    with open(log, "wb") as keluaran:
        proses = subprocess.Popen(
            perintah or [sys.executable, "-m", "cms.mesin.jalan"],
            env=get_env(data, port, **lain),
            cwd=AKAR,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_hear_hangup,
        )
    rumah = Rumah(proses, port, log)
    try:
        yield rumah
    finally:
        for pid in {p for daftar in rumah.find_children().values() for p in daftar}:
            os.kill(pid, signal.SIGKILL)
        proses.wait()
