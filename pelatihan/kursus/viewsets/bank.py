"""The bank of questions and the quizzes in the office."""

import django_filters
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy

from cms.core.izin import KebijakanIzin
from cms.core.pemilih import PemilihViewSet

from .. import permissions, services
from ..bidang import BARIS_MAKS, CELAH_MAKS, PILIHAN_MAKS
from ..forms import KuisForm, PilihTopik, SoalForm
from ..models import Kuis, KuisSoal, Soal, Status


def set_policy(model, can, visible_to) -> None:
    """Who may see a model may also add to it and change it."""
    boleh = {"add": can, "change": can, "view": can}
    kebijakan = KebijakanIzin(model, boleh=boleh, visible_to=visible_to)
    register_permission_policy(model, kebijakan, exact_class=True)


set_policy(Soal, permissions.can_change_soal, permissions.visible_soal)
set_policy(Kuis, permissions.can_change_kuis, permissions.visible_kuis)


def _rows(banyak: int, *nama: str) -> list:
    return [
        FieldRowPanel([FieldPanel(f"{satu}_{n}") for satu in nama]) for n in range(1, banyak + 1)
    ]


def _panel(jenis: str, heading, children: list) -> MultiFieldPanel:
    """Fields of some kinds; a script shows only those of the chosen kind, without it all are there."""
    kelas = " ".join(["jenis-soal", *(f"jenis-{satu}" for satu in jenis.split())])
    return MultiFieldPanel(children, heading=heading, classname=kelas)


PANEL_JENIS = [
    _panel(
        "pilihan-tunggal pilihan-ganda benar-salah",
        _("Answers to choose from (true or false: the first two lines)"),
        _rows(PILIHAN_MAKS, "pilihan", "benar", "umpan"),
    ),
    _panel(
        "angka",
        _("For a number"),
        [FieldRowPanel([FieldPanel("nilai"), FieldPanel("toleransi")]), FieldPanel("umpan_tepat")],
    ),
    _panel(
        "isian-singkat",
        _("For a short answer"),
        [
            *_rows(BARIS_MAKS, "isian", "isian_bobot", "isian_umpan"),
            FieldRowPanel([FieldPanel("toleransi_ejaan"), FieldPanel("peka_huruf")]),
        ],
    ),
    _panel("angka isian-singkat", _("For any other answer"), [FieldPanel("umpan_lain")]),
    _panel(
        "menjodohkan",
        _("For matching"),
        [*_rows(BARIS_MAKS, "kiri", "kanan"), FieldPanel("pengecoh")],
    ),
    _panel("mengurutkan", _("For putting in order"), [FieldPanel("urutan")]),
    _panel(
        "rumpang",
        _("For a text with gaps"),
        [
            FieldPanel("teks_rumpang"),
            *_rows(CELAH_MAKS, "celah_jenis", "celah_benar", "celah_salah", "celah_bobot"),
        ],
    ),
    _panel(
        "uraian",
        _("For an essay"),
        [*_rows(BARIS_MAKS, "kriteria", "poin"), FieldPanel("contoh_jawaban")],
    ),
]


class SoalFilter(WagtailFilterSet):
    status = django_filters.ChoiceFilter(label=_("State"), choices=Status.choices)
    topik = django_filters.AllValuesFilter(label=_("Topic"))

    class Meta:
        model = Soal
        fields = ["jenis", "kesukaran", "status", "topik"]


class _Pratinjau:
    """A button that shows the thing as learners meet it, answers and feedback included."""

    @property
    def header_more_buttons(self):
        url = reverse(self.pratinjau, args=[self.object.pk])
        lihat = Button(_("See it with answers"), url=url, icon_name="view")
        return [*super().header_more_buttons, lihat]


class SoalCreate(CreateView):
    def save_instance(self):
        return services.save_soal(soal=self.form.instance, actor=self.request.user)


class SoalEdit(_Pratinjau, EditView):
    pratinjau = "soal:preview"

    @property
    def header_more_buttons(self):
        url = reverse("rilis:soal", args=[self.object.pk])
        koreksi = Button(_("Correct where released"), url=url, icon_name="history")
        url = reverse("rilis:angka_soal", args=[self.object.pk])
        angka = Button(_("How it works"), url=url, icon_name="help")
        return [*super().header_more_buttons, koreksi, angka]

    def save_instance(self):
        return services.save_soal(soal=self.form.instance, actor=self.request.user)


def preview_soal(request, pk):
    soal = get_object_or_404(permissions.visible_soal(request.user), pk=pk)
    isi = {"judul": soal.judul, "daftar_soal": [soal]}
    return render(request, "pelatihan/admin/pratinjau.html", isi)


