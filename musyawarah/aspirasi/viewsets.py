"""What residents wrote, in the office: answered, noted, passed on, hidden."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core import waktu
from cms.core.izin import KebijakanIzin
from cms.core.kantor import TanggalColumn, keep_urlpatterns, without_riwayat
from cms.core.kiriman.services import KirimanBerbeda

from . import permissions, rules, selectors, services
from .forms import CatatForm, PenangananForm
from .models import Aspirasi

register_permission_policy(
    Aspirasi,
    KebijakanIzin(
        Aspirasi,
        boleh={
            "add": permissions.can_add_aspirasi,
            "change": permissions.can_change_aspirasi,
            "view": permissions.can_view_aspirasi,
        },
        visible_to=permissions.visible_to,
    ),
)


class AspirasiFilter(WagtailFilterSet):
    jenis = django_filters.ChoiceFilter(label=_("Kind"), choices=Aspirasi.Jenis.choices)
    status = django_filters.ChoiceFilter(label=_("State"), choices=Aspirasi.Status.choices)
    terlambat = django_filters.BooleanFilter(label=_("Late"), method="filter_terlambat")
    disembunyikan = django_filters.BooleanFilter(
        label=_("Hidden"), field_name="disembunyikan_pada", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Aspirasi
        fields = ["jenis", "status"]

    def filter_terlambat(self, queryset, _nama, nilai):
        terlambat = {"status__in": Aspirasi.TERBUKA, "batas_jawab__lt": waktu.hari_ini()}
        return queryset.filter(**terlambat) if nilai else queryset.exclude(**terlambat)


class AspirasiIndexView(generic.IndexView):
    def get_base_queryset(self):
        """What this person may see; the hidden ones only when asked for."""
        semua = permissions.visible_to(self.request.user)
        if self.request.GET.get("disembunyikan") == "true":
            return semua
        return semua.filter(disembunyikan_pada__isnull=True)


class TolakMixin:
    """A refusal of a service appears above the form, which keeps what was typed."""

    def refuse(self, form, kolom, kalimat):
        form.add_error(kolom, kalimat)
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)


class AspirasiCreateView(TolakMixin, generic.CreateView):
    """Written down for somebody; the slip with the code is shown once, as the answer to the form."""

    def form_valid(self, form):
        isi = dict(form.cleaned_data)
        try:
            aspirasi, kode = services.send_aspirasi(
                kunci=isi.pop("kunci"), actor=self.request.user, **isi
            )
        except services.IsiKosong:
            return self.refuse(form, "isi", _("Please write in plain words what was said."))
        except KirimanBerbeda:
            return self.refuse(form, None, _("This form was sent before. Please open a new one."))
        lembar = {"aspirasi": aspirasi, "kode": rules.format_kode(kode)}
        jawaban = render(self.request, "musyawarah/lembar_kode.html", lembar)
        jawaban["Cache-Control"] = "no-store"
        return jawaban


class AspirasiEditView(TolakMixin, generic.EditView):
    actions = ["edit", "sembunyikan", "tampilkan"]

    def get_queryset(self):
        """Wagtail asks only whether one may change some ticket; which one is asked here."""
        return permissions.visible_to(self.request.user)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.action in ("sembunyikan", "tampilkan"):
            return self._hide()
        return super().post(request, *args, **kwargs)

    def _hide(self):
        if not permissions.can_hide_aspirasi(self.request.user, self.object):
            raise PermissionDenied
        services.set_tersembunyi(
            aspirasi=self.object,
            tersembunyi=self.action == "sembunyikan",
            actor=self.request.user,
            alasan=self.request.POST.get("alasan", "")[:200],
        )
        return HttpResponseRedirect(self.get_success_url())

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not permissions.can_assign_aspirasi(self.request.user, self.object):
            del form.fields["petugas"]
        return form

    def form_valid(self, form):
        try:
            self._write(form)
        except services.SudahDitutup:
            return self.refuse(form, None, _("The sender has withdrawn it."))
        except services.IsiKosong:
            return self.refuse(form, None, _("Please write in plain words."))
        messages.success(self.request, gettext("Saved."))
        return HttpResponseRedirect(self.get_success_url())

    def _write(self, form):
        isi, pelaku = form.cleaned_data, {"actor": self.request.user}
        aspirasi = Aspirasi.objects.get(pk=self.object.pk)
        if "petugas" in form.changed_data:
            services.assign_aspirasi(aspirasi=aspirasi, petugas=isi["petugas"], **pelaku)
        if isi["catatan"]:
            services.note_aspirasi(aspirasi=aspirasi, catatan=isi["catatan"], **pelaku)
        if isi["jawaban"]:
            services.answer_aspirasi(aspirasi=aspirasi, jawaban=isi["jawaban"], **pelaku)

    def get_success_url(self):
        if permissions.visible_to(self.request.user).filter(pk=self.object.pk).exists():
            return self.get_edit_url()
        return reverse("aspirasi:index")

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "aspirasi": self.object,
            "sisa": selectors.describe_sisa(self.object),
            "langkah": self.object.tanggapan.select_related("pelaku"),
            "boleh_sembunyi": permissions.can_hide_aspirasi(self.request.user, self.object),
            "ditarik": self.object.status == Aspirasi.Status.DITARIK,
        }


class AspirasiViewSet(ModelViewSet):
    model = Aspirasi
    name = "aspirasi"
    icon = "comment"
    menu_label = _("Proposals & complaints")
    filterset_class = AspirasiFilter
    index_view_class = AspirasiIndexView
    add_view_class = AspirasiCreateView
    edit_view_class = AspirasiEditView
    edit_template_name = "musyawarah/admin/aspirasi.html"
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = ["isi", "nama"]
    list_display = [
        TitleColumn(
            "tiket", label=_("Number"), get_url=lambda a: reverse("aspirasi:edit", args=[a.pk])
        ),
        Column("get_jenis_display", label=_("Kind")),
        Column("isi", label=_("Content"), accessor=lambda a: a.isi[:90]),
        Column("get_status_display", label=_("State")),
        Column("sisa", label=_("Deadline"), accessor=selectors.describe_sisa),
        TanggalColumn("diterima_pada", label=_("Received")),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())

    def get_form_class(self, for_update=False):
        return PenangananForm if for_update else CatatForm
