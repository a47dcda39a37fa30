"""Meetings in the office."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import TanggalColumn, keep_urlpatterns, without_riwayat

from .. import permissions, selectors, services
from ..forms import RembugForm
from ..models import Rembug
from .tolakan import SimpanMixin

register_permission_policy(
    Rembug,
    KebijakanIzin(
        Rembug,
        boleh={
            "add": permissions.can_add_rembug,
            "change": permissions.can_view_rembug,
            "view": permissions.can_view_rembug,
        },
        visible_to=permissions.visible_rembug,
    ),
)


class RembugFilter(WagtailFilterSet):
    jenis = django_filters.ChoiceFilter(label=_("Kind"), choices=Rembug.Jenis.choices)
    tanggal = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)

    class Meta:
        model = Rembug
        fields = ["jenis"]


class RembugIndexView(generic.IndexView):
    def get_base_queryset(self):
        return permissions.visible_rembug(self.request.user)


class RembugCreateView(SimpanMixin, generic.CreateView):
    def write(self, isi):
        return services.create_rembug(actor=self.request.user, **isi)

    def get_success_url(self):
        """The meeting itself: its decisions are drafted there."""
        return self.get_edit_url()


class RembugEditView(SimpanMixin, generic.EditView):
    def get_queryset(self):
        return permissions.visible_rembug(self.request.user)

    def write(self, isi):
        if not permissions.can_change_rembug(self.request.user, self.object):
            raise PermissionDenied
        return services.update_rembug(rembug=self.object, actor=self.request.user, **isi)

    def get_success_url(self):
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "terkunci": services.is_terkunci(self.object)
            or not permissions.can_change_rembug(self.request.user),
            "hadir": selectors.get_hadir(self.object, self.object.jenis),
            "daftar_keputusan": self.object.keputusan.all(),
            "boleh_susun": permissions.can_add_keputusan(self.request.user),
        }


class RembugViewSet(ModelViewSet):
    model = Rembug
    name = "rembug"
    icon = "group"
    menu_label = _("Meetings")
    filterset_class = RembugFilter
    index_view_class = RembugIndexView
    add_view_class = RembugCreateView
    edit_view_class = RembugEditView
    edit_template_name = "musyawarah/admin/rembug.html"
    copy_view_enabled = False
    search_fields = ["judul", "tempat"]
    list_display = [
        TitleColumn(
            "judul", label=_("Subject"), get_url=lambda r: reverse("rembug:edit", args=[r.pk])
        ),
        Column("get_jenis_display", label=_("Kind")),
        TanggalColumn("tanggal", label=_("Date")),
        Column("hadir", label=_("Present")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return RembugForm
