"""A child ends when the supervisor does, however that came about.

The supervisor holds the writing end of a pipe and never writes; its end closes with it, even after
kill -9. Every process of the house that inherited the reading end sees that and goes.
"""

import os
import signal
import threading
import time

NAPAS = "GUYUB_NAPAS"
TENGGANG = 3.0


def watch() -> None:
    """Start watching the pipe named by the environment; without one this does nothing."""
    fd = os.environ.get(NAPAS)
    if fd:
        threading.Thread(target=_wait, args=(int(fd),), name="napas", daemon=True).start()


def _wait(fd: int) -> None:
    try:
        while os.read(fd, 1):
            pass
    except OSError:
        return
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(TENGGANG)
    os.killpg(os.getpgid(0), signal.SIGKILL)


def follow_parent() -> None:
    """Ask Linux for a TERM when the parent dies (the supervisor under a killed `make`)."""
    import ctypes

    induk = os.getppid()
    try:
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    except (OSError, AttributeError):
        return
    if os.getppid() != induk:
        os.kill(os.getpid(), signal.SIGTERM)
