"""Where the office finds the rooms of aset."""

from wagtail import hooks

from .inventaris.viewsets import BarangViewSet


@hooks.register("register_admin_viewset")
def register_barang():
    return BarangViewSet()
