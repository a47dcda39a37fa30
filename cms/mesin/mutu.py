"""`make lint`: every check runs, all faults are shown, one of them is enough to fail."""

import subprocess
import sys
import tempfile

from cms.mesin.peralatan import get_env

M = [sys.executable, "-m"]
KELOLA = [sys.executable, "manage.py"]
PERIKSA = {
    "ruff format": [*M, "ruff", "format", "--check", "-q", "."],
    "ruff": [*M, "ruff", "check", "-q", "."],
    "djlint": [*M, "djlint", "--quiet", "--lint", "templates"],
    "mypy": [*M, "mypy"],
    "import-linter": [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as l; l()",
    ],
    "migrasi": [*KELOLA, "makemigrations", "--check", "--dry-run"],
    "terjemahan": [*KELOLA, "katalog", "--periksa"],
    "susunan": [*M, "pytest", "-q", "tests/architecture"],
}


def main() -> int:
    gagal = []
    with tempfile.TemporaryDirectory(prefix="guyub-mutu-") as data:
        for nama, perintah in PERIKSA.items():
            hasil = subprocess.run(
                perintah, env=get_env(data), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            baik = hasil.returncode == 0
            print(f"{'baik ' if baik else 'GAGAL'}  {nama}", flush=True)
            if not baik:
                gagal.append(nama)
                sys.stdout.buffer.write(hasil.stdout)
                sys.stdout.buffer.flush()
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())
