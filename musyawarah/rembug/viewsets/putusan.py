"""Decisions in the office."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import EksporMixin, TanggalColumn, keep_urlpatterns, without_riwayat

from .. import permissions, selectors, services
from ..forms import BatalForm, KeputusanForm
from ..models import Keputusan
from .tolakan import DITOLAK, SimpanMixin, explain

register_permission_policy(
    Keputusan,
    KebijakanIzin(
        Keputusan,
        boleh={
            "add": permissions.can_add_keputusan,
            "change": permissions.can_view_keputusan,
            "view": permissions.can_view_keputusan,
        },
        visible_to=permissions.visible_to,
    ),
)


class KeputusanFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=_("State"), choices=Keputusan.Status.choices)
    cara = django_filters.ChoiceFilter(label=_("Decided by"), choices=Keputusan.Cara.choices)
    tahun = django_filters.NumberFilter(label=_("Year"))

    class Meta:
        model = Keputusan
        fields = ["status", "cara", "tahun"]


class KeputusanIndexView(EksporMixin, generic.IndexView):
    boleh_ekspor = staticmethod(permissions.can_view_keputusan)

    def get_base_queryset(self):
        return permissions.visible_to(self.request.user).select_related("rembug")


class KeputusanCreateView(SimpanMixin, generic.CreateView):
    def get_initial(self):
        return {**super().get_initial(), "rembug": self.request.GET.get("rembug", "")}

    def write(self, isi):
        return services.draft_keputusan(actor=self.request.user, **isi)

    def get_success_url(self):
        return self.get_edit_url()


class KeputusanEditView(SimpanMixin, generic.EditView):
    """A draft is a form; everything else is read, with what may still be done about it."""

    actions = ["edit", "minta", "kembalikan", "batal"]

    def get_queryset(self):
        return permissions.visible_to(self.request.user)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        if not permissions.can_change_keputusan(request.user, self.object):
            raise PermissionDenied
        if self.action in ("kembalikan", "batal"):
            return self._act()
        return super().post(request, *args, **kwargs)

    def write(self, isi):
        keputusan = services.update_keputusan(keputusan=self.object, actor=self.request.user, **isi)
        if self.action == "minta":
            keputusan = services.ask_tanda_tangan(keputusan=keputusan, actor=self.request.user)
        return keputusan

    def _act(self):
        try:
            self._do()
        except DITOLAK as galat:
            messages.error(self.request, explain(galat))
        return HttpResponseRedirect(self.get_success_url())

    def _do(self):
        pelaku = {"keputusan": self.object, "actor": self.request.user}
        if self.action == "kembalikan":
            services.return_konsep(**pelaku)
            return
        form = BatalForm(self.request.POST)
        if form.is_valid():
            services.cancel_keputusan(alasan=form.cleaned_data["alasan"], **pelaku)
        else:
            messages.error(self.request, gettext("Please write why it is cancelled."))

    def get_success_url(self):
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        k, user = self.object, self.request.user
        return {
            **super().get_context_data(**kwargs),
            "k": k,
            "boleh_susun": permissions.can_change_keputusan(user, k),
            "konsep": k.status == Keputusan.Status.KONSEP,
            "menunggu": k.status == Keputusan.Status.MENUNGGU,
            "hadir": selectors.get_hadir(k if k.diminta_pada else k.rembug, k.rembug.jenis),
            "tanda_tangan": selectors.get_tanda_tangan(k),
            "kurang": selectors.get_kurang(k),
            "boleh_tanda_tangan": permissions.can_sign_keputusan(user, k),
            "pengganti": selectors.get_pengganti(k),
            "batal_form": BatalForm(),
        }


class KeputusanViewSet(ModelViewSet):
    model = Keputusan
    name = "keputusan"
    icon = "clipboard-list"
    menu_label = _("Decisions")
    filterset_class = KeputusanFilter
    index_view_class = KeputusanIndexView
    add_view_class = KeputusanCreateView
    edit_view_class = KeputusanEditView
    edit_template_name = "musyawarah/admin/keputusan.html"
    copy_view_enabled = False
    search_fields = ["judul", "teks"]
    list_export = ["nama_nomor", "tanggal", "judul", "cara", "setuju", "tidak", "abstain", "status"]
    list_display = [
        Column("nama_nomor", label=_("Number")),
        TitleColumn(
            "judul", label=_("Title"), get_url=lambda k: reverse("keputusan:edit", args=[k.pk])
        ),
        Column("get_cara_display", label=_("Decided by")),
        Column("get_status_display", label=_("State")),
        TanggalColumn("tanggal", label=_("Date")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return KeputusanForm
