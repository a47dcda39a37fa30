"""The office's menu group of this room."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from .belajar.viewsets import UraianViewSet
from .kelas.pertemuan_kantor import PertemuanViewSet
from .kelas.viewsets import AngkatanViewSet
from .kursus.viewsets import (
    JalurViewSet,
    KuisViewSet,
    TugasViewSet,
    kuis_chooser,
    soal_chooser,
    tugas_chooser,
)
from .muat.viewsets import SoalBerkasViewSet
from .penilaian.rilis import RilisViewSet
from .penilaian.viewsets import PesertaViewSet
from .peserta.viewsets import PengampuViewSet
from .sertifikat.viewsets import SertifikatViewSet


class PelatihanGroup(ViewSetGroup):
    menu_label = _("Training")
    menu_icon = "pilcrow"
    menu_order = 300
    items = (
        PesertaViewSet,
        UraianViewSet,
        SertifikatViewSet,
        SoalBerkasViewSet,
        KuisViewSet,
        TugasViewSet,
        RilisViewSet,
        JalurViewSet,
        AngkatanViewSet,
        PertemuanViewSet,
        PengampuViewSet,
    )


@hooks.register("register_admin_viewset")
def register_pelatihan():
    return [PelatihanGroup(), soal_chooser, kuis_chooser, tugas_chooser]
