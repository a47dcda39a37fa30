"""The first step: an old Python, a missing pip and a read-only folder are said in one line."""

import ast
import os
import shutil
import subprocess
import sys
import tempfile

import pytest

from cms.mesin import siapkan
from cms.mesin.stempel import AKAR


@pytest.mark.parametrize("versi", [(3, 10, 14), (3, 6, 0), (2, 7, 18)])
def test_old_python_is_refused_by_name(versi):
    with pytest.raises(siapkan.Gagal, match=f"Python {versi[0]}.{versi[1]} terlalu tua"):
        siapkan.check_python(versi)


def test_new_python_passes():
    siapkan.check_python((3, 11, 2))
    siapkan.check_python((3, 14, 0))


@pytest.mark.parametrize(
    "nama", ["cms/__init__.py", "cms/mesin/__init__.py", "cms/mesin/siapkan.py"]
)
def test_an_old_python_can_read_it_at_all(nama):
    ast.parse((AKAR / nama).read_text(), feature_version=(3, 6))


@pytest.fixture
def klon(tmp_path):
    """The files that the first step needs, in a folder of their own."""
    for nama in ("cms/__init__.py", "cms/mesin/__init__.py", "cms/mesin/siapkan.py"):
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_text((AKAR / nama).read_text())
    (tmp_path / "requirements.lock").write_text("# kosong\n")
    return tmp_path


def run(klon, *pilihan, **env):
    python = os.path.realpath(sys.executable)
    perintah = [*pilihan, python, "-m", "cms.mesin.siapkan"]
    return subprocess.run(perintah, cwd=klon, env=env, capture_output=True, text=True)


def test_venv_is_made_once(klon):
    hasil = run(klon)
    assert hasil.returncode == 0, hasil.stderr
    python = klon / ".venv" / "bin" / "python"
    assert python.exists()
    semula = python.lstat().st_mtime_ns
    hasil = run(klon)
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, "", "")
    assert python.lstat().st_mtime_ns == semula
    (klon / "requirements.lock").write_text("# lain\n")
    assert "Memasang pustaka" in run(klon).stderr


def test_an_install_that_fails_is_said_and_tried_again(klon):
    (klon / "requirements.lock").write_text("guyub-tidak-ada @ file:///tidak/ada.whl\n")
    for _ in range(2):
        hasil = run(klon)
        assert hasil.returncode == 1
        assert "tidak dapat dipasang" in hasil.stderr.splitlines()[-1]


def test_neither_pip_nor_ensurepip(klon):
    """A Debian without python3-pip and python3-venv: no pip, and venv stops with an error."""
    for nama in ("pip", "venv"):
        (klon / f"{nama}.py").write_text("raise SystemExit(1)\n")
    hasil = run(klon)
    assert hasil.returncode == 1
    assert "apt install python3-pip python3-venv" in hasil.stderr.splitlines()[-1]


@pytest.mark.skipif(os.getuid() != 0, reason="needs root to become nobody")
def test_folder_that_cannot_be_written(klon):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(klon, folder, dirs_exist_ok=True)
        os.chmod(folder, 0o755)
        perintah = ["setpriv", "--reuid=65534", "--clear-groups", "/usr/bin/python3"]
        hasil = subprocess.run(
            [*perintah, "-m", "cms.mesin.siapkan"],
            cwd=folder,
            env={},
            capture_output=True,
            text=True,
        )
    assert hasil.returncode == 1
    assert hasil.stderr == f"Guyub: folder {folder} tidak dapat ditulisi (Permission denied).\n"
