"""Devices of accounts in the office: whose, last seen when, and the button that withdraws one."""

from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin, TerlihatMixin
from cms.core.kantor import TanggalColumn, TindakanView, keep_urlpatterns, without_riwayat

from .. import perangkat as layanan
from .. import permissions
from ..models import Perangkat

register_permission_policy(
    Perangkat,
    KebijakanIzin(
        Perangkat,
        boleh={"view": permissions.can_withdraw_perangkat},
        visible_to=permissions.visible_perangkat_to,
    ),
    exact_class=True,
)


def say_keadaan(perangkat: Perangkat) -> str:
    return gettext("Withdrawn") if perangkat.ditarik_pada else gettext("In use")


class PerangkatIndex(TerlihatMixin, generic.IndexView):
    default_ordering = "-dilihat_pada"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("user")


class TarikView(TindakanView):
    """Withdrawing twice is withdrawing once."""

    judul = _("Withdraw a device")
    penjelasan = _(
        "The device opens nothing any more, and what it still sends waits for a person to look at it. "
        "Nothing that was sent before is lost. Make sure that it is the device the owner means."
    )
    tombol = _("Withdraw the device")
    icon = "mobile-alt"
    berat = True
    form_class = forms.Form
    kabar = _("The device is withdrawn. What it still sends waits for review.")
    tolakan = {layanan.SudahDitarik: _("This device was withdrawn before.")}
    visible_to = staticmethod(permissions.visible_perangkat_to)
    boleh = staticmethod(permissions.can_withdraw_perangkat)

    def write(self, isi):
        return layanan.withdraw_perangkat(perangkat=self.objek, actor=self.request.user)

    def get_kembali(self):
        return reverse("perangkat:index")


class PerangkatViewSet(ModelViewSet):
    model = Perangkat
    name = "perangkat"
    url_prefix = "perangkat"
    icon = "mobile-alt"
    menu_label = _("Devices")
    index_view_class = PerangkatIndex
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    form_fields = ["nama"]
    search_fields = ["nama", "user__nama", "user__username"]
    list_per_page = 50
    list_display = [
        TitleColumn(
            "nama",
            label=_("Device"),
            get_url=lambda p: None if p.ditarik_pada else reverse("perangkat:tarik", args=[p.pk]),
        ),
        Column("user", label=_("Account"), accessor=lambda p: p.user.get_full_name()),
        TanggalColumn("dibuat_pada", label=_("Bound"), sort_key="dibuat_pada"),
        TanggalColumn("dilihat_pada", label=_("Last used"), sort_key="dilihat_pada"),
        Column("keadaan", label=_("State"), accessor=say_keadaan, sort_key="ditarik_pada"),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        daftar = keep_urlpatterns(super().get_urlpatterns())
        return [
            *(pola for pola in daftar if pola.name not in ("add", "edit")),
            path("<int:pk>/tarik/", TarikView.as_view(), name="tarik"),
        ]
