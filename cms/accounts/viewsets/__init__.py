"""Accounts and roles in the office. Wagtail's own pages for users and groups stay closed."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import keep_urlpatterns, without_riwayat

from .. import permissions
from ..forms import AkunBaruForm, AkunForm
from ..models import User
from . import tindakan
from .daftar import KOLOM, AkunFilter, AkunIndex
from .ubah import AkunCreate, AkunEdit

register_permission_policy(
    User,
    KebijakanIzin(
        User,
        boleh={
            "add": permissions.can_add_akun,
            "change": permissions.can_view_akun,
            "view": permissions.can_view_akun,
        },
        visible_to=permissions.visible_to,
    ),
    exact_class=True,
)


class AkunViewSet(ModelViewSet):
    model = User
    name = "akun"
    url_prefix = "akun"
    icon = "user"
    menu_label = _("Accounts")
    index_view_class = AkunIndex
    add_view_class = AkunCreate
    edit_view_class = AkunEdit
    create_template_name = "accounts/admin/baru.html"
    edit_template_name = "accounts/admin/akun.html"
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    filterset_class = AkunFilter
    search_fields = ["nama", "username", "email", "telepon"]
    list_per_page = 50
    list_display = KOLOM
    export_filename = "akun"

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return [
            *keep_urlpatterns(super().get_urlpatterns()),
            path("<int:pk>/nonaktif/", tindakan.deactivate_akun, name="nonaktif"),
            path("<int:pk>/aktif/", tindakan.reactivate_akun, name="aktif"),
            path("<int:pk>/surat/", tindakan.send_surat, name="surat"),
            path("<int:pk>/lepas/", tindakan.reset_dua_langkah, name="lepas"),
            path("<int:pk>/peran/", tindakan.give_peran, name="beri_peran"),
            path("<int:pk>/peran/<int:peran>/", tindakan.end_peran, name="akhiri_peran"),
        ]

    def get_form_class(self, for_update=False):
        return AkunForm if for_update else AkunBaruForm
