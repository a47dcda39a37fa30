"""The list of accounts: found by any of their names, filtered, exported without addresses."""

import django_filters
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from cms.core import waktu
from cms.core.izin import TerlihatMixin
from cms.core.kantor import EksporMixin
from cms.core.tulisan import format_tanggal

from .. import peran, permissions, selectors
from ..models import User
from ..rules import mask_telepon


def say_keadaan(user: User) -> str:
    return gettext("Active") if user.is_active else gettext("Deactivated")


def say_dua_langkah(user: User) -> str:
    return gettext("On") if user.dua_langkah else gettext("Off")


def say_terakhir(user: User) -> str:
    if user.last_login is None:
        return gettext("Never")
    return format_tanggal(waktu.ke_wib(user.last_login).date())


EKSPOR = {
    "nama": (_("Name"), User.get_full_name),
    "username": (_("Username"), lambda user: user.username),
    "peran": (_("Roles today"), selectors.describe_peran),
    "keadaan": (_("State"), say_keadaan),
    "dua_langkah": (_("Two-step sign-in"), say_dua_langkah),
    "terakhir": (_("Last sign-in"), say_terakhir),
}
EKSPOR_ADMIN = {
    "email": (_("E-mail"), lambda user: user.email or ""),
    "telepon": (_("Phone number"), lambda user: user.telepon or ""),
}
KOLOM = [
    TitleColumn(
        "nama",
        label=_("Name"),
        accessor="get_full_name",
        sort_key="nama",
        get_url=lambda user: reverse("akun:edit", args=[user.pk]),
    ),
    Column("username", label=_("Username"), sort_key="username"),
    Column("peran", label=_("Roles today"), accessor=selectors.describe_peran),
    Column("telepon", label=_("Phone number"), accessor=lambda u: mask_telepon(u.telepon or "")),
    Column("keadaan", label=_("State"), accessor=say_keadaan, sort_key="is_active"),
    Column("dua_langkah", label=_("Two-step sign-in"), accessor=say_dua_langkah),
    Column("terakhir", label=_("Last sign-in"), accessor=say_terakhir, sort_key="last_login"),
]


class AkunFilter(WagtailFilterSet):
    peran = django_filters.ChoiceFilter(
        label=_("Role today"), choices=list(peran.NAMA.items()), method="filter_peran"
    )
    aktif = django_filters.BooleanFilter(label=_("Active"), field_name="is_active")
    kantor = django_filters.BooleanFilter(label=_("Holds an office"), method="filter_kantor")

    class Meta:
        model = User
        fields = ["peran", "aktif", "kantor"]

    def filter_peran(self, queryset, _nama, nilai):
        return selectors.filter_peran(queryset, nilai)

    def filter_kantor(self, queryset, _nama, nilai):
        pengurus = selectors.get_users_with_peran(*peran.KANTOR).values("pk")
        return queryset.filter(pk__in=pengurus) if nilai else queryset.exclude(pk__in=pengurus)


class AkunIndex(EksporMixin, TerlihatMixin, generic.IndexView):
    """E-mail and phone leave the house only in an administrator's export."""

    default_ordering = "nama"
    boleh_ekspor = staticmethod(permissions.can_view_akun)
    export_headings = {n: judul for n, (judul, _isi) in (EKSPOR | EKSPOR_ADMIN).items()}

    def get_base_queryset(self):
        return selectors.annotate_akun(super().get_base_queryset())

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        return selectors.filter_kata(queryset, self.search_query)

    def _get_ekspor(self) -> dict:
        return EKSPOR | (EKSPOR_ADMIN if permissions.is_admin(self.request.user) else {})

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if permissions.can_view_akun(request.user):
            self.list_export = list(self._get_ekspor())

    def to_row_dict(self, item):
        return {nama: str(isi(item)) for nama, (_judul, isi) in self._get_ekspor().items()}
