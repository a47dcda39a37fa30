"""Letters "sent" where no mail leaves the house: a list and one letter, for trying things out."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.viewsets.base import ViewSet

from .. import permissions
from ..channels import kotaksurat


@never_cache
def list_surat(request):
    """The newest letters first; only those of one page are opened."""
    if not permissions.can_view_surat(request.user):
        raise Http404
    halaman = Paginator(kotaksurat.list_nama(), 30).get_page(request.GET.get("halaman"))
    surat = [satu for nama in halaman if (satu := kotaksurat.read_surat(nama))]
    return render(request, "notifikasi/admin_surat.html", {"halaman": halaman, "daftar": surat})


@never_cache
def view_surat(request, nama: str):
    """The plain text of one letter; its HTML is never shown here."""
    surat = kotaksurat.read_surat(nama) if permissions.can_view_surat(request.user) else None
    if surat is None:
        raise Http404
    return render(request, "notifikasi/admin_surat_satu.html", {"surat": surat})


class SuratViewSet(ViewSet):
    name = "surat"
    url_prefix = "surat"
    menu_label = _("Letters (sample)")
    icon = "mail"
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("", list_surat, name="index"),
            path("<slug:nama>/", view_surat, name="lihat"),
        ]
