"""The processes of the house, by name: `python -m cms.mesin.proses web|worker|beat`.

The same three commands run under `make run` and in the containers.
"""

import os
import sys
import warnings

from cms.mesin import napas


def run_web() -> None:
    """One granian process serving WSGI; `GUYUB_ALAMAT`, `PORT`, `GUYUB_PROSES_WEB`, `GUYUB_UTAS`."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        "cms.wsgi:application",
        address=os.environ.get("GUYUB_ALAMAT", "127.0.0.1"),
        port=int(os.environ.get("PORT", "8000")),
        interface=Interfaces.WSGI,
        websockets=False,
        workers=int(os.environ.get("GUYUB_PROSES_WEB", "1")),
        blocking_threads=int(os.environ.get("GUYUB_UTAS", "4")),
        runtime_blocking_threads=4,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=2,
    ).serve()


def run_worker() -> None:
    """Celery with a thread pool; `GUYUB_BEAT=dalam` keeps the clock inside it."""
    from cms.celery import app

    app.worker_main(
        [
            "--quiet",
            "worker",
            "--pool=threads",
            f"--concurrency={os.environ.get('GUYUB_UTAS_KERJA', '2')}",
            "--loglevel=WARNING",
            "--without-gossip",
            "--without-mingle",
            "--without-heartbeat",
        ]
    )


def run_beat() -> None:
    """The clock on its own, where several workers share Redis."""
    from cms.celery import app

    app.start(["--quiet", "beat", "--loglevel=WARNING", "--pidfile="])


PROSES = {"web": run_web, "worker": run_worker, "beat": run_beat}


def main(nama: str) -> None:
    warnings.filterwarnings("ignore", message=".*superuser privileges")
    os.environ["GUYUB_PROSES"] = nama
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.lokal")
    napas.watch()
    PROSES[nama]()


if __name__ == "__main__":
    main(sys.argv[1])
