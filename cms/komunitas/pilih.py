"""Choosing one person among a thousand, with search; only for whom people are visible."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import BaseChooser

from cms.core.pemilih import Hasil, PemilihViewSet, Pilih

from . import permissions


class CariForm(SearchFilterMixin, BaseFilterForm):
    """Any part of the name finds a person."""

    def filter(self, objects):
        cari = self.cleaned_data.get("q")
        if not cari:
            return objects
        self.is_searching, self.search_query = True, cari
        return objects.filter(nama__icontains=cari)


class _Kolom:
    filter_form_class = CariForm

    @property
    def columns(self):
        return [*super().columns, Column("wilayah", label=_("Lives in"))]  # type: ignore[misc]


class PilihView(_Kolom, Pilih):
    pass


class PilihHasilView(_Kolom, Hasil):
    pass


class PilihWidget(BaseChooser):
    """Draws a refused form again, whatever was sent in the place of a key."""

    def get_instance(self, value):
        try:
            return super().get_instance(value)
        except (ValueError, OverflowError):
            return None


class AnggotaChooser(PemilihViewSet):
    model = "komunitas.Anggota"
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    page_title = _("Choose a person")
    base_widget_class = PilihWidget
    choose_view_class = PilihView
    choose_results_view_class = PilihHasilView
    register_widget = False

    def list_terlihat(self, user):
        if not permissions.can_view_anggota(user):
            return None
        return permissions.visible_to(user).aktif().select_related("wilayah")


anggota_chooser = AnggotaChooser("anggota_chooser", url_prefix="anggota/pilih")
PilihAnggota = anggota_chooser.widget_class
