"""Gathers the slices of home for Django, which looks only here."""

from .agenda.pages import AcaraPage, AgendaIndexPage
from .beranda.pages import BerandaPage
from .berita.models import BeritaBertanda, KategoriBerita, TandaBerita
from .berita.pages import BeritaIndexPage, BeritaPage
from .halaman.pages import HalamanPage, KontakPage, LayananPage, NekKananePage, TentangPage
from .redaksi.models import TinjauanSusulan, TinjauTask
from .transparansi.models import Laporan
from .transparansi.pages import TransparansiPage

__all__ = [
    "AcaraPage",
    "AgendaIndexPage",
    "BerandaPage",
    "BeritaBertanda",
    "BeritaIndexPage",
    "BeritaPage",
    "HalamanPage",
    "KategoriBerita",
    "KontakPage",
    "Laporan",
    "LayananPage",
    "NekKananePage",
    "TandaBerita",
    "TentangPage",
    "TinjauTask",
    "TinjauanSusulan",
    "TransparansiPage",
]
