"""Tests: fast hashes, a database file per worker, mail in memory."""

import os
import tempfile
from pathlib import Path

from .base import *
from .tempat import get_postgres, get_sqlite

GUYUB_CONTOH_BOLEH = True
GUYUB_MFA_WAJIB = False
SECRET_KEY = "hanya-untuk-uji-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

_pekerja = os.environ.get("PYTEST_XDIST_WORKER", "utama")
GUYUB_DATA = (
    Path(os.environ.get("GUYUB_DATA_UJI") or tempfile.gettempdir()) / f"guyub-uji-{os.getpid()}"
)
if os.environ.get("DB") == "postgres":
    DATABASES = {
        "default": get_postgres(
            os.environ.get("DATABASE_URL") or "postgres://postgres@127.0.0.1:5432/postgres",
            pool=False,
        )
    }
    DATABASES["default"]["TEST"] = {"NAME": f"test_guyub_{os.getpid()}"}
else:
    DATABASES = {"default": get_sqlite(GUYUB_DATA / "guyub.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": str(GUYUB_DATA / "uji.sqlite3")}
GUYUB_DATA.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = GUYUB_DATA / "media"
STORAGES["private"]["OPTIONS"]["location"] = GUYUB_DATA / "privat"
CELERY_TASK_ALWAYS_EAGER = False
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
