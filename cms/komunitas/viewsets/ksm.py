"""Self-help groups and their members."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import (
    EksporMixin,
    LayananMixin,
    TanggalColumn,
    keep_urlpatterns,
    without_riwayat,
)

from .. import permissions, selectors, services
from ..forms import KsmForm
from ..models import Ksm
from .keanggotaan import AkhiriKsm, GantiTugas, KeluarKsm, MasukKsm
from .tolakan import KALIMAT

register_permission_policy(
    Ksm,
    KebijakanIzin(
        Ksm,
        boleh={
            "add": permissions.can_manage_ksm,
            "change": permissions.can_view_ksm,
            "view": permissions.can_view_ksm,
        },
        visible_to=permissions.visible_ksm_to,
    ),
)


class KsmFilter(WagtailFilterSet):
    berakhir = django_filters.BooleanFilter(
        label=_("Ended"), field_name="berakhir_pada", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Ksm
        fields = ["berakhir"]


class KsmIndex(EksporMixin, generic.IndexView):
    boleh_ekspor = staticmethod(permissions.can_manage_ksm)

    def get_base_queryset(self):
        terbuka = Count("keanggotaan", filter=Q(keanggotaan__sampai__isnull=True))
        semua = permissions.visible_ksm_to(self.request.user).annotate(banyak=terbuka)
        diminta = self.request.GET.get("berakhir") == "true"
        return (semua if diminta else semua.aktif()).select_related("wilayah").order_by("nama")


class KsmCreate(LayananMixin, generic.CreateView):
    tolakan = KALIMAT

    def write(self, isi):
        return services.create_ksm(actor=self.request.user, **isi)

    def get_success_url(self):
        return reverse("ksm:edit", args=[self.object.pk])


class KsmEdit(LayananMixin, generic.EditView):
    """Readers see the page without the form."""

    tolakan = KALIMAT

    def get_queryset(self):
        return permissions.visible_ksm_to(self.request.user)

    def write(self, isi):
        return services.update_ksm(ksm=self.object, actor=self.request.user, **isi)

    def get_success_url(self):
        return reverse("ksm:edit", args=[self.object.pk])

    def post(self, request, *args, **kwargs):
        if not permissions.can_manage_ksm(request.user, self.get_object()):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        boleh = permissions.can_manage_ksm(self.request.user, self.object)
        return {
            **super().get_context_data(**kwargs),
            "keanggotaan": selectors.list_keanggotaan(self.object),
            "boleh_ubah": boleh and not self.object.berakhir_pada,
        }


class KsmViewSet(ModelViewSet):
    model = Ksm
    name = "ksm"
    icon = "group"
    menu_label = _("Self-help groups (KSM)")
    filterset_class = KsmFilter
    index_view_class = KsmIndex
    add_view_class = KsmCreate
    edit_view_class = KsmEdit
    edit_template_name = "komunitas/admin/ksm.html"
    copy_view_enabled = False
    search_fields = ["nama"]
    list_per_page = 50
    list_display = [
        "nama",
        Column("banyak", label=_("Members"), sort_key="banyak"),
        Column("wilayah", label=_("Place")),
        TanggalColumn("berdiri_pada", label=_("Founded on")),
    ]
    list_export = ["nama", "banyak", "wilayah", "berdiri_pada", "berakhir_pada"]
    export_headings = {"banyak": _("Members")}
    export_filename = "ksm"

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return [
            *keep_urlpatterns(super().get_urlpatterns()),
            path("<int:pk>/akhiri/", AkhiriKsm.as_view(), name="akhiri"),
            path("<int:pk>/masuk/", MasukKsm.as_view(), name="masuk"),
            path("<int:pk>/keluar/<uuid:uuid>/", KeluarKsm.as_view(), name="keluar"),
            path("<int:pk>/tugas/<uuid:uuid>/", GantiTugas.as_view(), name="tugas"),
        ]

    def get_form_class(self, for_update=False):
        return KsmForm
