"""Sessions in the office: planned, changed and called off by the same services as on a phone."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import (
    EksporMixin,
    TanggalColumn,
    TindakanView,
    keep_urlpatterns,
    without_riwayat,
)

from ..peserta.models import Angkatan
from . import permissions, services
from .forms import AlasanForm, PertemuanForm
from .models import Pertemuan

register_permission_policy(
    Pertemuan,
    KebijakanIzin(
        Pertemuan,
        boleh={"view": permissions.can_change_pertemuan},
        visible_to=permissions.visible_pertemuan,
    ),
    exact_class=True,
)
TUTUP = {
    services.PertemuanBatal: _("This session does not take place any more."),
    services.AngkatanTutup: _("This class has ended or was cancelled."),
}


class PertemuanIndex(EksporMixin, IndexView):
    boleh_ekspor = staticmethod(permissions.can_change_pertemuan)

    def get_base_queryset(self):
        milik = permissions.visible_pertemuan(self.request.user)
        return milik.select_related("angkatan").order_by("-mulai", "pk")

    @property
    def header_buttons(self):
        url = reverse("pertemuan:pilih_kelas")
        return [HeaderButton(_("New session"), url=url, icon_name="plus")]


class PilihKelas(TemplateView):
    """A session belongs to a class: which one, of those that run and that one leads."""

    template_name = "pelatihan/admin/pertemuan_kelas.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not permissions.can_view_angkatan(user):
            raise PermissionDenied
        kelas = permissions.visible_to(user).berjalan().order_by("-dari", "nama")[:200]
        return {**super().get_context_data(**kwargs), "daftar": kelas}


class _Isian(TindakanView):
    """Day, hours and place as people write them."""

    icon = "calendar-alt"
    form_class = PertemuanForm
    tolakan = TUTUP

    def get_milik(self) -> dict[str, Any]:
        """Which class, and which session if there is one already."""
        raise NotImplementedError

    def get_form_kwargs(self):
        return {"data": self.request.POST or None, **self.get_milik()}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        self.isian = form
        return form

    def get_kembali(self):
        return reverse("pertemuan:index")


class BuatPertemuan(_Isian):
    judul = _("New session")
    tombol = _("Plan the session")
    visible_to = staticmethod(permissions.visible_to)
    boleh = staticmethod(permissions.can_change_angkatan)

    def get_milik(self):
        return {"angkatan": self.objek}

    def write(self, isi):
        return services.create_pertemuan(
            angkatan=self.objek, actor=self.request.user, **self.isian.isi
        )


class UbahPertemuan(_Isian):
    template_name = "pelatihan/admin/pertemuan_ubah.html"
    judul = _("Change the session")
    penjelasan = _("If day, hours or place change, everybody in the class is told.")
    tombol = _("Save")
    visible_to = staticmethod(permissions.visible_pertemuan)
    boleh = staticmethod(permissions.can_change_pertemuan)

    def get_milik(self):
        return {
            "angkatan": self.objek.angkatan,
            "instance": Pertemuan.objects.get(pk=self.objek.pk),
        }

    def write(self, isi):
        return services.update_pertemuan(
            pertemuan=self.objek, actor=self.request.user, **self.isian.isi
        )


class BatalkanPertemuan(TindakanView):
    judul = _("Call off the session")
    penjelasan = _("Everybody in the class is told, with the reason. Attendance is kept.")
    tombol = _("Call it off")
    icon = "calendar-alt"
    berat = True
    form_class = AlasanForm
    tolakan = TUTUP
    kabar = _("Done. Everybody in the class is told.")
    visible_to = staticmethod(permissions.visible_pertemuan)
    boleh = staticmethod(permissions.can_change_pertemuan)

    def write(self, isi):
        return services.cancel_pertemuan(pertemuan=self.objek, actor=self.request.user, **isi)

    def get_kembali(self):
        return reverse("pertemuan:index")


def _is_tetap(pertemuan: Pertemuan) -> bool:
    """Nothing changes any more: called off, or of a class that is over."""
    return bool(pertemuan.batal_pada) or pertemuan.angkatan.status != Angkatan.Status.AKTIF


def _say_ubah(pertemuan: Pertemuan) -> str:
    if pertemuan.batal_pada:
        return gettext("Called off")
    return gettext("Class ended") if _is_tetap(pertemuan) else gettext("Change")


def _get_ubah(pertemuan: Pertemuan) -> str | None:
    return None if _is_tetap(pertemuan) else reverse("pertemuan:ubah", args=[pertemuan.pk])


class PertemuanViewSet(ModelViewSet):
    model = Pertemuan
    name = "pertemuan"
    url_prefix = "pertemuan"
    icon = "calendar-alt"
    menu_label = _("Sessions")
    index_view_class = PertemuanIndex
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields = ["judul"]
    search_fields = ["judul", "angkatan__nama"]
    list_display = [
        TitleColumn(
            "judul",
            label=_("Subject"),
            get_url=lambda p: reverse("kelas:call_roll", args=[p.uuid]),
        ),
        Column("angkatan", label=_("Class"), accessor=lambda p: p.angkatan.nama),
        TanggalColumn("mulai", label=_("Day"), sort_key="mulai"),
        TitleColumn(
            "ubah",
            label=_("State"),
            accessor=_say_ubah,
            get_url=_get_ubah,
        ),
    ]
    list_export = ["judul", "angkatan.nama", "mulai", "selesai", "tempat"]
    export_headings = {"angkatan.nama": _("Class")}
    export_filename = "pertemuan"

    def get_urlpatterns(self):
        daftar = keep_urlpatterns(super().get_urlpatterns())
        return [
            *(pola for pola in daftar if pola.name not in ("add", "edit")),
            path("kelas/", PilihKelas.as_view(), name="pilih_kelas"),
            path("kelas/<int:pk>/", BuatPertemuan.as_view(), name="buat"),
            path("<int:pk>/ubah/", UbahPertemuan.as_view(), name="ubah"),
            path("<int:pk>/batal/", BatalkanPertemuan.as_view(), name="batalkan"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))
