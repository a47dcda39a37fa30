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

from ..kursus.models import Rilis
from ..kursus.selectors import count_langkah, list_kuis
from ..peserta import permissions, services
from ..peserta.forms import PesertaForm
from ..peserta.models import Kemajuan, Peserta
from .models import Percobaan

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


def _count(model, **tambahan) -> Subquery:
    semua = model.objects.filter(peserta=OuterRef("pk"), **tambahan).order_by().values("peserta")
    hitung = Count("kuis_kunci", distinct=True) if tambahan else Count("pk")
    return Subquery(semua.annotate(n=hitung).values("n"))


class PesertaIndex(EksporMixin, IndexView):
    boleh_ekspor = staticmethod(permissions.can_view_peserta)

    def get_base_queryset(self):
        terbaik = Max("percobaan__nilai_bp", filter=Q(percobaan__selesai_pada__isnull=False))
        return (
            permissions.visible_to(self.request.user)
            .select_related("anggota", "rilis")
            .defer("rilis__susunan")
            .annotate(
                dibaca=_count(Kemajuan), kuis_lulus=_count(Percobaan, lulus=True), terbaik=terbaik
            )
        )


class PesertaCreate(CreateView):
    def save_instance(self):
        isi = self.form.cleaned_data
        return services.enroll_peserta(
            anggota=isi["anggota"], kursus_kunci=isi["kursus"].kunci, actor=self.request.user
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
        judul = {k["kunci"]: k["judul"] for k in list_kuis(peserta.rilis)}
        percobaan = list(peserta.percobaan.order_by("mulai_pada", "id"))
        for satu in percobaan:
            satu.judul = judul.get(str(satu.kuis_kunci), "")
        dibaca = {str(k) for k in peserta.kemajuan.values_list("pelajaran_kunci", flat=True)}
        pelajaran = [
            (p["judul"], p["kunci"] in dibaca)
            for bagian in peserta.rilis.susunan
            for p in bagian["pelajaran"]
        ]
        return {
            **super().get_context_data(**kwargs),
            "peserta": peserta,
            "daftar_pelajaran": pelajaran,
            "daftar_percobaan": percobaan,
        }


def describe_langkah(peserta: Peserta) -> str:
    selesai = (peserta.dibaca or 0) + (peserta.kuis_lulus or 0)
    return f"{selesai} / {count_langkah(peserta.rilis)}"


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
        "dibaca",
        "kuis_lulus",
        "terbaik",
        "mulai_pada",
        "berakhir_pada",
    ]
    export_headings = {
        "anggota.nama": _("Name"),
        "rilis.judul": _("Course"),
        "get_status_display": _("State"),
        "dibaca": _("Lessons read"),
        "kuis_lulus": _("Quizzes passed"),
        "terbaik": _("Best mark (hundredths of a percent)"),
        "mulai_pada": _("Since"),
        "berakhir_pada": _("Ended"),
    }
    export_filename = "peserta"

    def get_form_class(self, for_update=False):
        return PesertaForm
