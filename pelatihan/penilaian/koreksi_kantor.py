"""Corrections in the office: which question, what is right, who would change, and the log."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from cms.core.kantor import TindakanView

from ..kursus import permissions as kursus_permissions
from ..kursus.models import Jenis
from . import koreksi, permissions, regrade, versi
from .forms import KoreksiForm
from .models import Koreksi

TEMPLAT = "pelatihan/admin/"
JENIS = dict(Jenis.choices)


class KursusView(TemplateView):
    """A page of one course that this account may release; others are not there."""

    @cached_property
    def kursus(self):
        return get_object_or_404(
            permissions.visible_kursus(self.request.user), pk=self.kwargs["pk"]
        )

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "kursus": self.kursus}


def _list_soal(kursus_kunci, soal_kunci=None, cari: str = "") -> list[tuple]:
    """(question, its kind in words), those that hold `cari`."""
    semua = versi.list_soal_rilis(kursus_kunci, soal_kunci)
    cocok = [s for s in semua if cari.casefold() in str(s.isi["soal"]).casefold()]
    return [(satu, JENIS[satu.jenis]) for satu in cocok]


class DaftarSoal(KursusView):
    """The released questions of a course."""

    template_name = TEMPLAT + "koreksi_soal.html"

    def get_context_data(self, **kwargs):
        cari = self.request.GET.get("q", "")[:100]
        soal = _list_soal(self.kursus.kunci, cari=cari)
        return {**super().get_context_data(**kwargs), "cari": cari, "daftar": soal}


class SoalDiKursus(TemplateView):
    """Where a question of the bank was released, of the courses one may release."""

    template_name = TEMPLAT + "koreksi_bank.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not permissions.can_release_kursus(user):
            raise PermissionDenied
        soal = get_object_or_404(kursus_permissions.visible_soal(user), pk=self.kwargs["soal"])
        kursus = permissions.visible_kursus(user).order_by("path")
        semua = [(k, _list_soal(k.kunci, soal.kunci)) for k in kursus]
        return {
            **super().get_context_data(**kwargs),
            "soal": soal,
            "daftar": [satu for satu in semua if satu[1]],
        }


class KoreksiView(TindakanView):
    """First what is right, then who would change; only the button below that writes."""

    template_name = TEMPLAT + "koreksi.html"
    judul = _("Correct a released question")
    penjelasan = _(
        "The release stays as it is. All marks of this question in this course are counted anew, once; "
        "nobody loses a pass. First you see who would change."
    )
    tombol = _("See who would change")
    icon = "help"
    form_class = KoreksiForm
    kabar = _("The question is corrected, and everybody whose mark changed is told.")
    tolakan = {
        koreksi.TanpaNilai: _("Without this question some attempt would have no question left."),
        koreksi.SoalTidakDirilis: _("This question is no longer in a release."),
    }
    visible_to = staticmethod(permissions.visible_kursus)
    boleh = staticmethod(permissions.can_release_kursus)

    @cached_property
    def soal(self):
        satu = versi.get_soal_rilis(self.objek.kunci, self.kwargs["soal"], self.kwargs["versi"])
        if satu is None:
            raise Http404
        return satu

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "soal": self.soal}

    def _collect(self, isi: dict) -> dict:
        soal = {"kursus_kunci": self.objek.kunci, "soal_kunci": self.soal.kunci}
        return {**soal, "versi": self.soal.versi, "cara": isi["cara"], "isi": isi["isi"]}

    def form_valid(self, form):
        """Writes only what was seen: when more was handed in meanwhile, the list shows again."""
        try:
            dampak = koreksi.preview_koreksi(**self._collect(form.cleaned_data))
        except tuple(self.tolakan) as galat:
            return self.refuse(form, self.explain(galat))
        if self.request.POST.get("dilihat") == _sign(dampak):
            return super().form_valid(form)
        return self._show(form, dampak)

    def _show(self, form, dampak: list[koreksi.Dampak]):
        isi = {
            **self.get_context_data(form=form),
            "dampak": dampak,
            "tanda": _sign(dampak),
            "kirim": self._list_kirim(form),
            "basi": "dilihat" in self.request.POST,
            "cara": form.cleaned_data["cara"],
            "alasan": form.cleaned_data["alasan"],
            "lulus_baru": sum(d.lulus_baru for d in dampak),
            "dijaga": sum(d.dijaga for d in dampak),
        }
        return self.response_class(self.request, TEMPLAT + "koreksi_dampak.html", isi)

    def _list_kirim(self, form) -> list[tuple[str, str]]:
        """What was filled in, to be sent again with the button."""
        return [(nama, nilai) for nama in form.fields for nilai in self.request.POST.getlist(nama)]

    def write(self, isi):
        semua = {**self._collect(isi), "alasan": isi["alasan"]}
        return regrade.apply_koreksi(**semua, actor=self.request.user)

    def get_kembali(self):
        return reverse("rilis:koreksi", args=[self.objek.pk])

    def get_success_url(self):
        return reverse("rilis:koreksi_rincian", args=[self.objek.pk, self.object.uuid])

    def get_context_data(self, **kwargs):
        soal = self.soal
        lain = [
            satu
            for satu in versi.list_soal_rilis(self.objek.kunci, soal.kunci)
            if satu.versi != soal.versi
        ]
        tambah = {"kursus": self.objek, "soal": soal, "jenis": JENIS[soal.jenis], "lain": lain}
        return {**super().get_context_data(**kwargs), **tambah}


def _sign(dampak: list[koreksi.Dampak]) -> str:
    """A name for exactly this list of changes."""
    baris = "\n".join(f"{d.percobaan.uuid} {d.dari} {d.ke} {d.dijaga}" for d in dampak)
    return hashlib.sha256(baris.encode()).hexdigest()


class CatatanKoreksi(KursusView):
    """The log: what was corrected in this course, when, by whom and why."""

    template_name = TEMPLAT + "koreksi_catatan.html"

    def get_context_data(self, **kwargs):
        semua = Koreksi.objects.filter(kursus_kunci=self.kursus.kunci).select_related("oleh")
        baris = [(satu, versi.show_soal(satu)) for satu in semua.defer("rincian", "isi")]
        return {**super().get_context_data(**kwargs), "daftar": baris}


class RincianKoreksi(KursusView):
    """One correction with everybody it touched."""

    template_name = TEMPLAT + "koreksi_rincian.html"

    def get_context_data(self, **kwargs):
        satu = get_object_or_404(
            Koreksi, kursus_kunci=self.kursus.kunci, uuid=self.kwargs["koreksi"]
        )
        return {
            **super().get_context_data(**kwargs),
            "koreksi": satu,
            "soal": versi.show_soal(satu),
            "rincian": versi.list_rincian(satu),
        }


URLPATTERNS = [
    path("soal/<int:soal>/", SoalDiKursus.as_view(), name="soal"),
    path("<int:pk>/koreksi/", DaftarSoal.as_view(), name="koreksi"),
    path("<int:pk>/koreksi/<uuid:soal>/<slug:versi>/", KoreksiView.as_view(), name="koreksi_soal"),
    path("<int:pk>/koreksi/catatan/", CatatanKoreksi.as_view(), name="koreksi_catatan"),
    path(
        "<int:pk>/koreksi/catatan/<uuid:koreksi>/",
        RincianKoreksi.as_view(),
        name="koreksi_rincian",
    ),
]
