"""What a house weighs after a hundred mixed requests, one of them by a signed-in officer in seven."""

import itertools
import subprocess
import sys
from pathlib import Path

from cms.mesin.stempel import AKAR

from .rumah import Rumah, get_env

CAMPURAN = (
    "/",
    "/cari/?q=kambing",
    "/healthz",
    "/readyz",
    "/tidak-ada/",
    "/admin/",
    "/sitemap.xml",
)
SESI = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.conf import settings
from cms.accounts.models import User
user = User.objects.get(username="admin")
sesi = SessionStore()
sesi[SESSION_KEY] = str(user.pk)
sesi[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
sesi[HASH_SESSION_KEY] = user.get_session_auth_hash()
sesi.create()
print(f"{settings.SESSION_COOKIE_NAME}={sesi.session_key}")
"""


def weigh(rumah: Rumah, data: Path) -> dict[str, int]:
    """KiB of proportional memory (PSS) of each process of the house, by name."""
    kuki = _read_session(data, rumah.port)
    for path in itertools.islice(itertools.cycle(CAMPURAN), 100):
        kode, _isi = rumah.get(path, Cookie=kuki)
        assert kode < 500, path
    return {nama: sum(map(_read_pss, pids)) for nama, pids in rumah.find_children().items()}


def _read_session(data: Path, port: int) -> str:
    hasil = subprocess.run(
        [sys.executable, str(AKAR / "manage.py"), "shell", "-v0", "-c", SESI],
        env=get_env(data, port),
        capture_output=True,
        text=True,
        check=True,
    )
    return hasil.stdout.strip()


def _read_pss(pid: int) -> int:
    for baris in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if baris.startswith("Pss:"):
            return int(baris.split()[1])
    return 0
