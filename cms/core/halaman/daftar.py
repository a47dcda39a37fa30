"""Index pages that a new site starts with: rooms register theirs, home builds the tree."""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page

Buat = Callable[..., Page]


@dataclass(frozen=True)
class HalamanAwal:
    """`buat(title=…, slug=…)` gives an unsaved page; a page class will do."""

    urutan: int
    slug: str
    judul: str
    buat: Buat
    di_menu: bool = False


_daftar: dict[str, HalamanAwal] = {}


def register_halaman_awal(
    urutan: int, slug: str, judul: str, buat: Buat, *, di_menu: bool = False
) -> None:
    """Called in `AppConfig.ready`. `judul` is content, so Indonesian as it stands."""
    _daftar[slug] = HalamanAwal(urutan, slug, judul, buat, di_menu)


def get_halaman_awal() -> list[HalamanAwal]:
    return sorted(_daftar.values(), key=lambda h: (h.urutan, h.slug))
