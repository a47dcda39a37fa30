"""Essays that wait for a person: those of the courses one facilitates, and the page to mark them."""

import django_filters
from django.db.models import F
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import TanggalColumn, TindakanView, keep_urlpatterns, without_riwayat

from ..kursus.selectors import get_isi
from ..penilaian import permissions, selectors, services
from ..penilaian.models import Percobaan
from ..penilaian.services import NilaiSendiri, PoinTidakSah
from .forms import UraianForm

register_permission_policy(
    Percobaan,
    KebijakanIzin(
        Percobaan,
        boleh={"view": permissions.can_mark_uraian},
        visible_to=permissions.visible_uraian,
    ),
    exact_class=True,
)


class UraianFilter(WagtailFilterSet):
    menunggu = django_filters.BooleanFilter(
        label=_("Waits to be marked"), field_name="nilai_bp", lookup_expr="isnull"
    )

    class Meta:
        model = Percobaan
        fields = ["menunggu"]


class UraianIndex(IndexView):
    def get_base_queryset(self):
        """What waits comes first, the oldest at the top."""
        terlihat = permissions.visible_uraian(self.request.user)
        return (
            terlihat.select_related("peserta__anggota", "rilis", "isi")
            .defer("rilis__susunan", "isi__isi")
            .order_by(F("nilai_bp").asc(nulls_first=True), "selesai_pada", "pk")
        )


class NilaiUraianView(TindakanView):
    """All essays of one attempt with their rubrics."""

    template_name = "pelatihan/admin/uraian.html"
    judul = _("Mark essays")
    tombol = _("Keep the marks")
    penjelasan = _(
        "Give points for every line. The learner is told the mark and reads your remark. "
        "If you correct marks later, both are kept and the last ones count."
    )
    icon = "edit"
    form_class = UraianForm
    kabar = _("The marks are kept and the learner is told.")
    tolakan = {
        NilaiSendiri: _("Nobody marks their own essay."),
        PoinTidakSah: _("Points are missing, or are more than a line holds."),
    }
    visible_to = staticmethod(permissions.visible_uraian)
    boleh = staticmethod(permissions.can_mark_uraian)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "uraian": selectors.list_uraian(self.objek)}

    def write(self, isi):
        nilai = self.get_form().build_nilai(isi)
        return services.mark_uraian(percobaan=self.objek, nilai=nilai, actor=self.request.user)

    def get_kembali(self):
        return reverse("uraian:index")


class UraianViewSet(ModelViewSet):
    model = Percobaan
    name = "uraian"
    icon = "edit"
    menu_label = _("Waiting to be marked")
    index_view_class = UraianIndex
    filterset_class = UraianFilter
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields = ["peserta__anggota__nama"]
    exclude_form_fields: list[str] = []
    list_per_page = 50
    list_display = [
        TitleColumn(
            "peserta",
            label=_("Name"),
            accessor="peserta.anggota.nama",
            get_url=lambda p: reverse("uraian:nilai", args=[p.pk]),
        ),
        Column("kursus", label=_("Course"), accessor="rilis.judul"),
        Column("kuis", label=_("Quiz"), accessor=lambda p: get_isi(p.isi.sidik)["judul"]),
        TanggalColumn("selesai_pada", label=_("Handed in"), sort_key="selesai_pada"),
        Column(
            "keadaan",
            label=_("State"),
            accessor=lambda p: _("Waits") if p.menunggu else _("Marked"),
        ),
    ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        daftar = [
            p for p in keep_urlpatterns(super().get_urlpatterns()) if p.name not in ("add", "edit")
        ]
        return [*daftar, path("<int:pk>/nilai/", NilaiUraianView.as_view(), name="nilai")]
