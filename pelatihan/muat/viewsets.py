"""The bank of questions in the office, with its doors for files: in, out, and the sheet to fill in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button

from ..kursus.permissions import can_change_soal
from ..kursus.viewsets import SoalViewSet
from . import impor
from .alasan import explain
from .berkas import BYTE_MAKS, TakTerbaca, read_berkas
from .exports import export_gift, make_templat
from .forms import ImporForm
from .permissions import visible_impor
from .rupa import build_rupa

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _send(isi, jenis: str, nama: str) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=jenis)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban["Cache-Control"] = "no-store"
    return jawaban


class _Pembuat:
    """Only for those who may change questions."""

    def dispatch(self, request, *args, **kwargs):
        if not can_change_soal(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class SoalIndex(IndexView):
    """The list, which also leaves as GIFT exactly as it is filtered and searched."""

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "gift":
            isi = export_gift(self.get_queryset())
            return _send(isi, "text/plain; charset=utf-8", "soal.gift")
        return super().get(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self):
        saring = self.request.GET.copy()
        saring["export"] = "gift"
        gift = f"{reverse('soal:index')}?{saring.urlencode()}"
        return [
            *super().header_more_buttons,
            Button(_("Take in from a file"), url=reverse("soal:impor"), icon_name="upload"),
            Button(_("Download as GIFT"), url=gift, icon_name="download"),
            Button(_("Empty sheet"), url=reverse("soal:templat"), icon_name="table"),
        ]


class TemplatView(_Pembuat, TemplateView):
    def get(self, request, *args, **kwargs):
        return _send(make_templat(), XLSX, "templat-soal.xlsx")


class UnggahView(_Pembuat, FormView):
    """Sending a file; nothing is taken in before it was looked at."""

    template_name = "pelatihan/admin/impor.html"
    form_class = ImporForm

    def form_valid(self, form):
        berkas, bank = form.cleaned_data["berkas"], form.cleaned_data["bank"]
        try:
            soal = read_berkas(berkas.name, berkas.read(BYTE_MAKS + 1))
        except TakTerbaca as salah:
            form.add_error("berkas", explain(salah.kode, **salah.rincian))
            return self.form_invalid(form)
        simpanan = impor.keep_impor(
            berkas=berkas.name, bank=bank, soal=soal, actor=self.request.user
        )
        return redirect("soal:tinjau", impor=simpanan.uuid)


class TinjauView(_Pembuat, TemplateView):
    """Every question of the file with its state; the button takes all in, once."""

    template_name = "pelatihan/admin/tinjau_impor.html"

    @cached_property
    def simpanan(self):
        return get_object_or_404(visible_impor(self.request.user), uuid=self.kwargs["impor"])

    def get_context_data(self, **kwargs):
        butir = impor.plan_impor(impor.load_soal(self.simpanan), bank=self.simpanan.bank)
        ditolak = sum(bool(satu.alasan) for satu in butir)
        return super().get_context_data(
            simpanan=self.simpanan,
            daftar=[build_rupa(satu) for satu in butir],
            ditolak=ditolak,
            boleh=not ditolak and not self.simpanan.dimasukkan_pada,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        try:
            banyak = impor.finish_impor(simpanan=self.simpanan, actor=request.user)
        except impor.AdaDitolak:
            messages.error(request, gettext("Some questions are refused, so none was taken in."))
            return redirect("soal:tinjau", impor=self.simpanan.uuid)
        kata = ngettext(
            "%(n)s question is in the bank.", "%(n)s questions are in the bank.", banyak
        )
        messages.success(request, kata % {"n": banyak})
        return redirect("soal:index")


class SoalBerkasViewSet(SoalViewSet):
    index_view_class = SoalIndex

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("impor/", UnggahView.as_view(), name="impor"),
            path("impor/<uuid:impor>/", TinjauView.as_view(), name="tinjau"),
            path("templat/", TemplatView.as_view(), name="templat"),
        ]
