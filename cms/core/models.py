"""Gathers the slices of core for Django, which looks only here."""

from .antrean.models import EntriTinjau
from .batas.models import Batas
from .berkas.models import Berkas
from .halaman.pages import BasePage
from .jejak import triggers as _jejak_triggers  # noqa: F401
from .jejak.models import Jejak
from .ketentuan import triggers as _ketentuan_triggers  # noqa: F401
from .ketentuan.models import Ketentuan
from .kiriman.models import Kiriman
from .media.models import Dokumen, Gambar, Rendisi
from .setelan.models import SetelanBkm

__all__ = [
    "BasePage",
    "Batas",
    "Berkas",
    "Dokumen",
    "EntriTinjau",
    "Gambar",
    "Jejak",
    "Ketentuan",
    "Kiriman",
    "Rendisi",
    "SetelanBkm",
]
