"""Settings and roles by decision, in the office."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from cms.core import waktu

from .. import permissions, selectors, services
from ..forms import KetentuanForm, PeranForm
from .tolakan import DITOLAK, explain


def list_ketentuan(request):
    """Every setting as it stands; the first values are called "bawaan"."""
    if not permissions.can_view_ketentuan(request.user):
        raise PermissionDenied
    isi = {
        "berlaku": selectors.list_ketentuan_berlaku(waktu.hari_ini()),
        "mendatang": [b for b in selectors.list_ketentuan() if b.berlaku_dari > waktu.hari_ini()],
        "boleh_ubah": permissions.can_set_ketentuan(request.user),
    }
    return render(request, "musyawarah/admin/ketentuan.html", isi)


def view_ketentuan(request, kode: str):
    """All values a setting ever had."""
    if not permissions.can_view_ketentuan(request.user):
        raise PermissionDenied
    isi = {"judul": selectors.get_judul_ketentuan(kode), "riwayat": selectors.list_ketentuan(kode)}
    return render(request, "musyawarah/admin/ketentuan_riwayat.html", isi)


def set_ketentuan(request):
    return _by_keputusan(
        request,
        KetentuanForm,
        services.set_ketentuan,
        _("Change a setting by decision"),
        _("The setting is changed."),
    )


def give_peran(request):
    return _by_keputusan(
        request,
        PeranForm,
        services.give_peran_by_keputusan,
        _("Give a role by decision"),
        _("The role is given."),
    )


def _by_keputusan(request, form_class, service, judul, kabar):
    if not permissions.can_set_ketentuan(request.user):
        raise PermissionDenied
    form = form_class(request.POST or None, initial={"keputusan": request.GET.get("keputusan", "")})
    if request.method == "POST" and form.is_valid():
        try:
            service(actor=request.user, **form.cleaned_data)
        except DITOLAK as galat:
            form.add_error(None, explain(galat))
        else:
            messages.success(request, kabar)
            return redirect("ketentuan:index")
    return render(request, "musyawarah/admin/dengan_keputusan.html", {"form": form, "judul": judul})


class KetentuanViewSet(ViewSet):
    name = "ketentuan"
    url_prefix = "ketentuan"
    icon = "sliders"
    menu_label = _("Settings by decision")

    def get_urlpatterns(self):
        return [
            path("", list_ketentuan, name="index"),
            path("ubah/", set_ketentuan, name="ubah"),
            path("peran/", give_peran, name="peran"),
            path("<str:kode>/", view_ketentuan, name="riwayat"),
        ]
