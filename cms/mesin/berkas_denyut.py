"""Where a worker or beat shows that it is alive; only containers set `GUYUB_DENYUT`, a folder."""

import os
from pathlib import Path

FOLDER = "GUYUB_DENYUT"


def is_wanted() -> bool:
    return bool(os.environ.get(FOLDER))


def get_berkas(nama: str) -> Path:
    """The file whose age tells a health check how `nama` is doing."""
    return Path(os.environ.get(FOLDER) or "/tmp") / f"guyub-denyut-{nama}"
