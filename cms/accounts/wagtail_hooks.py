"""Where the office finds accounts and roles."""

from wagtail import hooks

from .viewsets import AkunViewSet


@hooks.register("register_admin_viewset")
def register_akun():
    return AkunViewSet()
