"""Where things lie: the data folder, its keys, and the database an address names."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("GUYUB_DATA") or BASE_DIR / "data" / "contoh").resolve()


def read_or_make_kunci(nama: str, nbytes: int = 48) -> str:
    """A secret of the data folder, made at first use with mode 600.

    In a folder that cannot be written the secret lives as long as the process, so that commands
    which need no data still run.
    """
    path = DATA_DIR / "kunci" / nama
    if path.exists():
        return path.read_text().strip()
    rahasia = secrets.token_urlsafe(nbytes)
    try:
        return _write_once(path, rahasia)
    except OSError:
        return rahasia


def _write_once(path: Path, rahasia: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "w") as berkas:
        berkas.write(rahasia)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text().strip()


def get_sqlite(path: Path | str) -> dict:
    """SQLite as this house needs it: readers beside one writer, writers queue up for 20 seconds."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def get_postgres(url: str, *, pool: bool) -> dict:
    """PostgreSQL from `postgres://user:password@host:port/name?option=value`."""
    bagian = urlsplit(url)
    options: dict = dict(parse_qsl(bagian.query))
    if pool:
        options["pool"] = {"min_size": 1, "max_size": 8}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(bagian.path.lstrip("/")),
        "USER": unquote(bagian.username or ""),
        "PASSWORD": unquote(bagian.password or ""),
        "HOST": bagian.hostname or "",
        "PORT": str(bagian.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def get_database() -> dict:
    """The database of `DATABASE_URL`, or the SQLite file of the data folder."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return get_sqlite(DATA_DIR / "guyub.sqlite3")
    if url.startswith("sqlite:///"):
        return get_sqlite(url.removeprefix("sqlite:///"))
    return get_postgres(url, pool=os.environ.get("GUYUB_PROSES") == "web")
