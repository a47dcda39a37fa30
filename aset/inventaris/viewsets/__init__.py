"""The inventory in the office."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import keep_urlpatterns, without_riwayat

from .. import permissions
from ..forms import BarangForm
from ..models import Barang
from .akhiri import AkhiriBarang
from .daftar import BarangFilter, BarangIndex, print_label
from .ubah import BarangCreate, BarangEdit

register_permission_policy(
    Barang,
    KebijakanIzin(
        Barang,
        boleh={
            "add": permissions.can_manage_barang,
            "change": permissions.can_manage_barang,
            "view": permissions.can_view_barang,
        },
        visible_to=permissions.visible_to,
    ),
    exact_class=True,
)


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
    edit_template_name = "aset/admin/barang.html"
    copy_view_enabled = False
    inspect_view_enabled = False
    filterset_class = BarangFilter
    search_fields = ["nomor", "nama", "letak"]
    list_per_page = 50
    list_display = [
        "nama",
        Column("nomor", label=_("Number"), sort_key="nomor"),
        Column("get_jenis_display", label=_("Kind"), sort_key="jenis"),
        Column("letak", label=_("Where it is")),
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

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return [
            *keep_urlpatterns(super().get_urlpatterns()),
            path("label/", print_label, name="label"),
            path("<int:pk>/akhiri/", AkhiriBarang.as_view(), name="akhiri"),
        ]

    def get_form_class(self, for_update=False):
        return BarangForm
