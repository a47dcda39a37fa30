"""Meetings, decisions and settings in the office."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.accounts.services import PeranTidakDikenal
from cms.core import waktu
from cms.core.izin import KebijakanIzin
from cms.core.kantor import keep_urlpatterns, without_riwayat

from . import permissions, selectors, services
from .forms import BatalForm, KeputusanForm, KetentuanForm, PeranForm, RembugForm
from .models import Keputusan, Rembug

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

KALIMAT = {
    services.RembugTerkunci: _(
        "A decision of this meeting is ratified or out for signature, so its figures are fixed."
    ),
    services.KuorumTidakTercapai: _(
        "Too few of the invited were present: without quorum nothing can be ratified."
    ),
    services.PenandaTanganKurang: _(
        "Tick in the meeting who was present: coordinator, keeper of the minutes and enough members "
        "of the BKM, each with an account of their own."
    ),
    services.BukanKonsep: _("Only a draft can be changed."),
    services.TidakMenunggu: _("It is not waiting for signatures any more."),
    services.SudahDiganti: _("Another ratified decision already replaces the same one."),
    services.BelumSah: _("The decision is not ratified, or was replaced."),
    services.BerlakuMundur: _("It cannot hold from before the decision was taken."),
    services.NilaiTidakCocok: _("The value must be of the same kind as the present one."),
}
KALIMAT_ARGUMEN = {
    "kosong": _("Write how many were invited and how many were present."),
    "perempuan": _("More women are noted than people present."),
    "lebih": _("More votes are noted than people present."),
    "kalah": _("Not more were in favour than against, so nothing was decided."),
}


def explain(galat: Exception) -> str:
    """What to tell the person when a service refused."""
    if isinstance(galat, services.HadirSalah | services.SuaraSalah):
        return str(KALIMAT_ARGUMEN[galat.args[0]])
    return str(KALIMAT[type(galat)])


DITOLAK = (*KALIMAT, services.HadirSalah, services.SuaraSalah)


class SimpanMixin:
    """A form of the office whose writing is done by a service; refusals appear above the form."""

    def form_valid(self, form):
        try:
            self.object = self.write(form.cleaned_data)
        except DITOLAK as galat:
            form.add_error(None, explain(galat))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        messages.success(self.request, self.get_kabar())
        return HttpResponseRedirect(self.get_success_url())

    def get_kabar(self) -> str:
        return gettext("“%(apa)s” is saved.") % {"apa": self.object.judul}


# -- meetings ------------------------------------------------------------------------------------
class RembugFilter(WagtailFilterSet):
    jenis = django_filters.ChoiceFilter(label=_("Kind"), choices=Rembug.Jenis.choices)
    tanggal = django_filters.DateFromToRangeFilter(label=_("Date"))

    class Meta:
        model = Rembug
        fields = ["jenis"]


class RembugIndexView(generic.IndexView):
    def get_base_queryset(self):
        return permissions.visible_rembug(self.request.user)


class RembugCreateView(SimpanMixin, generic.CreateView):
    def write(self, isi):
        return services.create_rembug(actor=self.request.user, **isi)


class RembugEditView(SimpanMixin, generic.EditView):
    def get_queryset(self):
        return permissions.visible_rembug(self.request.user)

    def write(self, isi):
        if not permissions.can_change_rembug(self.request.user, self.object):
            raise PermissionDenied
        return services.update_rembug(rembug=self.object, actor=self.request.user, **isi)

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
        DateColumn("tanggal", label=_("Date")),
        Column("hadir", label=_("Present")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return RembugForm


# -- decisions -----------------------------------------------------------------------------------
class KeputusanFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=_("State"), choices=Keputusan.Status.choices)
    cara = django_filters.ChoiceFilter(label=_("Decided by"), choices=Keputusan.Cara.choices)
    tahun = django_filters.NumberFilter(label=_("Year"))

    class Meta:
        model = Keputusan
        fields = ["status", "cara", "tahun"]


class KeputusanIndexView(generic.IndexView):
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
        DateColumn("tanggal", label=_("Date")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return KeputusanForm


# -- settings and roles by decision --------------------------------------------------------------
def list_ketentuan(request):
    """Every setting as it stands; the first values are called "bawaan"."""
    if not permissions.can_view_ketentuan(request.user):
        raise PermissionDenied
    isi = {
        "berlaku": selectors.list_ketentuan_berlaku(waktu.hari_ini()),
        "mendatang": [b for b in selectors.list_ketentuan() if b.berlaku_dari > waktu.hari_ini()],
        "boleh_ubah": permissions.can_set_ketentuan(request.user),
    }
    return render(request, "musyawarah/admin/ketentuan.html", isi)


def view_ketentuan(request, kode: str):
    """All values a setting ever had."""
    if not permissions.can_view_ketentuan(request.user):
        raise PermissionDenied
    isi = {"kode": kode, "riwayat": selectors.list_ketentuan(kode)}
    return render(request, "musyawarah/admin/ketentuan_riwayat.html", isi)


def set_ketentuan(request):
    return _by_keputusan(
        request,
        KetentuanForm,
        services.set_ketentuan,
        _("Change a setting by decision"),
        _("The setting is changed."),
    )


def give_peran(request):
    return _by_keputusan(
        request,
        PeranForm,
        services.give_peran_by_keputusan,
        _("Give a role by decision"),
        _("The role is given."),
    )


def _by_keputusan(request, form_class, service, judul, kabar):
    if not permissions.can_set_ketentuan(request.user):
        raise PermissionDenied
    form = form_class(request.POST or None, initial={"keputusan": request.GET.get("keputusan", "")})
    if request.method == "POST" and form.is_valid():
        try:
            service(actor=request.user, **form.cleaned_data)
        except (*DITOLAK, PeranTidakDikenal) as galat:
            form.add_error(None, explain(galat))
        else:
            messages.success(request, kabar)
            return redirect("ketentuan:index")
    return render(request, "musyawarah/admin/dengan_keputusan.html", {"form": form, "judul": judul})


class KetentuanViewSet(ViewSet):
    name = "ketentuan"
    url_prefix = "ketentuan"
    icon = "sliders"
    menu_label = _("Settings by decision")

    def get_urlpatterns(self):
        return [
            path("", list_ketentuan, name="index"),
            path("ubah/", set_ketentuan, name="ubah"),
            path("peran/", give_peran, name="peran"),
            path("<str:kode>/", view_ketentuan, name="riwayat"),
        ]
