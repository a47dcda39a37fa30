"""Choosers of the office that ask who looks: in the list, and in what a chosen row tells of itself.

Wagtail's own hand out the title of any row to everybody who may enter the office.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.views import View
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.permissions import page_permission_policy, policy_registry

# Wagtail's views that name pages, drafts too, to whoever may enter the office.
HALAMAN = frozenset(
    {
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_chosen_multiple",
    }
)
IZIN_HALAMAN = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}


class HalamanMiddleware:
    """The chooser of pages and the questions before many are changed are for who edits pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not _names_halaman(request.resolver_match) or not request.user.is_authenticated:
            return
        if not page_permission_policy.user_has_any_permission(request.user, IZIN_HALAMAN):
            raise PermissionDenied


def _names_halaman(cocok) -> bool:
    massal = cocok.url_name == "wagtail_bulk_action"
    return cocok.url_name in HALAMAN or (massal and cocok.kwargs["app_label"] == "wagtailcore")


def is_kunci(teks: str) -> bool:
    """Whether a row may be named so in an address of the office."""
    return teks.isascii() and teks.isdigit() and len(teks) < 10


class _Terlihat(View):
    """`terlihat` gives the rows this account may choose from, or None where it may not at all."""

    terlihat: Any = None

    def dispatch(self, request, *args, **kwargs):
        self.baris = self.terlihat(request.user)
        if self.baris is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_object_list(self):
        return self.baris

    def get_object(self, pk):
        return self._find([pk]).get()

    def get_objects(self, pks):
        return self._find(pks)

    def _find(self, pks) -> QuerySet:
        return self.baris.filter(pk__in=[pk for pk in pks if is_kunci(str(pk))])


class Pilih(_Terlihat, chooser.ChooseView):
    pass


class Hasil(_Terlihat, chooser.ChooseResultsView):
    pass


class _Terpilih(_Terlihat, chooser.ChosenView):
    pass


class _BanyakTerpilih(_Terlihat, chooser.ChosenMultipleView):
    pass


class PemilihViewSet(ChooserViewSet):
    """Choosing only; the rows are those the model's permission policy lets an account view."""

    choose_view_class = Pilih
    choose_results_view_class = Hasil
    chosen_view_class = _Terpilih
    chosen_multiple_view_class = _BanyakTerpilih
    per_page = 20

    def list_terlihat(self, user) -> QuerySet | None:
        kebijakan = policy_registry.get_by_type(self.model)
        if not kebijakan.user_has_permission(user, "view"):
            return None
        return kebijakan.instances_user_has_permission_for(user, "view")

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(terlihat=self.list_terlihat, **kwargs)

    def get_urlpatterns(self):
        return [pola for pola in super().get_urlpatterns() if pola.name != "create"]
