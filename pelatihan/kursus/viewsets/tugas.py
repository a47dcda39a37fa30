"""Assignments in the office: what to do, what is handed in, and the rubric by lines."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.pemilih import PemilihViewSet

from .. import permissions
from ..forms import TugasForm
from ..models import Tugas
from ..tugas import RubrikKurang, save_tugas
from .bank import set_policy

set_policy(Tugas, permissions.can_change_tugas, permissions.visible_tugas)


class _SimpanTugas:
    """Saving goes through the service. Learners get it with the next release of the course."""

    def save_instance(self):
        return save_tugas(
            tugas=self.form.instance, kriteria=self.form.kriteria, actor=self.request.user
        )

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except RubrikKurang:
            keluhan = _("All lines of the rubric together have fewer points than are asked for.")
            form.add_error("lulus_poin", keluhan)
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)


class TugasCreate(_SimpanTugas, CreateView):
    pass


class TugasEdit(_SimpanTugas, EditView):
    pass


class TugasViewSet(ModelViewSet):
    model = Tugas
    name = "tugas_kursus"
    url_prefix = "tugas"
    icon = "clipboard-list"
    menu_label = _("Assignments")
    add_view_class = TugasCreate
    edit_view_class = TugasEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    search_fields = ["judul"]
    list_display = ["judul", Column("lulus_poin", label=_("Points to be accepted"))]
    panels = [
        FieldPanel("judul"),
        FieldPanel("petunjuk"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("terima_teks"),
                        FieldPanel("terima_foto"),
                        FieldPanel("terima_pdf"),
                    ]
                ),
                FieldRowPanel([FieldPanel("berkas_maks"), FieldPanel("perbaikan_hari")]),
            ],
            heading=_("What is handed in"),
        ),
        FieldPanel("lulus_poin"),
        InlinePanel(
            "kriteria",
            [
                FieldPanel("kriteria"),
                FieldRowPanel([FieldPanel("poin"), FieldPanel("minimal")]),
                FieldPanel("penuh"),
                FieldPanel("separuh"),
            ],
            heading=_("Rubric"),
            min_num=1,
        ),
    ]

    def get_edit_handler(self):
        return ObjectList(self.panels, base_form_class=TugasForm).bind_to_model(Tugas)


class TugasChooser(PemilihViewSet):
    model = Tugas
    icon = "clipboard-list"
    choose_one_text = _("Choose an assignment")
    choose_another_text = _("Choose another assignment")
    page_title = _("Choose an assignment")


tugas_chooser = TugasChooser("tugas_chooser", url_prefix="tugas/pilih")
