"""Fingerprints of what a start depends on, so that a second start does only what has changed."""

import hashlib
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
KUNCI = "requirements.lock"
RUANG = ("cms", "home", "pelatihan", "musyawarah", "aset", "templates")
POLA = {
    "katalog": ("cms/locale/id/*.po", "cms/core/katalog.py"),
    "statis": ("*/static/**/*", "cms/*/static/**/*", "cms/core/statis.py", KUNCI),
    "basis": ("*/migrations/*.py", "cms/*/migrations/*.py", KUNCI),
    "contoh": (
        "cms/demo/**/*",
        "*/*/data/**/*",
        "*/migrations/*.py",
        "cms/*/migrations/*.py",
        "pyproject.toml",
    ),
}


def get_sidik(nama: str) -> str:
    """The fingerprint of everything that the step `nama` reads."""
    sidik = hashlib.sha256()
    for path in _find(POLA[nama]):
        sidik.update(str(path.relative_to(AKAR)).encode() + b"\0")
        sidik.update(hashlib.sha256(path.read_bytes()).digest())
    return sidik.hexdigest()


def _find(pola: tuple[str, ...]) -> list[Path]:
    return sorted({p for satu in pola for p in AKAR.glob(satu) if _counts(p)})


def _counts(path: Path) -> bool:
    bagian = path.relative_to(AKAR).parts
    boleh = len(bagian) == 1 or bagian[0] in RUANG
    return boleh and path.is_file() and "__pycache__" not in bagian


def is_current(tanda: Path, sidik: str) -> bool:
    return tanda.is_file() and tanda.read_text() == sidik


def write(tanda: Path, sidik: str) -> None:
    tanda.parent.mkdir(parents=True, exist_ok=True)
    tanda.write_text(sidik)
