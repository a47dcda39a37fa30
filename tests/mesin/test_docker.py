"""The containers without an engine: the files fit together, and their commands run for real.

No engine may be at hand, so the same entry script is run in the production profile against the
PostgreSQL and Redis of this machine.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
import yaml

from cms.mesin.stempel import AKAR

from .rumah import Rumah, find_port, wait_until

DOCKER = AKAR / "docker"
HUNIAN = ("web", "worker", "beat")
REDIS = "redis://127.0.0.1:6379/11"


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((DOCKER / "compose.yaml").read_text())


def test_services(compose):
    layanan = compose["services"]
    assert set(layanan) == {*HUNIAN, "migrasi", "basis", "antrean", "pintu"}
    assert set(layanan["pintu"]["ports"]) == {"80:80", "443:443", "443:443/udp"}
    assert [nama for nama in layanan if "ports" in layanan[nama]] == ["pintu"]
    for nama in layanan:
        for milik in layanan[nama].get("volumes", []):
            sumber = milik.split(":")[0]
            assert sumber in compose["volumes"] or (DOCKER / sumber).is_file()


def test_only_our_own_network_is_believed(compose):
    jaringan = compose["networks"]["default"]["ipam"]["config"]
    assert [satu["subnet"] for satu in jaringan] == [
        compose["x-guyub"]["environment"]["GUYUB_PROKSI"]
    ]
    assert not any("networks" in satu for satu in compose["services"].values())


@pytest.mark.parametrize("nama", [*HUNIAN, "migrasi"])
def test_our_containers_own_little(compose, nama):
    layanan = compose["services"][nama]
    assert layanan["read_only"] and layanan["cap_drop"] == ["ALL"]
    assert layanan["security_opt"] == ["no-new-privileges:true"]
    assert layanan["volumes"] == ["data:/data"] and layanan["tmpfs"] == ["/tmp"]
    assert layanan["build"] == {"context": "..", "dockerfile": "docker/Dockerfile"}
    assert layanan["depends_on"]["basis"] == {"condition": "service_healthy"}


@pytest.mark.parametrize("nama", HUNIAN)
def test_health_checks_and_order(compose, nama):
    layanan = compose["services"][nama]
    assert layanan["command"] == [nama]
    assert layanan["healthcheck"]["test"] == ["CMD", "masuk", "periksa", nama]
    assert layanan["depends_on"]["migrasi"] == {"condition": "service_completed_successfully"}


def test_every_variable_is_explained():
    contoh = (DOCKER / "contoh.env").read_text()
    dikenal = set(re.findall(r"^(\w+)=", contoh, re.M))
    dipakai = set(re.findall(r"\$\{(\w+)", (DOCKER / "compose.yaml").read_text()))
    assert dipakai == dikenal
    assert set(re.findall(r"\{\$(\w+)\}", (DOCKER / "Caddyfile").read_text())) <= dikenal


def test_image_is_built_in_two_stages_and_runs_as_nobody():
    baris = (DOCKER / "Dockerfile").read_text().splitlines()
    tahap = [i for i, satu in enumerate(baris) if satu.startswith("FROM ")]
    assert len(tahap) == 2
    akhir = baris[tahap[1] :]
    assert "USER guyub" in akhir and not any(satu.startswith("RUN pip") for satu in akhir)
    assert 'ENTRYPOINT ["masuk"]' in akhir and any("HEALTHCHECK" in satu for satu in akhir)
    assert "--require-hashes" in "\n".join(baris[: tahap[1]])


def test_what_is_copied_exists_and_passes_the_ignore_file():
    abaikan = (AKAR / ".dockerignore").read_text().splitlines()
    assert abaikan[0] == "*"
    for satu in re.findall(
        r"^COPY (?!--from)(?:--\S+ )?(.+) \S+$", (DOCKER / "Dockerfile").read_text(), re.M
    ):
        for nama in satu.split():
            assert (AKAR / nama).exists(), nama
            assert f"!{nama}" in abaikan, nama


def test_caddyfile_is_balanced_and_leads_to_web(compose):
    isi = (DOCKER / "Caddyfile").read_text()
    assert isi.count("{") == isi.count("}")
    tujuan = re.search(r"reverse_proxy (\w+):(\d+)", isi)
    assert tujuan and tujuan.group(1) in compose["services"]
    assert f"EXPOSE {tujuan.group(2)}" in (DOCKER / "Dockerfile").read_text()


def is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


butuh_layanan = pytest.mark.skipif(
    not (is_open(5432) and is_open(6379)),
    reason="PostgreSQL or Redis is missing: the containers' commands were NOT run",
)


@pytest.fixture
def lingkungan(tmp_path):
    """The environment of compose.yaml, with a database of its own on this machine."""
    nama = f"test_guyub_docker_{os.getpid()}"
    with psycopg.connect("host=127.0.0.1 user=postgres dbname=postgres", autocommit=True) as pg:
        pg.execute(f"DROP DATABASE IF EXISTS {nama} WITH (FORCE)")
        pg.execute(f"CREATE DATABASE {nama}")
        yield {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "PYTHONPATH": str(AKAR),
            "GUYUB_DATA": str(tmp_path / "data"),
            "GUYUB_DENYUT": str(tmp_path),
            "ALLOWED_HOSTS": "bkm.example",
            "ALAMAT_SITUS": "https://bkm.example",
            "DATABASE_URL": f"postgres://postgres@127.0.0.1:5432/{nama}",
            "REDIS_URL": REDIS,
            "PORT": str(find_port()),
        }
        pg.execute(f"DROP DATABASE {nama} WITH (FORCE)")


def masuk(lingkungan, *perintah):
    return subprocess.run(
        [str(DOCKER / "masuk"), *perintah],
        env=lingkungan,
        cwd=AKAR,
        capture_output=True,
        text=True,
    )


@butuh_layanan
def test_the_entry_commands_run_in_production(lingkungan, tmp_path):
    (tmp_path / "data").mkdir()
    for nama in HUNIAN:
        assert masuk(lingkungan, "periksa", nama).returncode == 1
    hasil = masuk(lingkungan, "migrasi")
    assert hasil.returncode == 0, hasil.stderr
    assert masuk(lingkungan, "migrate", "--check").returncode == 0
    anak = {}
    try:
        for nama in HUNIAN:
            log = open(tmp_path / f"{nama}.log", "wb")  # noqa: SIM115
            anak[nama] = subprocess.Popen(
                [str(DOCKER / "masuk"), nama], env=lingkungan, cwd=AKAR, stdout=log, stderr=log
            )
        for nama in HUNIAN:
            wait_until(
                lambda nama=nama: masuk(lingkungan, "periksa", nama).returncode == 0,
                40,
                (tmp_path / f"{nama}.log").read_text,
            )
        check_web(Rumah(anak["web"], int(lingkungan["PORT"]), tmp_path / "web.log"))
        check_ending(anak)
    finally:
        for proses in anak.values():
            proses.kill()
            proses.wait()


def check_web(web: Rumah) -> None:
    """Ready behind a proxy that speaks https; plain http is sent there, another name is refused."""
    https = {"Host": "bkm.example", "X-Forwarded-Proto": "https"}
    kode, isi = web.get("/readyz", **https)
    assert (kode, isi.count(b"baik")) == (200, 4), isi
    assert web.get("/healthz", Host="lain.example")[0] == 400
    kepala = web.read_headers("/", "Host: bkm.example").lower()
    assert kepala.startswith("http/1.1 301") and "location: https://bkm.example/" in kepala


def check_ending(anak) -> None:
    """TERM, as an engine sends it, ends each of them well within its period of grace."""
    mulai = time.monotonic()
    for proses in anak.values():
        proses.send_signal(signal.SIGTERM)
    for proses in anak.values():
        proses.wait(12)
    assert time.monotonic() - mulai < 12
