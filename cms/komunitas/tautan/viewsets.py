"""Personal links in the office: given away, looked through, withdrawn."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core import waktu
from cms.core.izin import KebijakanIzin, TerlihatMixin
from cms.core.kantor import TanggalColumn, keep_urlpatterns, without_riwayat
from cms.core.tulisan import format_tanggal

from . import exports, permissions, services
from .forms import CabutForm, TautanForm
from .models import TautanPribadi

register_permission_policy(
    TautanPribadi,
    KebijakanIzin(
        TautanPribadi,
        boleh={
            "add": permissions.can_create_tautan,
            "change": permissions.can_withdraw_tautan,
            "view": permissions.can_view_tautan,
        },
        visible_to=permissions.visible_to,
    ),
)


def describe_keadaan(tautan: TautanPribadi) -> str:
    """Whether it opens, and if not, why."""
    if tautan.dicabut_pada:
        return gettext("It was withdrawn")
    if tautan.is_lewat(waktu.hari_ini()):
        return gettext("Its time is over")
    if tautan.anggota.berakhir_pada:
        return gettext("The person's entry has ended")
    return gettext("It opens")


def describe_sampai(tautan: TautanPribadi) -> str:
    """The last day; Wagtail's own column knows only days that are over."""
    return format_tanggal(tautan.berlaku_sampai) if tautan.berlaku_sampai else ""


class TautanIndexView(TerlihatMixin, generic.IndexView):
    pass


class TautanCreateView(generic.CreateView):
    """The link is shown once, as the answer to the form."""

    def form_valid(self, form):
        try:
            tautan, token = services.create_tautan(actor=self.request.user, **form.cleaned_data)
        except services.AnggotaBerakhir:
            form.add_error("anggota", _("The entry of this person has ended."))
            return self.form_invalid(form)
        alamat = exports.build_alamat(token)
        isi = {"tautan": tautan, "alamat": alamat, "qr": exports.draw_qr(alamat)}
        jawaban = render(self.request, "komunitas/tautan_sekali.html", isi)
        jawaban["Cache-Control"] = "no-store, private"
        jawaban["Referrer-Policy"] = "no-referrer"
        return jawaban


class TautanEditView(generic.EditView):
    """One link, without its secret, and the button that withdraws it."""

    def get_queryset(self):
        """Wagtail asks only whether one may change some link; which one is asked here."""
        return permissions.visible_to(self.request.user)

    def form_valid(self, form):
        services.withdraw_tautan(tautan=self.object, actor=self.request.user)
        messages.success(self.request, gettext("Withdrawn: the link opens nothing any more."))
        return HttpResponseRedirect(reverse("tautan_pribadi_kantor:index"))

    def get_context_data(self, **kwargs):
        isi = super().get_context_data(**kwargs)
        return {**isi, "tautan": self.object, "keadaan": describe_keadaan(self.object)}


class TautanPribadiViewSet(ModelViewSet):
    model = TautanPribadi
    name = "tautan_pribadi_kantor"
    url_prefix = "tautan-pribadi"
    icon = "link"
    menu_label = _("Personal links")
    menu_order = 650
    add_to_admin_menu = True
    index_view_class = TautanIndexView
    add_view_class = TautanCreateView
    edit_view_class = TautanEditView
    edit_template_name = "komunitas/admin/tautan.html"
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = [
        TitleColumn(
            "anggota",
            label=_("For"),
            get_url=lambda t: reverse("tautan_pribadi_kantor:edit", args=[t.pk]),
        ),
        Column("sebutan", label=_("Office")),
        Column("keadaan", label=_("State"), accessor=describe_keadaan),
        Column("berlaku_sampai", label=_("Valid until"), accessor=describe_sampai),
        Column("dibuat_oleh", label=_("Made by")),
        TanggalColumn("dibuat_pada", label=_("Made on")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return CabutForm if for_update else TautanForm
