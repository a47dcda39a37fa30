"""Entries to review in the office: the list, and settling one."""

import django_filters
from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from ..izin import KebijakanIzin
from ..kantor import TanggalColumn, TindakanView, keep_urlpatterns, without_riwayat
from ..tulisan import format_tanggal
from ..waktu import ke_wib
from . import permissions, services
from .forms import TinjauForm
from .jenis import TidakBisa, get_jenis
from .models import EntriTinjau
from .sebutan import ALASAN

register_permission_policy(
    EntriTinjau,
    KebijakanIzin(
        EntriTinjau,
        boleh={"view": permissions.can_view_tinjau},
        visible_to=permissions.visible_to,
    ),
)


class JenisColumn(Column):
    def get_value(self, instance):
        jenis = get_jenis(instance.jenis)
        return str(jenis.nama) if jenis else instance.jenis


class AlasanColumn(Column):
    def get_value(self, instance):
        return str(ALASAN.get(instance.alasan, instance.alasan))


class TinjauFilter(WagtailFilterSet):
    keputusan = django_filters.BooleanFilter(
        label=_("Settled"),
        field_name="diputus_pada",
        lookup_expr="isnull",
        exclude=True,
        widget=forms.Select(choices=[("", _("All")), ("true", _("Yes")), ("false", _("No"))]),
    )

    class Meta:
        model = EntriTinjau
        fields = ["keputusan"]


class TinjauIndex(IndexView):
    def get_base_queryset(self):
        terlihat = permissions.visible_to(self.request.user)
        return terlihat.select_related("akun").order_by("keputusan", "-id")

    def get_edit_url(self, instance):
        return reverse("tinjau:putus", args=[instance.pk])


class PutusTinjau(TindakanView):
    judul = _("Entry to review")
    tombol = _("Settle")
    icon = "clipboard-list"
    form_class = TinjauForm
    kabar = _("The entry is settled.")
    tolakan = {
        services.SudahDiputus: _("Somebody settled this entry before."),
        TidakBisa: _("This entry cannot be taken."),
    }
    visible_to = staticmethod(permissions.visible_to)
    boleh = staticmethod(permissions.can_settle_tinjau)

    @property
    def penjelasan(self):
        """Who recorded what and when, and why nobody took it."""
        satu = self.objek
        saat = ke_wib(satu.dicatat_pada)
        return gettext("%(siapa)s, %(tanggal)s at %(jam)s. %(alasan)s %(rinci)s") % {
            "siapa": satu.akun,
            "tanggal": format_tanggal(saat, "pendek-tahun"),
            "jam": f"{saat:%H.%M}",
            "alasan": ALASAN.get(satu.alasan, satu.alasan),
            "rinci": services.explain_tinjau(satu),
        }

    def get_form_kwargs(self):
        pakai = permissions.can_apply_tinjau(self.objek)
        return {**super().get_form_kwargs(), "boleh_dipakai": pakai}

    def explain(self, galat):
        return str(galat) if isinstance(galat, TidakBisa) else super().explain(galat)

    def write(self, isi):
        return services.settle_tinjau(tinjau=self.objek, actor=self.request.user, **isi)

    def get_kembali(self):
        return reverse("tinjau:index")


class TinjauViewSet(ModelViewSet):
    model = EntriTinjau
    name = "tinjau"
    icon = "clipboard-list"
    menu_label = _("Entries to review")
    add_to_admin_menu = True
    menu_order = 390
    index_view_class = TinjauIndex
    filterset_class = TinjauFilter
    copy_view_enabled = False
    exclude_form_fields = ["isi"]
    list_per_page = 50
    list_display = [
        JenisColumn("jenis", label=_("Kind")),
        Column("akun", label=_("From")),
        AlasanColumn("alasan", label=_("Reason")),
        TanggalColumn("dicatat_pada", label=_("Recorded"), sort_key="dicatat_pada"),
        TanggalColumn("diputus_pada", label=_("Settled on")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        daftar = [
            p for p in keep_urlpatterns(super().get_urlpatterns()) if p.name not in ("add", "edit")
        ]
        return [*daftar, path("<int:pk>/putus/", PutusTinjau.as_view(), name="putus")]
