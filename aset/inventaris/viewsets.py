"""The inventory in the office: list with filters and exports, entering, changing, labels."""

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin

from . import exports, permissions, services
from .forms import BarangForm
from .models import Barang

KEBIJAKAN = KebijakanIzin(
    Barang,
    boleh={
        "add": permissions.can_manage_barang,
        "change": permissions.can_manage_barang,
        "view": permissions.can_view_barang,
    },
    visible_to=permissions.visible_to,
)
register_permission_policy(Barang, KEBIJAKAN, exact_class=True)
LABEL_TERBANYAK = 240


class BarangFilter(WagtailFilterSet):
    jenis = django_filters.ChoiceFilter(label=_("Kind"), choices=Barang.Jenis.choices)
    kondisi = django_filters.ChoiceFilter(label=_("Condition"), choices=Barang.Kondisi.choices)
    sumber_dana = django_filters.ChoiceFilter(
        label=_("Paid from"), choices=Barang.SumberDana.choices
    )
    di_luar = django_filters.BooleanFilter(
        label=_("In somebody's hands"), field_name="pemegang", lookup_expr="isnull", exclude=True
    )
    berakhir = django_filters.BooleanFilter(
        label=_("No longer owned"), field_name="berakhir_pada", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Barang
        fields = ["jenis", "kondisi", "sumber_dana", "di_luar", "berakhir"]


class BarangIndex(IndexView):
    """Also gives the label sheet of what is filtered."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("pemegang")

    @property
    def header_more_buttons(self):
        alamat = f"{reverse('barang:label')}?{self.request.GET.urlencode()}"
        label = HeaderButton(_("Print QR labels"), url=alamat, icon_name="print")
        return [*super().header_more_buttons, label]


class _Simpan:
    """Saving goes through the services, which number, audit and refuse."""

    def _store_foto(self, barang):
        berkas = self.form.cleaned_data.get("foto_baru")
        if berkas:
            services.set_foto(barang=barang, unggahan=berkas, actor=self.request.user)
        return barang

    def _get_isian(self) -> dict:
        return {n: self.form.cleaned_data[n] for n in services.ISIAN}


class BarangCreate(_Simpan, CreateView):
    def save_instance(self):
        return self._store_foto(
            services.create_barang(actor=self.request.user, **self._get_isian())
        )


class BarangEdit(_Simpan, EditView):
    def save_instance(self):
        barang = Barang.objects.get(pk=self.object.pk)
        return self._store_foto(
            services.update_barang(barang=barang, actor=self.request.user, **self._get_isian())
        )


def print_label(request):
    """The A4 sheet of QR labels for the filtered things, up to 240."""
    if not permissions.can_manage_barang(request.user):
        raise PermissionDenied
    dilihat = permissions.visible_to(request.user).filter(berakhir_pada__isnull=True)
    barang = list(BarangFilter(request.GET, queryset=dilihat, request=request).qs[:LABEL_TERBANYAK])
    if not barang:
        messages.error(request, _("There is nothing to print a label for."))
    jawab = HttpResponse(exports.build_label(barang), content_type="application/pdf")
    jawab["Content-Disposition"] = 'inline; filename="label-barang.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab


class BarangViewSet(ModelViewSet):
    model = Barang
    name = "barang"
    url_prefix = "barang"
    icon = "clipboard-list"
    menu_label = _("Things")
    menu_order = 500
    add_to_admin_menu = True
    index_view_class = BarangIndex
    add_view_class = BarangCreate
    edit_view_class = BarangEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    filterset_class = BarangFilter
    search_fields = ["nomor", "nama", "letak"]
    list_per_page = 50
    list_display = [
        "nomor",
        "nama",
        Column("get_jenis_display", label=_("Kind"), sort_key="jenis"),
        "letak",
        Column("get_kondisi_display", label=_("Condition"), sort_key="kondisi"),
        Column("pemegang", label=_("Held by"), accessor=lambda b: b.pemegang or _("BKM store")),
    ]
    list_export = [
        "nomor",
        "nama",
        "get_jenis_display",
        "letak",
        "get_kondisi_display",
        "nilai",
        "get_sumber_dana_display",
        "diperoleh_pada",
        "pemegang",
        "berakhir_pada",
    ]
    export_headings = {
        "get_jenis_display": _("Kind"),
        "get_kondisi_display": _("Condition"),
        "get_sumber_dana_display": _("Paid from"),
    }
    export_filename = "inventaris"
    panels = [
        FieldPanel("nama"),
        FieldRowPanel([FieldPanel("jenis"), FieldPanel("kondisi")]),
        FieldPanel("letak"),
        MultiFieldPanel(
            [FieldPanel("nilai"), FieldPanel("sumber_dana"), FieldPanel("diperoleh_pada")],
            heading=_("How it was acquired"),
        ),
        FieldPanel("catatan"),
        FieldPanel("foto_baru"),
    ]

    def get_form_class(self, for_update=False):
        return BarangForm

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("label/", print_label, name="label")]
