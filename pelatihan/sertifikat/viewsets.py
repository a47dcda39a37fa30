"""Completions in the office: the list, and taking one back."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import (
    EksporMixin,
    TanggalColumn,
    TindakanView,
    keep_urlpatterns,
    without_riwayat,
)

from ..peserta import permissions as peserta_permissions
from . import permissions, services
from .exports import build_sertifikat, list_cetak, list_lembar, to_pdf
from .forms import CabutForm, TerbitForm
from .models import Sertifikat

register_permission_policy(
    Sertifikat,
    KebijakanIzin(
        Sertifikat,
        boleh={"view": permissions.can_view_sertifikat},
        visible_to=permissions.visible_to,
    ),
)


class SertifikatFilter(WagtailFilterSet):
    dicabut = django_filters.BooleanFilter(
        label=_("Revoked"), field_name="dicabut_pada", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Sertifikat
        fields = ["tahun", "dicabut"]


class SertifikatIndex(EksporMixin, IndexView):
    boleh_ekspor = staticmethod(permissions.can_view_sertifikat)

    def get_base_queryset(self):
        terlihat = permissions.visible_to(self.request.user)
        return terlihat.select_related("peserta__anggota").order_by("-tanggal", "-id")

    def get_edit_url(self, instance):
        """Nothing of it can be changed; the name leads to what anybody may check."""
        return f"/cek/{instance.kode}/"

    @cached_property
    def header_more_buttons(self):
        if not permissions.can_issue_sertifikat(self.request.user):
            return super().header_more_buttons
        url = reverse("sertifikat:terbit")
        terbit = Button(_("Issue for a class"), url=url, icon_name="group")
        return [*super().header_more_buttons, terbit]

    def get_list_more_buttons(self, instance):
        if instance.dicabut_pada:
            return []
        tombol = []
        if instance.isi:
            alamat = reverse("sertifikat:cetak", args=[instance.pk])
            tombol.append(ListingButton(_("Print (PDF)"), url=alamat))
        if permissions.can_revoke_sertifikat(self.request.user, instance):
            alamat = reverse("sertifikat:cabut", args=[instance.pk])
            tombol.append(ListingButton(_("Revoke"), url=alamat))
        return tombol


class CetakSertifikat(View):
    """One certificate as PDF; a revoked one is not printed any more."""

    def get(self, request, pk):
        terlihat = permissions.visible_to(request.user).filter(dicabut_pada__isnull=True)
        satu = get_object_or_404(terlihat.exclude(isi={}), pk=pk)
        return to_pdf(build_sertifikat([satu]), f"sertifikat-{satu.tahun}-{satu.urut:04}")


class Terbitkan(View):
    """A course or class: first the list with reasons, then the button that issues."""

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can_issue_sertifikat(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self._show(request, TerbitForm(request.GET or None))

    def post(self, request):
        form = TerbitForm(request.POST)
        if not form.is_valid():
            return self._show(request, form)
        jumlah = services.issue_banyak(peserta=self._filter(form), actor=request.user)
        messages.success(request, ngettext("%d issued.", "%d issued.", jumlah) % jumlah)
        return redirect(f"{reverse('sertifikat:terbit')}?{form.to_kueri()}")

    def _filter(self, form):
        return form.filter_peserta(peserta_permissions.visible_to(self.request.user))

    def _show(self, request, form):
        isi = {"form": form}
        if form.is_bound and form.is_valid():
            calon = services.list_calon(peserta=self._filter(form))
            isi |= {
                "calon": calon,
                "siap": sum(satu.siap for satu in calon),
                "lembar": list_lembar(form),
                "penuh": len(calon) == services.PALING_BANYAK,
            }
        return render(request, "pelatihan/admin/terbit.html", isi)


class CetakBanyak(Terbitkan):
    """The valid certificates of a course or class as one file, CETAK_SEKALI at a time."""

    http_method_names = ["get", "head"]

    def get(self, request):
        form = TerbitForm(request.GET)
        if not form.is_valid() or not (daftar := list_cetak(form, request.GET.get("lembar", "1"))):
            raise Http404
        return to_pdf(build_sertifikat(daftar), "sertifikat")


class CabutSertifikat(TindakanView):
    judul = tombol = _("Revoke this completion")
    penjelasan = _(
        "For a completion that should not have been given. It stays in the list, and its public page "
        "says from now on that it was revoked. This cannot be taken back."
    )
    icon = "clipboard-list"
    berat = True
    form_class = CabutForm
    kabar = _("The completion is revoked.")
    tolakan = {services.SudahDicabut: _("It was revoked before.")}
    visible_to = staticmethod(permissions.visible_to)
    boleh = staticmethod(permissions.can_revoke_sertifikat)

    def write(self, isi):
        return services.revoke_sertifikat(sertifikat=self.objek, actor=self.request.user, **isi)

    def get_kembali(self):
        return reverse("sertifikat:index")


class SertifikatViewSet(ModelViewSet):
    model = Sertifikat
    name = "sertifikat"
    icon = "clipboard-list"
    menu_label = _("Completions")
    index_view_class = SertifikatIndex
    filterset_class = SertifikatFilter
    copy_view_enabled = False
    search_fields = ["nama", "judul"]
    exclude_form_fields = ["alasan_dicabut"]
    list_per_page = 50
    list_display = [
        "nama",
        Column("judul", label=_("Course")),
        Column("nomor", label=_("Number")),
        TanggalColumn("tanggal", label=_("Completed on"), sort_key="tanggal"),
        TanggalColumn("dicabut_pada", label=_("Revoked on")),
    ]
    list_export = ["nomor", "nama", "judul", "jpl", "tanggal", "dicabut_pada"]
    export_filename = "tanda-selesai"

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        daftar = [
            p for p in keep_urlpatterns(super().get_urlpatterns()) if p.name not in ("add", "edit")
        ]
        return [
            *daftar,
            path("terbit/", Terbitkan.as_view(), name="terbit"),
            path("terbit/sertifikat.pdf", never_cache(CetakBanyak.as_view()), name="cetak_banyak"),
            path("<int:pk>/cabut/", CabutSertifikat.as_view(), name="cabut"),
            path("<int:pk>/sertifikat.pdf", never_cache(CetakSertifikat.as_view()), name="cetak"),
        ]
