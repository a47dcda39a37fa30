"""Static files under hashed names; only the few public ones are compressed ahead of time.

Compressing all of the admin's files takes most of a minute and serves nobody on a slow line.
"""

import gzip
from pathlib import Path

import brotli
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

UMUM = "guyub/"
TEKS = {".css", ".js", ".svg", ".json", ".webmanifest"}


class StatisStorage(ManifestStaticFilesStorage):
    """Hashed names from the manifest; before the first collectstatic, plain names."""

    def stored_name(self, name):
        return super().stored_name(name) if self.hashed_files else name

    def post_process(self, paths, dry_run=False, **options):
        for nama, nama_sidik, hasil in super().post_process(paths, dry_run=dry_run, **options):
            if not dry_run and isinstance(nama_sidik, str) and nama.startswith(UMUM):
                compress(Path(self.path(nama_sidik)))
            yield nama, nama_sidik, hasil


def compress(path: Path) -> None:
    """Write .gz and .br beside a text file, for WhiteNoise to choose from."""
    if path.suffix in TEKS:
        isi = path.read_bytes()
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(isi, 9, mtime=0))
        path.with_name(path.name + ".br").write_bytes(brotli.compress(isi, quality=11))
