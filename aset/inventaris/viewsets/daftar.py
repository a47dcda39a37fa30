"""The list of things: filters, exports, and labels of what is shown."""

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button, ListingButton

from cms.core.kantor import EksporMixin

from .. import exports, permissions, selectors
from ..models import Barang

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


def _get_dilihat(request):
    """What this person may see; things that ended only when asked for."""
    semua = permissions.visible_to(request.user)
    if request.GET.get("berakhir") == "true":
        return semua
    return semua.filter(berakhir_pada__isnull=True)


class BarangIndex(EksporMixin, IndexView):
    """Officers get to the form, those who only read to the page of the thing."""

    boleh_ekspor = staticmethod(permissions.can_view_barang)

    def get_base_queryset(self):
        return _get_dilihat(self.request).select_related("pemegang")

    @cached_property
    def header_more_buttons(self):
        if not self.user_has_permission("change"):
            return super().header_more_buttons
        alamat = f"{reverse('barang:label')}?{self.request.GET.urlencode()}"
        label = Button(_("Print QR labels"), url=alamat, icon_name="print")
        return [*super().header_more_buttons, label]

    def get_edit_url(self, instance):
        lihat = reverse("aset:view_barang", args=[instance.uuid])
        return super().get_edit_url(instance) or lihat

    def get_list_more_buttons(self, instance):
        if instance.berakhir_pada or not self.user_has_permission("change"):
            return []
        alamat = reverse("aset:start_serahan", args=[instance.uuid])
        return [ListingButton(_("Hand over"), url=alamat)]


def print_label(request):
    """The A4 sheet of QR labels for what the list shows, up to 240; `satu` asks for one thing."""
    if not permissions.can_manage_barang(request.user):
        raise PermissionDenied
    barang = _get_untuk_label(request)
    if not barang:
        messages.error(request, _("There is nothing to print a label for."))
        return redirect("barang:index")
    jawab = HttpResponse(exports.build_label(barang), content_type="application/pdf")
    jawab["Content-Disposition"] = 'inline; filename="label-barang.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab


def _get_untuk_label(request) -> list[Barang]:
    dilihat = permissions.visible_to(request.user).filter(berakhir_pada__isnull=True)
    if nomor := request.GET.get("satu"):
        dilihat = dilihat.filter(nomor=nomor.replace("\x00", ""))
    cocok = selectors.filter_kata(dilihat, request.GET.get("q", ""))
    return list(BarangFilter(request.GET, queryset=cocok, request=request).qs[:LABEL_TERBANYAK])
