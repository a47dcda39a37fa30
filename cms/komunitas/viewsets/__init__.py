"""People, groups, offices and places in the office."""

from .akun import AkunWargaViewSet
from .anggota import AnggotaViewSet
from .jabatan import JabatanViewSet
from .ksm import KsmViewSet
from .wilayah import WilayahViewSet

__all__ = ["AkunWargaViewSet", "AnggotaViewSet", "JabatanViewSet", "KsmViewSet", "WilayahViewSet"]
