"""Choosing one person among a thousand, with search; only for whom people are visible."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from . import permissions


class CariForm(SearchFilterMixin, BaseFilterForm):
    """Any part of the name finds a person."""

    def filter(self, objects):
        cari = self.cleaned_data.get("q")
        if not cari:
            return objects
        self.is_searching, self.search_query = True, cari
        return objects.filter(nama__icontains=cari)


class _PembacaMixin(View):
    """Wagtail's choosers open for everybody in the office; people are not for everybody."""

    def dispatch(self, request, *args, **kwargs):
        if not permissions.can_view_anggota(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class _DaftarMixin(_PembacaMixin, chooser.BaseChooseView):
    filter_form_class = CariForm

    def get_object_list(self):
        return permissions.visible_to(self.request.user).aktif().select_related("wilayah")

    @property
    def columns(self):
        return [*super().columns, Column("wilayah", label=_("Lives in"))]


class PilihView(_DaftarMixin, chooser.ChooseView):
    pass


class PilihHasilView(_DaftarMixin, chooser.ChooseResultsView):
    pass


class TerpilihView(_PembacaMixin, chooser.ChosenView):
    def get_object(self, pk):
        return permissions.visible_to(self.request.user).get(pk=pk)


class TerpilihBanyakView(_PembacaMixin, chooser.ChosenMultipleView):
    def get_objects(self, pks):
        return permissions.visible_to(self.request.user).filter(pk__in=pks)


class PilihWidget(BaseChooser):
    """Draws a refused form again, whatever was sent in the place of a key."""

    def get_instance(self, value):
        try:
            return super().get_instance(value)
        except (ValueError, OverflowError):
            return None


class AnggotaChooser(ChooserViewSet):
    model = "komunitas.Anggota"
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    page_title = _("Choose a person")
    base_widget_class = PilihWidget
    choose_view_class = PilihView
    choose_results_view_class = PilihHasilView
    chosen_view_class = TerpilihView
    chosen_multiple_view_class = TerpilihBanyakView
    register_widget = False
    per_page = 20


anggota_chooser = AnggotaChooser("anggota_chooser", url_prefix="anggota/pilih")
PilihAnggota = anggota_chooser.widget_class
