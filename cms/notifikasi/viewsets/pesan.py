"""The outbox for the office: what was sent, what waits, what was given up, and trying again."""

import django_filters
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from cms.core.izin import KebijakanIzin, TerlihatMixin
from cms.core.kantor import TanggalColumn

from .. import permissions, services
from ..models import Pesan

KEBIJAKAN = KebijakanIzin(
    Pesan, boleh={"view": permissions.can_view_pesan}, visible_to=permissions.visible_to
)


SALURAN = {"kotak": _("Inbox on the site"), "surel": _("E-mail")}


class PesanFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=_("State"), choices=Pesan.Status.choices)
    saluran = django_filters.ChoiceFilter(label=_("Channel"), choices=list(SALURAN.items()))

    class Meta:
        model = Pesan
        fields = ["status", "saluran"]


class PesanIndex(TerlihatMixin, IndexView):
    model = Pesan
    permission_policy = KEBIJAKAN
    any_permission_required = ["view"]
    filterset_class = PesanFilter
    page_title = _("Messages")
    header_icon = "mail"
    index_url_name = "pesan:index"
    index_results_url_name = "pesan:index_results"
    default_ordering = "-id"
    paginate_by = 50
    is_searchable = False
    columns = [
        TitleColumn(
            "judul",
            label=_("Message"),
            get_url=lambda pesan: reverse("pesan:lihat", args=[pesan.uuid]),
        ),
        Column("penerima_nama", label=_("To")),
        Column("saluran", label=_("Channel"), accessor=lambda p: SALURAN.get(p.saluran, p.saluran)),
        Column("get_status_display", label=_("State")),
        TanggalColumn("dibuat_pada", label=_("Written")),
    ]

    def get_base_queryset(self):
        return permissions.visible_to(self.request.user)


def view_pesan(request, uuid):
    """One message as it was written, with the button to try a dead letter again."""
    pesan = get_object_or_404(permissions.visible_to(request.user), uuid=uuid)
    if request.method == "POST" and permissions.can_retry_pesan(request.user, pesan):
        if services.retry_pesan(pesan):
            messages.success(request, _("The message will be tried again."))
        return redirect("pesan:lihat", uuid)
    return render(request, "notifikasi/admin_pesan.html", {"pesan": pesan})


class PesanViewSet(ViewSet):
    name = "pesan"
    url_prefix = "pesan"
    menu_label = _("Messages")
    icon = "mail"
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("", PesanIndex.as_view(), name="index"),
            path("hasil/", PesanIndex.as_view(results_only=True), name="index_results"),
            path("<uuid:uuid>/", view_pesan, name="lihat"),
        ]
