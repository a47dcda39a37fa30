"""What the office's viewsets of records share: nothing is deleted, and history is our own Jejak."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column

from . import waktu
from .tulisan import format_tanggal
from .xlsx import guard_rumus

_BUANG = ("delete_url_name", "history_url_name", "usage_url_name", "copy_url_name")
_TETAP = frozenset({"index", "index_results", "add", "edit"})


def keep_urlpatterns(urlpatterns: list) -> list:
    """Only list, new and edit: Wagtail's other views ask no permission for the single row."""
    return [pola for pola in urlpatterns if pola.name in _TETAP]


def without_riwayat(kwargs: dict) -> dict:
    """View arguments without the addresses that `keep_urlpatterns` took away."""
    return {nama: nilai for nama, nilai in kwargs.items() if nama not in _BUANG}


class TanggalColumn(Column):
    """A day as people write it, 24 Nov 2026, whether past or to come."""

    def get_value(self, instance):
        hari = super().get_value(instance)
        if isinstance(hari, datetime):
            hari = waktu.ke_wib(hari)
        return format_tanggal(hari, "pendek-tahun") if hari else ""


class EksporMixin:
    """A list whose sheets are harmless, and only for whom `boleh_ekspor` says so."""

    boleh_ekspor: Callable[..., bool]

    def setup(self, request, *args, **kwargs):
        if not self.boleh_ekspor(request.user):
            self.list_export, self.FORMATS = [], ()
        super().setup(request, *args, **kwargs)  # type: ignore[misc]

    def preprocess_field_value(self, *args):
        """Guards what will stand in the cell: words of a field, and names of what it points to."""
        return guard_rumus(super().preprocess_field_value(*args))  # type: ignore[misc]


class LayananMixin:
    """A form of the office whose writing is done by a service: `write(cleaned_data)`.

    `tolakan` maps the service's exceptions to what the person reads above the form; nothing that
    was typed is lost. Two who save the same name at one moment: the second reads why.
    """

    tolakan: dict[type[Exception], Any] = {}
    kabar: Any = ""

    write: Callable[[dict], Any]

    def form_valid(self, form):
        try:
            self.object = self.write(form.cleaned_data)
        except ValidationError as galat:
            return self.refuse(form, list(galat.messages))
        except IntegrityError:
            return self.refuse(form, gettext("Somebody has just saved the same. Look at the list."))
        except tuple(self.tolakan) as galat:
            return self.refuse(form, self.explain(galat))
        messages.success(self.request, self.get_kabar())  # type: ignore[attr-defined]
        return HttpResponseRedirect(self.get_success_url())  # type: ignore[attr-defined]

    def refuse(self, form, kata):
        form.add_error(None, kata)
        if hasattr(self, "get_error_message"):  # Wagtail's own views show it above the page
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)  # type: ignore[attr-defined]

    def explain(self, galat: Exception) -> str:
        return str(self.tolakan[type(galat)])

    def get_kabar(self) -> str:
        return str(self.kabar) or gettext("“%(apa)s” is saved.") % {"apa": self.object}


class UbahMixin(LayananMixin):
    """An edit view that asks about this very record; Wagtail asks only about records in general."""

    def get_object(self, queryset=None):
        objek = super().get_object(queryset)  # type: ignore[misc]
        if not self.user_has_permission_for_instance("change", objek):  # type: ignore[attr-defined]
            raise PermissionDenied
        return objek


class TindakanView(LayananMixin, FormView):
    """One act on one record of the office: a page with a form and one button.

    A subclass names `visible_to` and `boleh` of its slice's permissions (as static methods), the
    words, `write`, and `get_kembali`, the address to go back to.
    """

    template_name = "core/admin/tindakan.html"
    judul: Any
    penjelasan: Any = ""
    tombol: Any
    icon = "edit"
    berat = False  # cannot be taken back: the button is red
    visible_to: Callable[..., QuerySet]
    boleh: Callable[..., bool]
    get_kembali: Callable[[], str]

    @cached_property
    def objek(self):
        """The record; not yours and not there answer alike. Raises Http404, PermissionDenied."""
        user = self.request.user
        objek = get_object_or_404(self.visible_to(user), pk=self.kwargs["pk"])
        if not self.boleh(user, objek):
            raise PermissionDenied
        return objek

    def dispatch(self, request, *args, **kwargs):
        self.objek  # noqa: B018  (asks before anything else happens)
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self):
        return self.get_kembali()

    def get_context_data(self, **kwargs):
        kata = {n: getattr(self, n) for n in ("judul", "penjelasan", "tombol", "icon", "berat")}
        return {**super().get_context_data(**kwargs), **kata, "kembali": self.get_kembali()}
