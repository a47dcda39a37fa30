"""Names of files: what is kept of them can be stored and opened on any machine."""

import re
import unicodedata
from pathlib import PurePosixPath

TERLARANG = re.compile(r"(?i)con|prn|aux|nul|com\d|lpt\d")  # names of devices on Windows


def clean_nama(nama: str, akhiran: str) -> str:
    """The last part of a path, letters and digits only, with the ending that the content has."""
    dasar = PurePosixPath(str(nama).replace("\\", "/")).name.rsplit(".", 1)[0]
    polos = unicodedata.normalize("NFKD", dasar).encode("ascii", "ignore").decode()
    bersih = re.sub(r"[^A-Za-z0-9]+", "-", polos)[:80].strip("-") or "berkas"
    return (f"berkas-{bersih}" if TERLARANG.fullmatch(bersih) else bersih) + akhiran
