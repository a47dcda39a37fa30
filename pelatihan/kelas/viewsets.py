"""Classes and sessions in the office; the work on one class goes on on its own page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import (
    EksporMixin,
    LayananMixin,
    TanggalColumn,
    UbahMixin,
    keep_urlpatterns,
    without_riwayat,
)

from ..peserta.models import Angkatan
from ..peserta.services import KursusBelumTerbit
from . import permissions, services
from .forms import ISI_ANGKATAN, AngkatanBaruForm, AngkatanUbahForm

register_permission_policy(
    Angkatan,
    KebijakanIzin(
        Angkatan,
        boleh={
            "add": permissions.can_add_angkatan,
            "change": permissions.can_change_angkatan,
            "view": permissions.can_view_angkatan,
        },
        visible_to=permissions.visible_to,
    ),
    exact_class=True,
)


class AngkatanIndex(EksporMixin, IndexView):
    boleh_ekspor = staticmethod(permissions.can_view_angkatan)

    def get_base_queryset(self):
        return permissions.visible_to(self.request.user)


class AngkatanCreate(LayananMixin, CreateView):
    tolakan = {KursusBelumTerbit: _("This course has not been published yet.")}

    def write(self, isi):
        return services.create_angkatan(
            kursus_kunci=isi["kursus"],
            pengampu=isi["pengampu"],
            actor=self.request.user,
            **{nama: isi[nama] for nama in ISI_ANGKATAN},
        )


class AngkatanEdit(UbahMixin, EditView):
    tolakan = {services.AngkatanTutup: _("This class has ended or was cancelled.")}

    def write(self, isi):
        return services.update_angkatan(
            angkatan=Angkatan.objects.get(pk=self.object.pk),
            pengampu=isi["pengampu"],
            actor=self.request.user,
            **{nama: isi[nama] for nama in ISI_ANGKATAN},
        )


class AngkatanViewSet(ModelViewSet):
    model = Angkatan
    name = "angkatan"
    url_prefix = "angkatan"
    icon = "group"
    menu_label = _("Classes")
    index_view_class = AngkatanIndex
    add_view_class = AngkatanCreate
    edit_view_class = AngkatanEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    list_filter = ["status"]
    search_fields = ["nama"]
    list_display = [
        "nama",
        Column("get_status_display", label=_("State"), sort_key="status"),
        TanggalColumn("dari", label=_("From"), sort_key="dari"),
        TanggalColumn("sampai", label=_("Until")),
        Column("kapasitas", label=_("Seats")),
        TitleColumn(
            "halaman",
            label=_("Page"),
            accessor=lambda a: _("Learners and roll call"),
            get_url=lambda a: reverse("kelas:show_kelas", args=[a.uuid]),
        ),
    ]
    list_export = ["nama", "get_status_display", "dari", "sampai", "tempat", "kapasitas"]
    export_headings = {"get_status_display": _("State")}
    export_filename = "kelas"

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_form_class(self, for_update=False):
        return AngkatanUbahForm if for_update else AngkatanBaruForm
