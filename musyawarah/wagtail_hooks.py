"""The office's menu group of this room."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from .aspirasi.viewsets import AspirasiViewSet
from .rembug import permissions
from .rembug.blocks import keputusan_chooser
from .rembug.viewsets import KeputusanViewSet, KetentuanViewSet, RembugViewSet


class IzinMenuItem(MenuItem):
    """An entry for whoever may read settings."""

    def is_shown(self, request):
        return permissions.can_view_ketentuan(request.user)


class KetentuanDiMenu(KetentuanViewSet):
    @property
    def menu_item_class(self):
        return IzinMenuItem


class MusyawarahGroup(ViewSetGroup):
    menu_label = _("Deliberation")
    menu_icon = "group"
    menu_order = 200
    items = (RembugViewSet, KeputusanViewSet, AspirasiViewSet, KetentuanDiMenu)


@hooks.register("register_admin_viewset")
def register_musyawarah():
    return [MusyawarahGroup(), keputusan_chooser]
