"""How fast two real worker processes drain the outbox, on PostgreSQL with Redis and SQLite with files."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import redis

BANYAK = {"PostgreSQL and Redis": 10_000, "SQLite and files": 2_000}
PEKERJA = 2
SABAR = 600
PG = "postgres://postgres@127.0.0.1:5432"
REDIS = "redis://127.0.0.1:6379"


def measure() -> list[str]:
    return [_measure_grown(), _measure_embedded()]


def main() -> None:
    """Alone: both measurements; `antre N`: queue N letters here and wait until they are gone."""
    if sys.argv[1:2] == ["antre"]:
        print(_queue_and_wait(int(sys.argv[2])))
    else:
        print(*measure(), sep="\n")


def _measure_grown() -> str:
    nama = "PostgreSQL and Redis"
    try:
        with ExitStack() as akhir:
            folder = akhir.enter_context(tempfile.TemporaryDirectory(prefix="guyub-bench-"))
            antrean = akhir.enter_context(_borrow_redis())
            url = akhir.enter_context(_make_database(f"guyub_bench_{os.getpid()}"))
            return _drain(nama, folder, {"DATABASE_URL": url, "REDIS_URL": antrean})
    except (psycopg.OperationalError, redis.RedisError, LookupError) as galat:
        return f"{nama}: not measured, {type(galat).__name__}: {galat}"


def _measure_embedded() -> str:
    with tempfile.TemporaryDirectory(prefix="guyub-bench-") as folder:
        jadi = Path(os.environ.get("GUYUB_DATA", ""), "guyub.sqlite3")
        if "bench" in str(jadi) and jadi.exists():
            shutil.copyfile(jadi, Path(folder, "guyub.sqlite3"))
        return _drain("SQLite and files", folder, {"DATABASE_URL": "", "REDIS_URL": ""})


def _drain(nama: str, folder: str, tempat: dict[str, str]) -> str:
    env = {**os.environ, **tempat, "GUYUB_DATA": folder, "PYTHONPATH": os.getcwd()}
    env |= {"DJANGO_SETTINGS_MODULE": "cms.settings.lokal", "GUYUB_LOG": "0"}
    _run(env, "manage.py", "migrate", "-v0")
    for bagian in ("antrean/kendali", "surat"):
        Path(folder, bagian).mkdir(parents=True, exist_ok=True)
    with _start_workers(env):
        _run(env, "-m", "tests.bench.pesan", "antre", "20")
        detik = float(_run(env, "-m", "tests.bench.pesan", "antre", str(BANYAK[nama])))
    surat = len(list(Path(folder, "surat").glob("*.eml")))
    assert surat >= BANYAK[nama], f"{surat} letters for {BANYAK[nama]} messages"
    return (
        f"{nama}: {BANYAK[nama]} letters written and sent in {detik:.1f} s by {PEKERJA} workers, "
        f"{BANYAK[nama] / detik:.0f} a second (aim: 10,000 in 60 s)"
    )


def _run(env: dict, *perintah: str) -> str:
    return subprocess.run(
        [sys.executable, *perintah], env=env, check=True, capture_output=True, text=True
    ).stdout


@contextmanager
def _start_workers(env: dict):
    perintah = [sys.executable, "-m", "cms.mesin.proses", "worker"]
    proses = [subprocess.Popen(perintah, env=env) for _ke in range(PEKERJA)]
    try:
        yield
    finally:
        for satu in proses:
            satu.terminate()
        for satu in proses:
            satu.wait(20)


def _queue_and_wait(banyak: int) -> float:
    """Seconds from the commit that wrote the rows to the last one sent."""
    import django

    django.setup()
    from cms.notifikasi.models import Pesan
    from cms.notifikasi.services import Penerima, queue_pesan

    penerima = [
        Penerima(nama=f"Warga {n}", alamat={"surel": f"w{n}@contoh.example"}) for n in range(banyak)
    ]
    awal = time.monotonic()
    queue_pesan("uji", kunci=f"uji:{banyak}", penerima=penerima, judul="Kabar", isi="Isi kabar.")
    belum = Pesan.objects.exclude(status=Pesan.Status.TERKIRIM)
    while belum.exists():
        assert time.monotonic() - awal < SABAR, f"{belum.count()} messages left"
        time.sleep(0.1)
    return time.monotonic() - awal


@contextmanager
def _borrow_redis():
    """A database that nobody uses, emptied again afterwards."""
    for nomor in range(15, 0, -1):
        sambungan = redis.Redis.from_url(f"{REDIS}/{nomor}", socket_connect_timeout=2)
        if not sambungan.dbsize():
            yield f"{REDIS}/{nomor}"
            sambungan.flushdb()
            return
    raise LookupError("every Redis database is in use")


@contextmanager
def _make_database(nama: str):
    with psycopg.connect(f"{PG}/postgres", autocommit=True) as sambungan:
        sambungan.execute(f"CREATE DATABASE {nama}".encode())
        try:
            yield f"{PG}/{nama}"
        finally:
            sambungan.execute(f"DROP DATABASE {nama} WITH (FORCE)".encode())


if __name__ == "__main__":
    main()
