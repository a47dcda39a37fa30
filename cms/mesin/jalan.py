"""`make run` and `make dev`: prepare what has changed, then keep the house running."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

from cms.mesin import napas
from cms.mesin.folder import Folder
from cms.mesin.halangan import Halangan, check_port
from cms.mesin.papan import get_papan
from cms.mesin.penjaga import Anak, Gagal, Penjaga
from cms.mesin.stempel import AKAR

PY = [sys.executable, "-m"]


def main(argumen: list[str]) -> int:
    try:
        return run(dev="--dev" in argumen)
    except Halangan as halangan:
        print(f"Guyub: {halangan}", file=sys.stderr)
        return 1


def run(*, dev: bool) -> int:
    """Everything from the first check to the last goodbye. Raises Halangan."""
    if os.environ.get("MAKELEVEL"):
        napas.follow_parent()
    port = check_port(os.environ.get("PORT") or "8000")
    env = get_env(port, dev=dev)
    with Folder.open(env) as folder:
        folder.set_aside_old_sample()
        take_steps(folder.find_langkah(dev=dev), env, folder)
        return watch(get_anak(env, dev=dev), env, folder, port, dev=dev)


def get_env(port: int, *, dev: bool) -> dict[str, str]:
    """What every process of this house gets to know."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("DJANGO_SETTINGS_MODULE", f"cms.settings.{'dev' if dev else 'lokal'}")
    # With TLS people come through a proxy on the port of TLS, never to ours.
    situs = "https://127.0.0.1" if env.get("TLS") == "1" else f"http://127.0.0.1:{port}"
    env.setdefault("ALAMAT_SITUS", situs)
    env["PORT"] = str(port)
    env["PYTHONPATH"] = str(AKAR)
    # Threads share one arena: they take turns anyway. A fixed threshold gives back what compressing
    # the first pages took (15 to 40 MB).
    env.setdefault("MALLOC_ARENA_MAX", "1")
    env.setdefault("MALLOC_TRIM_THRESHOLD_", "131072")
    env["GUYUB_DATA"] = str(Folder.locate(env))
    if not env.get("REDIS_URL"):
        env["GUYUB_BEAT"] = "dalam"
    return env


def take_steps(langkah: list[str], env: dict[str, str], folder: Folder) -> None:
    """Run the steps that are due, in one process. Raises Halangan if one fails."""
    if not langkah:
        return
    if subprocess.run([*PY, "cms.mesin.langkah", *langkah], env=env, cwd=AKAR).returncode:
        raise Halangan("persiapan gagal, lihat pesan di atas.")
    folder.stamp(langkah)


def get_anak(env: dict[str, str], *, dev: bool) -> list[Anak]:
    """One web process and one worker; with Redis the clock is a process of its own."""
    web = [*PY, "cms.mesin.proses", "web"]
    if dev:
        web = [sys.executable, str(AKAR / "manage.py"), "runserver", f"127.0.0.1:{env['PORT']}"]
    anak = [Anak("web", web, penting=True), Anak("worker", [*PY, "cms.mesin.proses", "worker"])]
    if env.get("REDIS_URL"):
        anak.append(Anak("beat", [*PY, "cms.mesin.proses", "beat"]))
    return anak


def watch(anak: list[Anak], env: dict[str, str], folder: Folder, port: int, *, dev: bool) -> int:
    siap = Pintu(port, anak[0], get_papan(port, env, folder.path))
    penjaga = Penjaga(anak, env, lapor=_say, tiap=siap.look)
    if dev:
        from cms.mesin.pantau import Pantau

        penjaga.tiap = Pantau(penjaga, siap.look).look
    try:
        penjaga.watch()
    except Gagal as gagal:
        raise Halangan(f"{gagal} tidak dapat dimulai, lihat pesan di atas.") from None
    return 0


class Pintu:
    """Waits for the web process to answer, then puts up the sign with address and log-ins."""

    def __init__(self, port: int, web: Anak, papan: str):
        self.alamat = f"http://127.0.0.1:{port}/healthz"
        self.web, self.papan = web, papan
        self.lagi = time.monotonic() + 0.5

    def look(self) -> None:
        if self.web.pernah_siap or time.monotonic() < self.lagi:
            return
        self.lagi = time.monotonic() + 0.3
        if self.web.is_alive() and is_answering(self.alamat):
            self.web.pernah_siap = True
            print(self.papan, flush=True)


def is_answering(alamat: str) -> bool:
    """Any HTTP answer counts, a redirect to https included."""
    try:
        urllib.request.urlopen(alamat, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def _say(kata: str) -> None:
    print(f"Guyub: {kata}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
