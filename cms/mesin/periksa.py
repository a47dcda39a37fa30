"""Health checks for containers: `python -m cms.mesin.periksa web|worker|beat`, exit code 0 or 1."""

import os
import sys
import time
import urllib.error
import urllib.request

from cms.mesin.berkas_denyut import get_berkas

TERLAMA = 60.0


def is_web_alive() -> bool:
    """/healthz, asked under the first name the site is known by."""
    nama = (os.environ.get("ALLOWED_HOSTS") or "localhost").split(",")[0].strip().lstrip(".")
    port = os.environ.get("PORT", "8000")
    minta = urllib.request.Request(f"http://127.0.0.1:{port}/healthz", headers={"Host": nama})
    try:
        with urllib.request.urlopen(minta, timeout=5) as jawab:
            return jawab.status == 200
    except (urllib.error.URLError, OSError):
        return False


def is_beating(nama: str) -> bool:
    """Whether the process has touched its file within the last minute."""
    try:
        umur = time.time() - get_berkas(nama).stat().st_mtime
    except OSError:
        return False
    return umur < TERLAMA


def main(nama: str) -> int:
    sehat = is_web_alive() if nama == "web" else is_beating(nama)
    return 0 if sehat else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
