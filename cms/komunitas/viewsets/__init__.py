"""People, groups, offices and places in the office."""

from .anggota import AnggotaViewSet
from .jabatan import JabatanViewSet
from .ksm import KsmViewSet
from .wilayah import WilayahViewSet

__all__ = ["AnggotaViewSet", "JabatanViewSet", "KsmViewSet", "WilayahViewSet"]
