"""Who facilitates which course."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core import waktu
from cms.core.izin import KebijakanIzin
from cms.core.kantor import TanggalColumn

from ..kursus.pages import KursusPage
from . import permissions, services
from .forms import AkhirPengampuForm, PengampuForm
from .models import Pengampu

register_permission_policy(
    Pengampu,
    KebijakanIzin(
        Pengampu,
        boleh=dict.fromkeys(("add", "change", "view"), permissions.can_change_pengampu),
        visible_to=permissions.visible_pengampu,
    ),
    exact_class=True,
)


def get_judul_kursus() -> dict:
    """Names of the courses by key, for lists."""
    return dict(KursusPage.objects.values_list("kunci", "title"))


class PengampuIndex(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("anggota")

    def get_queryset(self):
        judul = get_judul_kursus()
        hasil = super().get_queryset()
        for satu in (daftar := list(hasil)):
            satu.judul = judul.get(satu.kursus_kunci, "")
        hasil._result_cache = daftar
        return hasil


class PengampuCreate(CreateView):
    def save_instance(self):
        isi = self.form.cleaned_data
        return services.assign_pengampu(
            kursus_kunci=isi["kursus"].kunci,
            anggota=isi["anggota"],
            dari=isi["dari"],
            actor=self.request.user,
        )


class PengampuEdit(EditView):
    def save_instance(self):
        pengampu = Pengampu.objects.get(pk=self.object.pk)
        sampai = self.form.cleaned_data["sampai"] or waktu.hari_ini()
        return services.end_pengampu(pengampu=pengampu, sampai=sampai, actor=self.request.user)


class PengampuViewSet(ModelViewSet):
    model = Pengampu
    name = "pengampu"
    url_prefix = "pengampu"
    icon = "group"
    menu_label = _("Facilitators")
    index_view_class = PengampuIndex
    add_view_class = PengampuCreate
    edit_view_class = PengampuEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        "anggota",
        Column("judul", label=_("Course")),
        TanggalColumn("dari", label=_("From")),
        TanggalColumn("sampai", label=_("Until")),
    ]

    def get_form_class(self, for_update=False):
        return AkhirPengampuForm if for_update else PengampuForm
