"""The village, its hamlets, RW and RT."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import LayananMixin, UbahMixin, keep_urlpatterns, without_riwayat

from .. import permissions, services
from ..forms import WilayahForm
from ..models import Wilayah
from .tolakan import KALIMAT

register_permission_policy(
    Wilayah,
    KebijakanIzin(
        Wilayah,
        boleh=dict.fromkeys(("add", "change", "view"), permissions.can_manage_wilayah),
        visible_to=permissions.visible_wilayah_to,
    ),
)


class WilayahIndex(generic.IndexView):
    def get_base_queryset(self):
        return permissions.visible_wilayah_to(self.request.user).select_related("induk")


class WilayahCreate(LayananMixin, generic.CreateView):
    tolakan = KALIMAT

    def write(self, isi):
        return services.create_wilayah(actor=self.request.user, **isi)


class WilayahEdit(UbahMixin, generic.EditView):
    tolakan = KALIMAT

    def get_queryset(self):
        return permissions.visible_wilayah_to(self.request.user)

    def write(self, isi):
        return services.update_wilayah(wilayah=self.object, actor=self.request.user, **isi)


class WilayahViewSet(ModelViewSet):
    model = Wilayah
    name = "wilayah"
    icon = "site"
    menu_label = _("Places")
    index_view_class = WilayahIndex
    add_view_class = WilayahCreate
    edit_view_class = WilayahEdit
    copy_view_enabled = False
    search_fields = ["nama"]
    list_per_page = 100
    list_display = [
        "nama",
        Column("get_jenis_display", label=_("Kind"), sort_key="jenis"),
        Column("induk", label=_("Part of")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return WilayahForm
