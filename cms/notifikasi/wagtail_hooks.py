"""Where the office finds the outbox."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import permissions
from .viewsets import PesanViewSet, SuratViewSet


@hooks.register("register_admin_viewset")
def register_pesan():
    return [PesanViewSet(), SuratViewSet()]


class IzinMenu(MenuItem):
    """An entry for whoever `boleh` says."""

    def __init__(self, *args, boleh, **kwargs):
        super().__init__(*args, **kwargs)
        self.boleh = boleh

    def is_shown(self, request):
        return self.boleh(request.user)


@hooks.register("register_admin_menu_item")
def register_menu():
    return IzinMenu(
        _("Messages"),
        reverse("pesan:index"),
        icon_name="mail",
        order=900,
        boleh=permissions.can_view_pesan,
    )


@hooks.register("register_admin_menu_item")
def register_menu_surat():
    return IzinMenu(
        _("Letters (sample)"),
        reverse("surat:index"),
        icon_name="mail",
        order=901,
        boleh=permissions.can_view_surat,
    )
