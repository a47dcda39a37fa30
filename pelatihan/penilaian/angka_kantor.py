"""Figures of questions in the office, for the makers of a course only."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ..kursus import permissions as kursus_permissions
from ..kursus.models import Jenis
from . import butir, permissions
from .angka_soal import AngkaSoal, list_angka

JENIS = dict(Jenis.choices)
TANDA = {
    butir.TERBALIK: _("Who knows more is wrong more often: look at the key and the wording."),
    butir.LEMAH: _("Hardly tells apart who knows more."),
    butir.MUDAH: _("Nearly everybody is right."),
    butir.SUKAR: _("Few are right."),
}


def _show(satu: AngkaSoal) -> dict:
    """With words, and the discrimination as people read it: 0,35."""
    beda = "–" if satu.beda is None else f"{satu.beda / 10_000:.2f}".replace(".", ",")
    tanda = [TANDA[kode] for kode in satu.tanda]
    return {"angka": satu, "jenis": JENIS[satu.jenis], "beda": beda, "tanda": tanda}


class _AngkaView(TemplateView):
    template_name = "pelatihan/admin/angka.html"

    def get_context_data(self, **kwargs):
        if not permissions.can_release_kursus(self.request.user):
            raise PermissionDenied
        judul, daftar = self.collect(permissions.visible_kursus(self.request.user).order_by("path"))
        isi = [(kursus, [_show(a) for a in angka]) for kursus, angka in daftar]
        tambah = {"judul_ini": judul, "daftar": isi, "terkecil": butir.TERKECIL}
        return {**super().get_context_data(**kwargs), **tambah}

    def collect(self, kursus) -> tuple[str, list]:
        """The title, and (course, its figures); what is not one's own is not there."""
        raise NotImplementedError


class AngkaKursus(_AngkaView):
    def collect(self, kursus):
        satu = get_object_or_404(kursus, pk=self.kwargs["pk"])
        return satu.title, [(satu, list_angka(satu.kunci))]


class AngkaSatuSoal(_AngkaView):
    def collect(self, kursus):
        terlihat = kursus_permissions.visible_soal(self.request.user)
        soal = get_object_or_404(terlihat, pk=self.kwargs["soal"])
        semua = [(k, list_angka(k.kunci, soal_kunci=soal.kunci)) for k in kursus]
        return soal.judul, [satu for satu in semua if satu[1]]


class AngkaKuis(_AngkaView):
    def collect(self, kursus):
        terlihat = kursus_permissions.visible_kuis(self.request.user)
        kuis = get_object_or_404(terlihat, pk=self.kwargs["kuis"])
        semua = [(k, list_angka(k.kunci, kuis_kunci=kuis.kunci)) for k in kursus]
        return kuis.judul, [satu for satu in semua if satu[1]]


URLPATTERNS = [
    path("<int:pk>/angka/", AngkaKursus.as_view(), name="angka"),
    path("angka/soal/<int:soal>/", AngkaSatuSoal.as_view(), name="angka_soal"),
    path("angka/kuis/<int:kuis>/", AngkaKuis.as_view(), name="angka_kuis"),
]
