"""Kinds of messages. A room registers its kinds; people may switch off those that are not needed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Jenis:
    """`wajib` kinds concern a duty or one's own matter and cannot be switched off; what is `rahasia`
    carries a key (a link to a new password) and is shown to nobody but its recipient. `tombol` is
    what the button says that leads to the matter."""

    kode: str
    judul: str
    wajib: bool = True
    rahasia: bool = False
    tombol: str = ""


_jenis: dict[str, Jenis] = {}


def register_jenis(
    kode: str, judul: str, *, wajib: bool = True, rahasia: bool = False, tombol: str = ""
) -> None:
    """Make a kind known; called in `AppConfig.ready`. `judul` and `tombol` are lazy translations."""
    _jenis[kode] = Jenis(kode, judul, wajib, rahasia, tombol)


def get_jenis(kode: str) -> Jenis:
    """The kind; one that no room registered counts as needed."""
    return _jenis.get(kode) or Jenis(kode, kode)


def get_pilihan() -> list[Jenis]:
    """Kinds that people may switch off."""
    return sorted((j for j in _jenis.values() if not j.wajib), key=lambda j: j.kode)


def get_rahasia() -> list[str]:
    """Codes of the kinds that the office may not read."""
    return [j.kode for j in _jenis.values() if j.rahasia]
