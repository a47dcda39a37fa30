"""Learning paths in the office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.kantor import keep_urlpatterns, without_riwayat

from .. import permissions, services
from ..models import Jalur

register_permission_policy(
    Jalur,
    KebijakanIzin(
        Jalur,
        boleh=dict.fromkeys(("add", "change", "view"), permissions.can_change_jalur),
        visible_to=permissions.visible_jalur,
    ),
    exact_class=True,
)


class _Simpan:
    def save_instance(self):
        langkah = [f.cleaned_data for f in self.form.formsets["langkah"].ordered_forms]
        return services.save_jalur(
            jalur=self.form.instance,
            halaman=[isi["halaman"] for isi in langkah],
            actor=self.request.user,
        )


class JalurCreate(_Simpan, CreateView):
    pass


class JalurEdit(_Simpan, EditView):
    pass


class JalurViewSet(ModelViewSet):
    model = Jalur
    name = "jalur"
    url_prefix = "jalur"
    icon = "list-ol"
    menu_label = _("Learning paths")
    add_view_class = JalurCreate
    edit_view_class = JalurEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    search_fields = ["judul"]
    list_display = [
        "judul",
        Column("untuk_siapa", label=_("For whom")),
        Column("get_status_display", label=_("State"), sort_key="status"),
    ]
    panels = [
        FieldPanel("judul"),
        FieldPanel("untuk_siapa"),
        FieldPanel("pengantar"),
        FieldRowPanel([FieldPanel("urutan"), FieldPanel("status")]),
        InlinePanel(
            "langkah",
            [
                PageChooserPanel(
                    "halaman", page_type=["pelatihan.KursusPage", "pelatihan.BagianPage"]
                )
            ],
            heading=_("Courses and modules in this order"),
            min_num=1,
        ),
    ]

    def get_edit_handler(self):
        return ObjectList(self.panels).bind_to_model(Jalur)

    def get_common_view_kwargs(self, **kwargs):
        return without_riwayat(super().get_common_view_kwargs(**kwargs))

    def get_urlpatterns(self):
        return keep_urlpatterns(super().get_urlpatterns())
