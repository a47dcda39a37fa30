"""Where the office finds what this room brings."""

from wagtail import hooks

from .tautan.viewsets import TautanPribadiViewSet


@hooks.register("register_admin_viewset")
def register_tautan():
    return TautanPribadiViewSet()
