"""The settings profiles: production is strict, lokal only lacks TLS, and no data is needed to ask."""

import json
import os
import subprocess
import sys

import pytest

from cms.mesin.jalan import get_env
from cms.mesin.stempel import AKAR

from .rumah import fill

PRODUKSI = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "ALLOWED_HOSTS": "bkm.example",
    "ALAMAT_SITUS": "https://bkm.example",
}
NAMA = [
    "DEBUG",
    "GUYUB_CONTOH_BOLEH",
    "GUYUB_MFA_WAJIB",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_PROXY_SSL_HEADER",
]
BACA = f"""
import json
from django.conf import settings
print(json.dumps({{n: getattr(settings, n) for n in {NAMA!r}}}))
"""


def manage(*perintah, data, **env):
    return subprocess.run(
        [sys.executable, str(AKAR / "manage.py"), *perintah],
        env={"GUYUB_DATA": str(data), "PATH": "/usr/bin:/bin", **env},
        capture_output=True,
        text=True,
    )


def read_settings(data, **env):
    hasil = manage("shell", "-v0", "-c", BACA, data=data, **env)
    assert hasil.returncode == 0, hasil.stderr
    return json.loads(hasil.stdout)


def test_production_passes_djangos_own_deployment_check(tmp_path):
    hasil = manage("check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **PRODUKSI)
    assert hasil.returncode == 0, hasil.stderr
    assert "no issues (0 silenced)" in hasil.stdout


@pytest.mark.parametrize("nama", ["ALLOWED_HOSTS", "ALAMAT_SITUS"])
def test_production_wants_to_be_told_where_it_is(nama, tmp_path):
    env = {k: v for k, v in PRODUKSI.items() if k != nama}
    hasil = manage("check", data=tmp_path, **env)
    assert hasil.returncode != 0 and nama in hasil.stderr


def test_what_the_profiles_say(tmp_path):
    produksi = read_settings(tmp_path, **PRODUKSI)
    assert produksi["GUYUB_MFA_WAJIB"] and not produksi["GUYUB_CONTOH_BOLEH"]
    assert produksi["SECURE_SSL_REDIRECT"] and produksi["SESSION_COOKIE_SECURE"]
    lokal = read_settings(tmp_path)
    assert lokal["GUYUB_CONTOH_BOLEH"] and not lokal["GUYUB_MFA_WAJIB"]
    assert not lokal["SECURE_SSL_REDIRECT"] and not lokal["DEBUG"]
    assert lokal["SECURE_PROXY_SSL_HEADER"] is None
    tls = read_settings(tmp_path, TLS="1")
    beda = {"GUYUB_CONTOH_BOLEH", "GUYUB_MFA_WAJIB"}
    assert {k: v for k, v in tls.items() if k not in beda} == {
        k: v for k, v in produksi.items() if k not in beda
    }
    assert read_settings(tmp_path, DJANGO_SETTINGS_MODULE="cms.settings.dev")["DEBUG"]


def test_production_refuses_the_sample(tmp_path):
    hasil = manage("demo", data=tmp_path, **PRODUKSI)
    assert hasil.returncode != 0 and "tidak mengizinkan data contoh" in hasil.stderr


def test_commands_without_data_need_no_folder(tmp_path):
    data = "/proc/guyub"
    hasil = manage("katalog", data=data)
    assert (hasil.returncode, hasil.stdout) == (0, ""), hasil.stderr
    hasil = manage("check", data=data)
    assert hasil.returncode == 0, hasil.stderr


def test_keys_are_made_once_and_private(tmp_path):
    manage("check", data=tmp_path)
    kunci = tmp_path / "kunci" / "django"
    assert kunci.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "kunci").stat().st_mode & 0o077 == 0
    isi = kunci.read_text()
    manage("check", data=tmp_path)
    assert kunci.read_text() == isi and len(isi) >= 50


def test_a_copied_folder_works(tmp_path):
    """Nothing in the data folder holds its own path."""
    asal, salinan = tmp_path / "asal", tmp_path / "salinan"
    fill(asal)
    assert manage("migrate", "-v0", data=asal).returncode == 0
    os.rename(asal, salinan)
    hasil = manage("migrate", "--check", data=salinan)
    assert hasil.returncode == 0, hasil.stderr
    for path in salinan.rglob("*"):
        assert not path.is_file() or str(asal).encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("tls", "situs"), [("", "http://127.0.0.1:8123"), ("1", "https://127.0.0.1")]
)
def test_pages_name_themselves_by_the_scheme_people_use(monkeypatch, tls, situs):
    monkeypatch.setenv("TLS", tls)
    monkeypatch.delenv("ALAMAT_SITUS", raising=False)
    assert get_env("8123", dev=False)["ALAMAT_SITUS"] == situs
