"""The supervisor: starts children, starts a dead one again, and ends all of them when it ends."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from cms.mesin import napas

TENGGANG = 3.0
SEHAT = 60.0
JEDA = (0.5, 1, 2, 4, 8, 15, 30)


class Gagal(Exception):
    """A child that the house cannot do without does not come up."""


@dataclass
class Anak:
    """One child process: its command, and how it has been doing."""

    nama: str
    perintah: list[str]
    penting: bool = False
    proses: subprocess.Popen | None = None
    gagal: int = 0
    mulai: float = 0.0
    lagi: float = 0.0
    pernah_siap: bool = False

    def is_alive(self) -> bool:
        return self.proses is not None and self.proses.poll() is None


@dataclass
class Penjaga:
    """Keeps `anak` alive until a signal comes. `tiap` is called on every round."""

    anak: list[Anak]
    env: dict[str, str]
    lapor: Callable[[str], None]
    tiap: Callable[[], None] = lambda: None
    berhenti: bool = False
    pipa: tuple[int, int] = field(default_factory=os.pipe)

    def watch(self) -> None:
        """Run until TERM, INT or HUP. Raises Gagal when an important child never comes up."""
        for tanda in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(tanda) is not signal.SIG_IGN:
                signal.signal(tanda, self._stop)
        try:
            while not self.berhenti:
                self._round()
                time.sleep(0.1)
        finally:
            self.end()

    def _stop(self, *_args: object) -> None:
        self.berhenti = True

    def _round(self) -> None:
        for anak in self.anak:
            if anak.proses and not anak.is_alive():
                self._bury(anak)
            if not anak.proses and time.monotonic() >= anak.lagi and not self.berhenti:
                self._start(anak)
        self.tiap()

    def _start(self, anak: Anak) -> None:
        """Each child leads a session of its own: a terminal's signals reach the supervisor alone."""
        anak.mulai = time.monotonic()
        anak.proses = subprocess.Popen(
            anak.perintah,
            env={**self.env, napas.NAPAS: str(self.pipa[0])},
            pass_fds=[self.pipa[0]],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _bury(self, anak: Anak) -> None:
        """Clear away what the dead child left, and say when it is started again."""
        assert anak.proses
        kill_group(anak.proses.pid, signal.SIGKILL)
        if time.monotonic() - anak.mulai > SEHAT:
            anak.gagal = 0
        jeda = JEDA[min(anak.gagal, len(JEDA) - 1)]
        anak.gagal += 1
        if anak.penting and not anak.pernah_siap and anak.gagal >= 3:
            raise Gagal(anak.nama)
        self.lapor(f"{anak.nama} berhenti ({anak.proses.returncode}), dimulai lagi dalam {jeda} dt")
        anak.proses, anak.lagi = None, time.monotonic() + jeda

    def restart(self, nama: str) -> None:
        """End a child politely; the next round starts it again at once."""
        for anak in self.anak:
            if anak.nama == nama and anak.proses:
                end_all([anak.proses])
                anak.proses, anak.lagi, anak.gagal = None, 0.0, 0

    def end(self) -> None:
        """TERM to all, three seconds of patience, then KILL to whole groups."""
        end_all([anak.proses for anak in self.anak if anak.proses])
        os.close(self.pipa[1])


def end_all(proses: list[subprocess.Popen]) -> None:
    for satu in proses:
        satu.terminate()
    batas = time.monotonic() + TENGGANG
    for satu in proses:
        with contextlib.suppress(subprocess.TimeoutExpired):
            satu.wait(max(0.0, batas - time.monotonic()))
        kill_group(satu.pid, signal.SIGKILL)
        satu.wait()


def kill_group(pgid: int, tanda: int) -> None:
    try:
        os.killpg(pgid, tanda)
    except (ProcessLookupError, PermissionError):
        return
