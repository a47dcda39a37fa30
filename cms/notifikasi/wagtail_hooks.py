"""Where the office finds the outbox."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import permissions
from .viewsets import PesanViewSet


@hooks.register("register_admin_viewset")
def register_pesan():
    return PesanViewSet()


class PesanMenu(MenuItem):
    def is_shown(self, request):
        return permissions.can_view_pesan(request.user)


@hooks.register("register_admin_menu_item")
def register_menu():
    return PesanMenu(_("Messages"), reverse("pesan:index"), icon_name="mail", order=900)
