"""Learners with their progress and marks: a list to filter and export, and one learner in detail."""

import django_filters
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import EksporMixin, TanggalColumn
from cms.core.tulisan import format_persen

from ..kursus.models import Cara, Rilis
from ..kursus.selectors import count_langkah, get_tes, list_kuis, list_langkah
from ..peserta import permissions, services
from ..peserta.forms import PesertaForm
from ..peserta.models import Kemajuan, Peserta
from ..peserta.selectors import list_selesai

register_permission_policy(
    Peserta,
    KebijakanIzin(
        Peserta,
        boleh={"add": permissions.can_add_peserta, "view": permissions.can_view_peserta},
        visible_to=permissions.visible_to,
    ),
    exact_class=True,
)


class PesertaFilter(WagtailFilterSet):
    kursus = django_filters.ChoiceFilter(
        label=_("Course"), field_name="kursus_kunci", choices=lambda: list_pilihan_kursus()
    )
    status = django_filters.ChoiceFilter(label=_("State"), choices=Peserta.Status.choices)

    class Meta:
        model = Peserta
        fields = ["kursus", "status"]


def list_pilihan_kursus() -> list[tuple]:
    """Courses by their newest name."""
    semua = Rilis.objects.order_by("nomor").values_list("kursus_kunci", "judul")
    return list(dict(semua).items())


def _count(**saring) -> Subquery:
    semua = Kemajuan.objects.filter(peserta=OuterRef("pk"), **saring).order_by().values("peserta")
    return Subquery(semua.annotate(n=Count("pk")).values("n"))


class PesertaIndex(EksporMixin, IndexView):
    boleh_ekspor = staticmethod(permissions.can_view_peserta)

    def get_base_queryset(self):
        terbaik = Max("percobaan__nilai_bp", filter=Q(percobaan__selesai_pada__isnull=False))
        return (
            permissions.visible_to(self.request.user)
            .select_related("anggota", "rilis")
            .defer("rilis__susunan")
            .annotate(langkah=_count(), dibaca=_count(asal=Cara.BACA), terbaik=terbaik)
        )


class PesertaCreate(CreateView):
    def save_instance(self):
        isi = self.form.cleaned_data
        return services.enroll_peserta(
            anggota=isi["anggota"],
            kursus_kunci=isi["kursus"].kunci,
            actor=self.request.user,
            tanpa_syarat=True,
        )

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except services.KursusBelumTerbit:
            form.add_error("kursus", _("This course has not been published yet."))
            return self.form_invalid(form)


class PesertaInspect(InspectView):
    """One learner: what was read, and every attempt with a way to its answers."""

    template_name = "pelatihan/admin/peserta.html"

    def get_object(self, queryset=None):
        terlihat = permissions.visible_to(self.request.user).select_related("anggota", "rilis")
        return get_object_or_404(terlihat, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        peserta = self.object
        kuis = [*list_kuis(peserta.rilis), *get_tes(peserta.rilis).values()]
        judul = {k["kunci"]: k["judul"] for k in kuis}
        percobaan = list(peserta.percobaan.order_by("mulai_pada", "id"))
        for satu in percobaan:
            satu.judul = judul.get(str(satu.kuis_kunci), "")
        selesai = list_selesai(peserta)
        pelajaran = [
            (satu.judul, satu.kunci in selesai)
            for satu in list_langkah(peserta.rilis)
            if satu.jenis == "pelajaran"
        ]
        return {
            **super().get_context_data(**kwargs),
            "peserta": peserta,
            "daftar_pelajaran": pelajaran,
            "daftar_percobaan": percobaan,
        }


def describe_langkah(peserta: Peserta) -> str:
    return f"{peserta.langkah or 0} / {count_langkah(peserta.rilis)}"


def describe_nilai(peserta: Peserta) -> str:
    return "" if peserta.terbaik is None else format_persen(peserta.terbaik)


class PesertaViewSet(ModelViewSet):
    model = Peserta
    name = "peserta"
    url_prefix = "peserta"
    icon = "user"
    menu_label = _("Learners")
    index_view_class = PesertaIndex
    add_view_class = PesertaCreate
    inspect_view_class = PesertaInspect
    inspect_view_enabled = True
    copy_view_enabled = False
    filterset_class = PesertaFilter
    search_fields = ["anggota__nama"]
    list_per_page = 50
    list_display = [
        TitleColumn(
            "anggota",
            label=_("Name"),
            get_url=lambda p: reverse("peserta:inspect", args=[p.pk]),
        ),
        Column("rilis.judul", label=_("Course"), accessor=lambda p: p.rilis.judul),
        Column("get_status_display", label=_("State"), sort_key="status"),
        Column("langkah", label=_("Steps done"), accessor=describe_langkah),
        Column("nilai", label=_("Best mark"), accessor=describe_nilai),
        TanggalColumn("mulai_pada", label=_("Since"), sort_key="mulai_pada"),
    ]
    list_export = [
        "anggota.nama",
        "rilis.judul",
        "get_status_display",
        "langkah",
        "dibaca",
        "terbaik",
        "mulai_pada",
        "berakhir_pada",
    ]
    export_headings = {
        "anggota.nama": _("Name"),
        "rilis.judul": _("Course"),
        "get_status_display": _("State"),
        "langkah": _("Steps done"),
        "dibaca": _("Lessons read"),
        "terbaik": _("Best mark (hundredths of a percent)"),
        "mulai_pada": _("Since"),
        "berakhir_pada": _("Ended"),
    }
    export_filename = "peserta"

    def get_form_class(self, for_update=False):
        return PesertaForm
