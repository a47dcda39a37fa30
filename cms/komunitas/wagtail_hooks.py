"""The office's menu group of people: who they are, how they get in, and in which groups."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from cms.accounts.viewsets.perangkat import PerangkatViewSet

from .pilih import anggota_chooser
from .tautan.viewsets import TautanPribadiViewSet
from .viewsets import AkunWargaViewSet, AnggotaViewSet, JabatanViewSet, KsmViewSet, WilayahViewSet


class WargaGroup(ViewSetGroup):
    menu_label = _("Residents")
    menu_icon = "user"
    menu_order = 600
    items = (
        AnggotaViewSet,
        AkunWargaViewSet,
        PerangkatViewSet,
        KsmViewSet,
        JabatanViewSet,
        WilayahViewSet,
        TautanPribadiViewSet,
    )


@hooks.register("register_admin_viewset")
def register_warga():
    return [WargaGroup(), anggota_chooser]
