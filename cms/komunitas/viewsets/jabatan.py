"""Who holds which office of the BKM, and until when."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import ListingButton
from wagtail.permissions import register_permission_policy

from cms.core import waktu
from cms.core.izin import KebijakanIzin
from cms.core.kantor import (
    EksporMixin,
    LayananMixin,
    TanggalColumn,
    TindakanView,
    UbahMixin,
    keep_urlpatterns,
    without_riwayat,
)

from .. import permissions, services
from ..forms import HariForm, JabatanForm
from ..models import Jabatan
from .tolakan import KALIMAT

register_permission_policy(
    Jabatan,
    KebijakanIzin(
        Jabatan,
        boleh={
            "add": permissions.can_manage_jabatan,
            "change": permissions.can_manage_jabatan,
            "view": permissions.can_view_jabatan,
        },
        visible_to=permissions.visible_jabatan_to,
    ),
)


class JabatanFilter(WagtailFilterSet):
    unit = django_filters.ChoiceFilter(label=_("Unit"), choices=Jabatan.Unit.choices)
    berjalan = django_filters.BooleanFilter(label=_("Holds office today"), method="filter_berjalan")

    class Meta:
        model = Jabatan
        fields = ["unit", "berjalan"]

    def filter_berjalan(self, baris, _nama, nilai):
        return baris.berlaku() if nilai else baris.exclude(pk__in=baris.berlaku().values("pk"))


class JabatanIndex(EksporMixin, generic.IndexView):
    boleh_ekspor = staticmethod(permissions.can_manage_jabatan)

    def get_base_queryset(self):
        return permissions.visible_jabatan_to(self.request.user).select_related("anggota")

    def get_list_more_buttons(self, instance):
        terbuka = instance.sampai is None or instance.sampai >= waktu.hari_ini()
        if not terbuka or not permissions.can_manage_jabatan(self.request.user, instance):
            return []
        return [ListingButton(_("End it"), url=reverse("jabatan:akhiri", args=[instance.pk]))]


class JabatanCreate(LayananMixin, generic.CreateView):
    tolakan = KALIMAT

    def write(self, isi):
        return services.give_jabatan(actor=self.request.user, **isi)


class JabatanEdit(UbahMixin, generic.EditView):
    tolakan = KALIMAT

    def get_queryset(self):
        return permissions.visible_jabatan_to(self.request.user).select_related("anggota")

    def write(self, isi):
        del isi["anggota"]
        return services.update_jabatan(baris=self.object, actor=self.request.user, **isi)


class AkhiriJabatan(TindakanView):
    judul = tombol = _("End the office")
    penjelasan = _("The row stays as history; the public page shows who holds office today.")
    icon = "group"
    form_class = HariForm
    tolakan = KALIMAT
    kabar = _("The office has an end. Roles in the system are ended by themselves under Accounts.")
    visible_to = staticmethod(permissions.visible_jabatan_to)
    boleh = staticmethod(permissions.can_manage_jabatan)

    def write(self, isi):
        return services.end_jabatan(jabatan=self.objek, actor=self.request.user, **isi)

    def get_kembali(self):
        return reverse("jabatan:index")


class JabatanViewSet(ModelViewSet):
    model = Jabatan
    name = "jabatan"
    icon = "group"
    menu_label = _("Offices of the BKM")
    filterset_class = JabatanFilter
    index_view_class = JabatanIndex
    add_view_class = JabatanCreate
    edit_view_class = JabatanEdit
    copy_view_enabled = False
    search_fields = ["anggota__nama", "jabatan"]
    list_display = [
        "jabatan",
        Column("anggota", label=_("Person")),
        Column("get_unit_display", label=_("Unit"), sort_key="unit"),
        TanggalColumn("dari", label=_("From")),
        TanggalColumn("sampai", label=_("Until")),
    ]
    list_export = ["jabatan", "anggota", "get_unit_display", "dari", "sampai"]
    export_headings = {"get_unit_display": _("unit")}
    export_filename = "jabatan"

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        akhiri = path("<int:pk>/akhiri/", AkhiriJabatan.as_view(), name="akhiri")
        return [*keep_urlpatterns(super().get_urlpatterns()), akhiri]

    def get_form_class(self, for_update=False):
        return JabatanForm
