"""Releases of a course in the office: what waits to be released, what it touches, the one button."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.core.kantor import TindakanView

from ..kursus import rules
from ..kursus.models import Rilis
from ..kursus.pages import KursusPage
from ..kursus.selectors import get_isi
from ..peserta.models import Peserta
from . import angka_kantor, koreksi_kantor, permissions, pindah, pindah_kantor
from .models import Percobaan

JENIS = {
    "kursus": _("Course"),
    "bagian": _("Module"),
    "pelajaran": _("Lesson"),
    "kuis": _("Quiz"),
    "tugas": _("Assignment"),
}
UBAH = {
    "baru": _("new"),
    "hilang": _("no longer there"),
    "berubah": _("changed"),
    "urutan": _("The order or place of parts has changed."),
}


@dataclass(frozen=True)
class Perubahan:
    """One difference in words."""

    jenis: str
    judul: str
    ubah: str
    berjalan: int = 0


def list_perubahan(kursus: KursusPage) -> list[Perubahan]:
    """What waits for the next release; for quizzes how many attempts are running on the old one."""
    return [
        Perubahan(
            str(JENIS[satu["jenis"]]) if satu["judul"] else "",
            satu["judul"],
            str(UBAH[satu["ubah"]]),
            _count_berjalan(kursus, satu) if satu["jenis"] == "kuis" else 0,
        )
        for satu in kursus.list_perubahan()
    ]


def _count_berjalan(kursus: KursusPage, satu: dict) -> int:
    semua = Percobaan.objects.filter(rilis__kursus_kunci=kursus.kunci, kuis_kunci=satu["kunci"])
    return semua.filter(selesai_pada__isnull=True).count()


def list_rilis(kursus: KursusPage) -> list[dict]:
    """The releases, newest first, each with what it changed against the one before."""
    semua = list(Rilis.objects.filter(kursus_kunci=kursus.kunci).select_related("dibuat_oleh"))
    hasil = []
    for satu, lama in zip(semua, [*semua[1:], None], strict=True):
        beda = rules.compare_susunan(lama.susunan if lama else [], satu.susunan, _is_sama)
        isi = [Perubahan(str(JENIS[b["jenis"]]), b["judul"], str(UBAH[b["ubah"]])) for b in beda]
        hasil.append({"rilis": satu, "beda": isi if lama else []})
    return hasil


def _is_sama(lama: dict, baru: dict) -> bool:
    return rules.is_kuis_sama(get_isi(lama["sidik"]), get_isi(baru["sidik"]))


class DaftarRilis(TemplateView):
    """All courses one may release."""

    template_name = "pelatihan/admin/rilis_daftar.html"

    def get_context_data(self, **kwargs):
        if not permissions.can_release_kursus(self.request.user):
            raise PermissionDenied
        kursus = permissions.visible_kursus(self.request.user).order_by("path")
        daftar = [(satu, len(satu.list_perubahan()), list_rilis(satu)[:1]) for satu in kursus]
        return {**super().get_context_data(**kwargs), "daftar": daftar}


class KosongForm(forms.Form):
    """One button and nothing to fill in."""


class TerbitkanRilis(TindakanView):
    """A course's releases, what waits, and the button that releases it."""

    template_name = "pelatihan/admin/rilis.html"
    judul = _("Releases")
    penjelasan = _(
        "A release fixes lessons, quizzes and rules for those who enrol from now on. Who is learning "
        "stays with the release they began with, and every running attempt ends on its own."
    )
    tombol = _("Publish the release")
    icon = "history"
    form_class = KosongForm
    kabar = _("The release is published.")
    visible_to = staticmethod(permissions.visible_kursus)
    boleh = staticmethod(permissions.can_release_kursus)

    def write(self, isi):
        return self.objek.release(actor=self.request.user)

    def get_kembali(self):
        return reverse("rilis:index")

    def get_success_url(self):
        return reverse("rilis:terbitkan", args=[self.objek.pk])

    def get_context_data(self, **kwargs):
        kursus = self.objek
        belajar = Peserta.objects.filter(kursus_kunci=kursus.kunci, status=Peserta.Status.AKTIF)
        return {
            **super().get_context_data(**kwargs),
            "perubahan": list_perubahan(kursus),
            "daftar_rilis": list_rilis(kursus),
            "belajar": belajar.count(),
            "tertinggal": pindah.list_tertinggal(kursus.kunci).count(),
        }


class RilisMenuItem(MenuItem):
    def is_shown(self, request):
        return permissions.can_release_kursus(request.user)


class RilisViewSet(ViewSet):
    name = "rilis"
    url_prefix = "rilis"
    icon = "history"
    menu_label = _("Releases")
    menu_item_class = RilisMenuItem

    def get_urlpatterns(self):
        return [
            path("", DaftarRilis.as_view(), name="index"),
            path("<int:pk>/", TerbitkanRilis.as_view(), name="terbitkan"),
            *koreksi_kantor.URLPATTERNS,
            *pindah_kantor.URLPATTERNS,
            *angka_kantor.URLPATTERNS,
        ]
