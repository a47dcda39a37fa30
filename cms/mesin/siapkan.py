"""The first step of every `make` target: a Python new enough, and `.venv` filled from the lock.

Runs on the system's Python, whatever its age: plain syntax, standard library, and when something
is missing one line in Indonesian that says what to do.
"""

import hashlib
import os
import re
import subprocess
import sys

AKAR = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(AKAR, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
PALING_TUA = (3, 11)


class Gagal(Exception):
    """What stands in the way, in words for the person at the keyboard."""


def main(argumen):
    """`python3 -m cms.mesin.siapkan [--dev]`; 0 when `.venv` fits the lock files."""
    try:
        check_python()
        check_writable()
        make_venv()
        install("requirements.lock", "--only-binary", ":all:")
        if "--dev" in argumen:
            install("requirements-dev.lock")
    except Gagal as halangan:
        sys.stderr.write(f"Guyub: {halangan}\n")
        return 1
    return 0


def check_python(versi=sys.version_info):
    """Raise Gagal on a Python older than the code."""
    if tuple(versi[:2]) < PALING_TUA:
        raise Gagal(
            f"Python {versi[0]}.{versi[1]} terlalu tua, perlu 3.11 atau lebih baru. "
            "Coba: make run PYTHON=python3.12"
        )


def make_venv():
    """Build `.venv` unless one of this very Python is there."""
    tanda = os.path.join(VENV, "guyub-python")
    isi = f"{sys.version} {os.path.realpath(sys.executable)}"
    if _read(tanda) == isi and os.path.exists(PYTHON):
        return
    tanpa_pip = ["--without-pip"] if _has_pip() else []
    _run(
        [sys.executable, "-m", "venv", "--clear"] + tanpa_pip + [VENV],
        "lingkungan Python (.venv) tidak dapat dibuat. Pasang pip dan venv dahulu, "
        "di Debian/Ubuntu: apt install python3-pip python3-venv",
    )
    _write(tanda, isi)


def install(kunci, *pilihan):
    """Install a lock file with its hashes; nothing happens when the last one installed is the same."""
    tanda = os.path.join(VENV, "guyub-" + kunci)
    with open(os.path.join(AKAR, kunci), "rb") as berkas:
        sidik = hashlib.sha256(berkas.read()).hexdigest()
    if _read(tanda) == sidik:
        return
    sys.stderr.write(f"Memasang pustaka dari {kunci} (sekali saja)...\n")
    _run(
        _get_pip()
        + ["install", "-q", "--no-compile", "--require-hashes"]
        + list(pilihan)
        + ["-r", os.path.join(AKAR, kunci)],
        f"pustaka dari {kunci} tidak dapat dipasang. Periksa sambungan internet dan ruang cakram, "
        "lalu ulangi.",
    )
    _write(tanda, sidik)


def _has_pip():
    """Whether the pip of this Python can install into another one (22.3 or newer)."""
    hasil = subprocess.run(
        [sys.executable, "-m", "pip", "--version"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    cocok = re.match(r"pip (\d+)\.(\d+)", hasil.stdout.decode("utf-8", "replace"))
    return cocok is not None and (int(cocok.group(1)), int(cocok.group(2))) >= (22, 3)


def _get_pip():
    if os.path.isdir(os.path.join(VENV, "lib")) and _find_pip_in_venv():
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def _find_pip_in_venv():
    lib = os.path.join(VENV, "lib")
    return any(
        os.path.isdir(os.path.join(lib, versi, "site-packages", "pip")) for versi in os.listdir(lib)
    )


def _run(perintah, halangan):
    lingkungan = dict(os.environ, PIP_ROOT_USER_ACTION="ignore", PIP_DISABLE_PIP_VERSION_CHECK="1")
    hasil = subprocess.run(
        perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if hasil.returncode:
        sys.stderr.write(hasil.stdout.decode("utf-8", "replace")[-2000:])
        raise Gagal(halangan)


def _read(path):
    try:
        with open(path) as berkas:
            return berkas.read()
    except OSError:
        return None


def _write(path, isi):
    with open(path, "w") as berkas:
        berkas.write(isi)


def check_writable():
    """Raise Gagal when the folder of the code cannot be written (no `.venv`, no catalogues)."""
    coba = os.path.join(AKAR, f".coba-{os.getpid()}")
    try:
        _write(coba, "")
        os.unlink(coba)
    except OSError as sebab:
        raise Gagal(f"folder {AKAR} tidak dapat ditulisi ({sebab.strerror}).") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
