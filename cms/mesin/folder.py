"""The data folder as `make run` sees it: locked to one run, its sample of the current version."""

import fcntl
import json
import os
import secrets
import time
from collections.abc import Mapping
from pathlib import Path

from cms.mesin import stempel
from cms.mesin.halangan import Halangan

Env = Mapping[str, str]
KUNCI = ".berjalan"
SANDI = Path("kunci") / "sandi-contoh"
KARTU = Path("kunci") / "kartu-contoh"


class Folder:
    """One data folder, held by a lock for as long as the supervisor lives."""

    def __init__(self, path: Path, *, lain: bool):
        self.path = path
        self.basis_lain = lain  # the database is elsewhere (DATABASE_URL)
        self._kunci: int | None = None

    @staticmethod
    def locate(env: Env) -> Path:
        return Path(env.get("GUYUB_DATA") or stempel.AKAR / "data" / "contoh").resolve()

    @classmethod
    def open(cls, env: Env) -> "Folder":
        folder = cls(cls.locate(env), lain=bool(env.get("DATABASE_URL")))
        folder._hold()
        folder._keep_password(env.get("DEMO_PASSWORD", ""))
        return folder

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *_galat: object) -> None:
        self._release()

    def _hold(self) -> None:
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o750)
            self._kunci = os.open(self.path / KUNCI, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as sebab:
            kata = f"folder data {self.path} tidak dapat ditulisi ({sebab.strerror})."
            raise Halangan(kata) from None
        try:
            fcntl.flock(self._kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Halangan(f"folder data {self.path} sedang dipakai Guyub lain.") from None

    def _release(self) -> None:
        if self._kunci is not None:
            os.close(self._kunci)
            self._kunci = None

    def _keep_password(self, sandi: str) -> None:
        """The sample's password is made once and stays, mode 600."""
        path = self.path / SANDI
        if path.exists():
            return
        path.parent.mkdir(exist_ok=True, mode=0o700)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w") as berkas:
            berkas.write(sandi or secrets.token_urlsafe(9))

    def get_versi_contoh(self) -> str:
        """The version of the sample in this folder; empty where there is none."""
        try:
            return str(json.loads((self.path / "contoh.json").read_text())["versi"])
        except (OSError, ValueError, KeyError):
            return ""

    def set_aside_old_sample(self) -> Path | None:
        """Move a sample of another version (or one never finished) away and begin an empty folder."""
        versi = self.get_versi_contoh()
        if self.basis_lain or versi in ("", stempel.get_sidik("contoh")):
            return None
        tujuan = self._name_old()
        sandi = (self.path / SANDI).read_text()
        self.path.rename(tujuan)
        self._release()
        self._hold()
        self._keep_password(sandi)
        print(f"Data contoh dari versi lain disisihkan ke {tujuan}", flush=True)
        return tujuan

    def _name_old(self) -> Path:
        dasar = f"{self.path.name}.lama-{time.strftime('%Y%m%d-%H%M%S')}"
        return self.path.with_name(dasar)

    def find_langkah(self, *, dev: bool = False) -> list[str]:
        """The steps whose result is missing or older than what it is made from."""
        langkah = [] if self._is_current("katalog") else ["katalog"]
        if not dev and not self._is_current("statis"):
            langkah.append("statis")
        if self.basis_lain or not self._is_current("basis"):
            langkah += ["basis", "contoh"]
        return langkah

    def _is_current(self, nama: str) -> bool:
        hasil, tanda = self._get_paths(nama)
        return hasil.exists() and stempel.is_current(tanda, stempel.get_sidik(nama))

    def stamp(self, langkah: list[str]) -> None:
        for nama in set(langkah) - {"contoh"}:
            stempel.write(self._get_paths(nama)[1], stempel.get_sidik(nama))

    def _get_paths(self, nama: str) -> tuple[Path, Path]:
        """What a step makes, and where its fingerprint is kept beside it."""
        statis = Path(os.environ.get("STATIC_ROOT") or stempel.AKAR / "staticfiles")
        mo = stempel.AKAR / "cms" / "locale" / "id" / "LC_MESSAGES"
        return {
            "katalog": (mo / "django.mo", mo / ".sidik"),
            "statis": (statis / "staticfiles.json", statis / ".sidik"),
            "basis": (self.path / "guyub.sqlite3", self.path / ".sidik"),
        }[nama]