class SoalViewSet(ModelViewSet):
    model = Soal
    name = "soal"
    url_prefix = "soal"
    icon = "help"
    menu_label = _("Questions")
    add_view_class = SoalCreate
    edit_view_class = SoalEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    filterset_class = SoalFilter
    search_fields = ["judul", "topik"]
    list_per_page = 50
    list_display = [
        "judul",
        Column("get_jenis_display", label=_("Kind"), sort_key="jenis"),
        "topik",
        "kesukaran",
        Column("get_status_display", label=_("State"), sort_key="status"),
    ]
    panels = [
        FieldPanel("judul"),
        FieldRowPanel([FieldPanel("jenis"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("topik"), FieldPanel("kesukaran")]),
        FieldPanel("bacaan"),
        FieldRowPanel([FieldPanel("gambar"), FieldPanel("gambar_bawaan")]),
        FieldPanel("gambar_alt"),
        FieldPanel("soal"),
        *PANEL_JENIS,
        FieldPanel("petunjuk"),
        FieldPanel("umpan_balik"),
    ]

    def get_edit_handler(self):
        return ObjectList(self.panels, base_form_class=SoalForm).bind_to_model(Soal)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("preview/<int:pk>/", preview_soal, name="preview")]


class _SimpanKuis:
    """Saving goes through the service. Learners get it with the next release of the course."""

    def save_instance(self):
        return services.save_kuis(
            kuis=self.form.instance,
            butir=self.form.butir,
            undian=self.form.undian,
            actor=self.request.user,
        )

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except services.KuisKosong:
            keluhan = _("A quiz needs a published question to be published.")
        except services.UndianKurang as kurang:
            keluhan = _("The bank holds too few published questions of the topic “%(topik)s”.") % {
                "topik": kurang.args[0]["topik"]
            }
        form.add_error("status", keluhan)
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)


class KuisCreate(_SimpanKuis, CreateView):
    pass


class KuisEdit(_SimpanKuis, _Pratinjau, EditView):
    pratinjau = "kuis:preview"

    @property
    def header_more_buttons(self):
        url = reverse("rilis:angka_kuis", args=[self.object.pk])
        angka = Button(_("How its questions work"), url=url, icon_name="help")
        return [*super().header_more_buttons, angka]


def preview_kuis(request, pk):
    kuis = get_object_or_404(permissions.visible_kuis(request.user), pk=pk)
    butir = KuisSoal.objects.filter(kuis=kuis).select_related("soal")
    isi = {"judul": kuis.judul, "daftar_soal": [satu.soal for satu in butir]}
    return render(request, "pelatihan/admin/pratinjau.html", isi)


class KuisViewSet(ModelViewSet):
    model = Kuis
    name = "kuis"
    url_prefix = "kuis"
    icon = "list-ol"
    menu_label = _("Quizzes")
    add_view_class = KuisCreate
    edit_view_class = KuisEdit
    copy_view_enabled = False
    inspect_view_enabled = False
    search_fields = ["judul"]
    list_display = ["judul", Column("get_status_display", label=_("State"), sort_key="status")]
    panels = [
        FieldPanel("judul"),
        FieldPanel("pengantar"),
        FieldRowPanel([FieldPanel("lulus_persen"), FieldPanel("status")]),
        InlinePanel("butir", [FieldPanel("soal"), FieldPanel("bobot")], heading=_("Questions")),
        InlinePanel(
            "undian",
            [
                FieldRowPanel(
                    [
                        FieldPanel("topik", widget=PilihTopik),
                        FieldPanel("kesukaran"),
                        FieldPanel("banyak"),
                    ]
                )
            ],
            heading=_("Drawn from the bank"),
            help_text=_("Every attempt gets other questions; their order is that of the draws."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("acak_soal"), FieldPanel("acak_pilihan")]),
                FieldRowPanel([FieldPanel("batas_menit"), FieldPanel("toleransi_detik")]),
                FieldRowPanel([FieldPanel("percobaan_maks"), FieldPanel("cara_nilai")]),
                FieldRowPanel([FieldPanel("umpan"), FieldPanel("umpan_tanggal")]),
            ],
            heading=_("Rules"),
        ),
    ]

    def get_edit_handler(self):
        return ObjectList(self.panels, base_form_class=KuisForm).bind_to_model(Kuis)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("preview/<int:pk>/", preview_kuis, name="preview")]


class SoalChooser(PemilihViewSet):
    model = Soal
    icon = "help"
    choose_one_text = _("Choose a question")
    choose_another_text = _("Choose another question")
    page_title = _("Choose a question")


class KuisChooser(PemilihViewSet):
    model = Kuis
    icon = "list-ol"
    choose_one_text = _("Choose a quiz")
    choose_another_text = _("Choose another quiz")
    page_title = _("Choose a quiz")


soal_chooser = SoalChooser("soal_chooser", url_prefix="soal/pilih")
kuis_chooser = KuisChooser("kuis_chooser", url_prefix="kuis/pilih")
