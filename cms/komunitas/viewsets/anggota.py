"""The people of the village as the BKM knows them."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.accounts.permissions import can_add_akun
from cms.accounts.rules import mask_telepon
from cms.core.izin import KebijakanIzin
from cms.core.kantor import EksporMixin, LayananMixin, UbahMixin, keep_urlpatterns, without_riwayat

from .. import permissions, selectors, services
from ..forms import AnggotaForm
from ..models import Anggota, Wilayah
from .orang import AkhiriAnggota, GabungAnggota, LanjutkanAnggota
from .tolakan import KALIMAT

register_permission_policy(
    Anggota,
    KebijakanIzin(
        Anggota,
        boleh={
            "add": permissions.can_manage_anggota,
            "change": permissions.can_manage_anggota,
            "view": permissions.can_view_anggota,
        },
        visible_to=permissions.visible_to,
    ),
)


class AnggotaFilter(WagtailFilterSet):
    wilayah = django_filters.ModelChoiceFilter(label=_("Lives in"), queryset=Wilayah.objects.all())
    jenis_kelamin = django_filters.ChoiceFilter(
        label=_("Sex"), choices=Anggota.JenisKelamin.choices
    )
    berakun = django_filters.BooleanFilter(
        label=_("Has an account"), field_name="akun", lookup_expr="isnull", exclude=True
    )
    berakhir = django_filters.BooleanFilter(
        label=_("Ended"), field_name="berakhir_pada", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Anggota
        fields = ["wilayah", "jenis_kelamin", "berakun", "berakhir"]


class AnggotaIndex(EksporMixin, generic.IndexView):
    """Those who take part today; who ended only when asked for."""

    boleh_ekspor = staticmethod(permissions.can_manage_anggota)

    def get_base_queryset(self):
        semua = permissions.visible_to(self.request.user).select_related("wilayah", "akun")
        return semua if self.request.GET.get("berakhir") == "true" else semua.aktif()


class AnggotaCreate(LayananMixin, generic.CreateView):
    tolakan = KALIMAT

    def write(self, isi):
        return services.create_anggota(actor=self.request.user, **isi)

    def get_success_url(self):
        return reverse("anggota:edit", args=[self.object.pk])


class AnggotaEdit(UbahMixin, generic.EditView):
    tolakan = KALIMAT

    def get_queryset(self):
        semua = permissions.visible_to(self.request.user)
        return semua.select_related("akun", "digabung_ke", "wilayah")

    def write(self, isi):
        return services.update_anggota(anggota=self.object, actor=self.request.user, **isi)

    def get_success_url(self):
        return reverse("anggota:edit", args=[self.object.pk])

    def get_context_data(self, **kwargs):
        user = self.request.user
        return {
            **super().get_context_data(**kwargs),
            "riwayat": selectors.get_riwayat_anggota(self.object),
            "boleh_akun": can_add_akun(user) and not self.object.akun_id,
            "boleh_akhiri": permissions.can_end_anggota(user, self.object),
            "boleh_gabung": permissions.can_merge_anggota(user, self.object),
        }


class AnggotaViewSet(ModelViewSet):
    model = Anggota
    name = "anggota"
    icon = "user"
    menu_label = _("List of residents")
    filterset_class = AnggotaFilter
    index_view_class = AnggotaIndex
    add_view_class = AnggotaCreate
    edit_view_class = AnggotaEdit
    edit_template_name = "komunitas/admin/anggota.html"
    copy_view_enabled = False
    search_fields = ["nama"]
    list_per_page = 50
    list_display = [
        "nama",
        Column("wilayah", label=_("Lives in"), sort_key="wilayah__nama"),
        Column("telepon", label=_("Phone"), accessor=lambda a: mask_telepon(a.telepon)),
        Column("akun", label=_("Account"), accessor=lambda a: a.akun.username if a.akun else ""),
    ]
    list_export = ["nama", "get_jenis_kelamin_display", "wilayah", "berakhir_pada"]
    export_headings = {"get_jenis_kelamin_display": _("sex")}
    export_filename = "warga"

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return [
            *keep_urlpatterns(super().get_urlpatterns()),
            path("<int:pk>/akhiri/", AkhiriAnggota.as_view(), name="akhiri"),
            path("<int:pk>/lanjutkan/", LanjutkanAnggota.as_view(), name="lanjutkan"),
            path("<int:pk>/gabung/", GabungAnggota.as_view(), name="gabung"),
        ]

    def get_form_class(self, for_update=False):
        return AnggotaForm
