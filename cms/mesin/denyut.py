"""Parts of a Celery worker: the clock inside it, and a file that proves it is alive."""

import os
from pathlib import Path

from celery import bootsteps
from celery.beat import EmbeddedService, PersistentScheduler

from cms.mesin.berkas_denyut import get_berkas, is_wanted

TIAP = 10.0


class Denyut(bootsteps.StartStopStep):
    """Touches the file every ten seconds from the worker's own timer, in containers only."""

    requires = {"celery.worker.components:Timer"}

    def __init__(self, worker, **kwargs):
        super().__init__(worker, **kwargs)
        self.enabled = is_wanted()

    def start(self, worker):
        get_berkas("worker").touch()
        worker.timer.call_repeatedly(TIAP, get_berkas("worker").touch)


class BeatDalam(bootsteps.StartStopStep):
    """Beat as a thread of the one embedded worker: no third process, no forked copy of the house."""

    def __init__(self, worker, **kwargs):
        super().__init__(worker, **kwargs)
        self.enabled = os.environ.get("GUYUB_BEAT") == "dalam"
        self.beat = None

    def start(self, worker):
        self.beat = EmbeddedService(worker.app, thread=True)
        self.beat.daemon = True
        self.beat.start()

    def stop(self, worker):
        if self.beat:
            self.beat.stop()


class Jadwal(PersistentScheduler):
    """The schedule remembers across restarts what ran when, so a daily task missed at night is made up."""

    def setup_schedule(self):
        Path(self.schedule_filename).parent.mkdir(parents=True, exist_ok=True)
        super().setup_schedule()

    def tick(self, *args, **kwargs):
        if is_wanted():
            get_berkas("beat").touch()
        return super().tick(*args, **kwargs)
