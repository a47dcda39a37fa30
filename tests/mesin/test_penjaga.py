"""The supervisor with real processes: all end with it, a dead one is started again."""

import os
import signal
import subprocess
import sys

import pytest

from cms.mesin.stempel import AKAR

from .rumah import fill, prepare, run_house, wait_until

MAKE = ["make", "--no-print-directory", "run"]


@pytest.fixture(scope="module", autouse=True)
def siap(django_db_setup):
    """Catalogue and static files are made once, by one test worker, before any house opens."""
    prepare()


@pytest.fixture
def data(tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        fill(tmp_path / "data")
    return tmp_path / "data"


def run_make(data):
    """`make run` with this very Python, its installing step done already."""
    langkah = ["SIAP=true", f"PY={sys.executable}"]
    return run_house(data, perintah=[*MAKE, *langkah])


def test_term_to_make_alone_leaves_nothing(data):
    with run_make(data) as rumah:
        rumah.wait()
        assert set(rumah.find_children()) >= {"jalan", "web", "worker"}
        os.kill(rumah.proses.pid, signal.SIGTERM)
        wait_until(lambda: not rumah.find_children(), 5, lambda: str(rumah.find_children()))
        assert rumah.proses.wait(1) != 0


def test_closed_terminal_leaves_nothing(data):
    with run_make(data) as rumah:
        rumah.wait()
        os.killpg(rumah.proses.pid, signal.SIGHUP)
        rumah.proses.wait(5)
        wait_until(lambda: not rumah.find_children(), 5, lambda: str(rumah.find_children()))


def test_killed_make_and_killed_supervisor_leave_nothing(data):
    with run_make(data) as rumah:
        rumah.wait()
        os.kill(rumah.proses.pid, signal.SIGKILL)
        rumah.proses.wait()
        wait_until(lambda: not rumah.find_children(), 5, lambda: str(rumah.find_children()))
    with run_house(data) as rumah:
        rumah.wait()
        os.kill(rumah.proses.pid, signal.SIGKILL)
        rumah.proses.wait()
        wait_until(lambda: not rumah.find_children(), 5, lambda: str(rumah.find_children()))


@pytest.mark.parametrize("nama", ["web", "worker"])
def test_dead_child_is_started_again(data, nama):
    with run_house(data) as rumah:
        rumah.wait()
        semula = set(rumah.find_children()[nama])
        os.kill(min(semula), signal.SIGKILL)

        def is_new():
            kini = set(rumah.find_children().get(nama, []))
            return len(kini) == len(semula) and not kini & semula

        wait_until(is_new, 10, lambda: rumah.log.read_text())
        assert f"{nama} berhenti" in rumah.log.read_text()
        wait_until(lambda: is_open(rumah), 20)


def is_open(rumah) -> bool:
    try:
        return rumah.get("/healthz")[0] == 200
    except OSError:
        return False


def test_one_line_for_a_port_in_use_and_a_folder_in_use(data):
    with run_house(data) as rumah:
        rumah.wait()
        lain = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(AKAR), "GUYUB_DATA": str(data)}
        assert say(**lain, PORT=str(rumah.port)) == (
            f"Guyub: port {rumah.port} sedang dipakai program lain. "
            f"Coba: make run PORT={rumah.port + 1}"
        )
        assert "sedang dipakai Guyub lain" in say(**lain, PORT=str(rumah.port + 1))


def test_tls_behind_a_proxy_on_loopback(data):
    with run_house(data, TLS="1") as rumah:
        rumah.wait()
        kepala = rumah.read_headers("/akun/masuk/")
        assert kepala.startswith("HTTP/1.1 301") and "location: https://127.0.0.1" in kepala.lower()
        kepala = rumah.read_headers("/akun/masuk/", "X-Forwarded-Proto: https").lower()
        assert "strict-transport-security: max-age=31536000" in kepala
        assert "upgrade-insecure-requests" in kepala


@pytest.mark.parametrize("port", ["nol", "0", "70000", "-1", "٣", "80 80"])
def test_one_line_for_a_port_that_is_none(port, tmp_path):
    assert say(PORT=port, GUYUB_DATA=str(tmp_path)).startswith(f"Guyub: PORT={port} bukan nomor")


def test_one_line_for_a_folder_that_cannot_be_written():
    assert "tidak dapat ditulisi" in say(GUYUB_DATA="/proc/guyub", PORT="8765")


def say(**env: str) -> str:
    """What a start that cannot succeed prints: one line, and an exit code that says so."""
    env.setdefault("PYTHONPATH", str(AKAR))
    hasil = subprocess.run(
        [sys.executable, "-m", "cms.mesin.jalan"], env=env, capture_output=True, text=True
    )
    assert hasil.returncode != 0 and hasil.stdout == ""
    assert hasil.stderr.count("\n") == 1, hasil.stderr
    return hasil.stderr.strip()
