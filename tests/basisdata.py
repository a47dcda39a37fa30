"""One migrated template database per engine, kept between runs, cloned for every worker.

The template is named after what makes it, so a changed migration builds a new one. A test that
commits gets a fresh clone afterwards: nothing is flushed, rows of migrations stay, triggers hold.
"""

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from psycopg import sql

from cms.mesin import stempel

FOLDER = Path(tempfile.gettempdir()) / f"guyub-templat-{os.getuid()}"
stempel.POLA["templat"] = (
    *stempel.POLA["basis"],
    "*/apps.py",
    "cms/*/apps.py",
    "*/*/triggers.py",
    "cms/*/*/triggers.py",
    "cms/core/pemicu.py",
    "cms/core/ketentuan/*.py",
    "cms/accounts/peran.py",
)
TUA = "3 days"


def get_nama() -> str:
    return stempel.get_sidik("templat")[:16]


@contextmanager
def alone():
    """One process at a time, across all test workers of this account."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    with open(FOLDER / "kunci", "w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        yield


def _migrate_into(nama: str) -> None:
    connection.close()
    asal, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], nama
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = asal


class Sqlite:
    """A file, copied."""

    def __init__(self):
        self.nama = settings.DATABASES["default"]["TEST"]["NAME"]

    def get_templat(self) -> Path:
        templat = FOLDER / f"{get_nama()}.sqlite3"
        with alone():
            if not templat.exists():
                draft = FOLDER / f"{get_nama()}.draft"
                draft.unlink(missing_ok=True)
                _migrate_into(str(draft))
                draft.rename(templat)
        return templat

    def clone(self) -> None:
        templat, tujuan = self.get_templat(), Path(self.nama)
        for akhiran in ("-wal", "-shm"):
            Path(f"{tujuan}{akhiran}").unlink(missing_ok=True)
        salinan = tujuan.with_suffix(".salinan")
        shutil.copyfile(templat, salinan)
        salinan.replace(tujuan)

    def drop(self) -> None:
        Path(self.nama).unlink(missing_ok=True)


class Postgres:
    """CREATE DATABASE … TEMPLATE, through a connection of its own to `postgres`."""

    def __init__(self):
        self.nama = settings.DATABASES["default"]["TEST"]["NAME"]

    def _run(self, *perintah: sql.Composed) -> None:
        asal = connection.settings_dict
        with psycopg.connect(
            host=asal["HOST"],
            port=asal["PORT"],
            user=asal["USER"],
            password=asal["PASSWORD"],
            dbname="postgres",
            autocommit=True,
        ) as sambungan:
            for satu in perintah:
                self.hasil = sambungan.execute(satu)
                self.hasil = self.hasil.fetchall() if self.hasil.description else []

    def _query(self, kueri: str, *nilai: str) -> list[str]:
        self._run(sql.SQL(kueri).format(*map(sql.Literal, nilai)))
        return [baris[0] for baris in self.hasil]

    def get_templat(self) -> str:
        templat = f"guyub_templat_{get_nama()}"
        with alone():
            if not self._query("SELECT datname FROM pg_database WHERE datname = {}", templat):
                self._drop_old()
                draft = f"{templat}_draft"
                self._run(_drop(draft), sql.SQL("CREATE DATABASE {}").format(_id(draft)))
                _migrate_into(draft)
                self._run(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(_id(draft), _id(templat))
                )
        return templat

    def _drop_old(self) -> None:
        """Templates and clones that a killed run or an older version left."""
        lama = self._query(
            "SELECT datname FROM pg_database WHERE (datname LIKE 'guyub_templat_%' OR datname LIKE "
            "'test_guyub_%') AND (pg_stat_file('base/' || oid || '/PG_VERSION')).modification "
            "< now() - {}::interval",
            TUA,
        )
        for nama in lama:
            self._run(_drop(nama))

    def clone(self) -> None:
        templat = self.get_templat()
        buat = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._run(_drop(self.nama), buat.format(_id(self.nama), _id(templat)))

    def drop(self) -> None:
        self._run(_drop(self.nama))


def _id(nama: str) -> sql.Identifier:
    return sql.Identifier(nama)


def _drop(nama: str) -> sql.Composed:
    return sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(_id(nama))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Instead of pytest-django's: clone, use, and clone again after a test that committed."""
    mesin = Postgres() if connection.vendor == "postgresql" else Sqlite()
    with django_db_blocker.unblock():
        mesin.clone()
        connection.close()
        asal, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], mesin.nama

    def _renew(self) -> None:
        connection.close()
        mesin.clone()

    semula, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, _renew
    yield
    TransactionTestCase._fixture_teardown = semula
    with django_db_blocker.unblock():
        connection.close()
        mesin.drop()
        connection.settings_dict["NAME"] = asal
